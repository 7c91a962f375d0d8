"""Letters about entering: texts kept in ``content/letters.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from tenants.domain.russian import typo

_FILE = Path(__file__).parents[1] / "content" / "letters.yaml"


@dataclass(frozen=True, slots=True)
class LetterText:
    """A letter ready to be queued."""

    subject: str
    body: str


def letter_text(code: str, *, link: str, **values: str) -> LetterText:
    """The letter ``code`` with its places filled in; KeyError where a place is left without a value."""
    texts = _texts()
    said = texts["letters"][code]
    lines = [
        texts["greeting"],
        *(str(line).format(**values) for line in said["lines"]),
        f"{said['button']}: {link}",
        texts["signature"],
        texts["footers"][said["footer"]],
    ]
    return LetterText(typo(str(said["subject"]).format(**values)), "\n\n".join(typo(line) for line in lines))


@lru_cache(maxsize=1)
def _texts() -> Mapping[str, Any]:
    data: Any = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    texts: Mapping[str, Any] = data
    return texts
