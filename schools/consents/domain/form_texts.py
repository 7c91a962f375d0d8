"""Texts of the printed forms, read from the reference data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).parents[1] / "content"


@dataclass(frozen=True, slots=True)
class FormText:
    """One document as data; the rules of ``paragraphs``, ``tables`` and ``signatures`` are in ``domain.filling``."""

    code: str
    title: str
    heading: str
    head: tuple[str, ...]
    to_right: bool
    paragraphs: tuple[dict[str, Any], ...]
    tables: dict[str, dict[str, Any]]
    signatures: tuple[dict[str, Any], ...]
    warnings: tuple[str, ...]
    lawyer_reason: str
    legal_basis: tuple[str, ...]


@lru_cache(maxsize=1)
def form_texts() -> dict[str, FormText]:
    """Every form by its code."""
    heads = _read("heads.yaml")["heads"]
    found = _read("consents.yaml")["documents"] + _read("memos.yaml")["documents"]
    return {one["code"]: _form(one, heads) for one in found}


@lru_cache(maxsize=1)
def table_rows() -> dict[str, list[dict[str, str]]]:
    """Rows offered in the tables of the forms."""
    told: dict[str, Any] = _read("rows.yaml")
    return {code: rows for code, rows in told.items() if code != "version"}


@lru_cache(maxsize=1)
def acts() -> dict[str, str]:
    """Codes of laws with how they are quoted."""
    return {one["code"]: one["short"] for one in _read("legal_basis.yaml")["acts"]}


def _read(name: str) -> Any:
    return yaml.safe_load((CONTENT / name).read_text(encoding="utf-8"))


def _form(told: dict[str, Any], heads: dict[str, Any]) -> FormText:
    head = heads[told["requisites"]["head"]]
    return FormText(
        code=told["code"],
        title=told["title"],
        heading=head.get("title", "{title}").replace("{title}", told["title"]),
        head=tuple(head["lines"]),
        to_right=head["to_right"],
        paragraphs=tuple(told["paragraphs"]),
        tables={table["code"]: table for table in told.get("tables", ())},
        signatures=tuple(told.get("signatures", ())),
        warnings=tuple(told.get("warnings", ())),
        lawyer_reason=told.get("lawyer_reason", "") if told.get("lawyer_check") else "",
        legal_basis=tuple(told.get("legal_basis", ())),
    )
