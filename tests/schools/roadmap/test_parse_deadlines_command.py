"""``manage.py parse_deadlines``: a JSON line for every line, without a database."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command


def run(*arguments: str) -> list[dict[str, object]]:
    out = io.StringIO()
    call_command("parse_deadlines", *arguments, stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


@pytest.fixture
def cells(tmp_path: Path) -> Path:
    path = tmp_path / "сроки.txt"
    path.write_text("до 12 октября\n\nНоябрь\\nАпрель\nнаугад\n", encoding="utf-8")
    return path


def test_every_line_has_its_meaning_in_order(cells: Path) -> None:
    printed = run("--period", "2025-09-01..2026-08-31", str(cells))
    assert [(line["phrase"], line["kind"], line["due_on"]) for line in printed] == [
        ("до 12 октября", "once_by", ["2025-10-12"]),
        ("", "blank", []),
        ("Ноябрь\\nАпрель", "yearly_months", ["2025-11-30", "2026-04-30"]),
        ("наугад", "unknown", []),
    ]
    assert printed[0] == {
        "phrase": "до 12 октября",
        "kind": "once_by",
        "due_on": ["2025-10-12"],
        "confidence": 0.95,
        "notes": [],
    }


def test_russian_letters_stand_as_they_are(cells: Path) -> None:
    out = io.StringIO()
    call_command("parse_deadlines", "--period", "2025-09..2026-08", str(cells), stdout=out)
    assert '"phrase": "до 12 октября"' in out.getvalue()


def test_a_dash_means_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.TextIOWrapper(io.BytesIO("ноябрь\r\nмарт".encode()), encoding="utf-8")
    monkeypatch.setattr("sys.stdin", stream)
    assert [line["due_on"] for line in run("--period", "2025-09..2026-08", "-")] == [["2025-11-30"], ["2026-03-31"]]


def test_an_empty_file_prints_nothing(tmp_path: Path) -> None:
    path = tmp_path / "пусто.txt"
    path.write_bytes(b"")
    assert run("--period", "2025-09..2026-08", str(path)) == []


def test_a_bad_period_is_refused_in_russian(cells: Path) -> None:
    with pytest.raises(CommandError, match="Период «2025» не принят"):
        run("--period", "2025", str(cells))


def test_a_missing_file_is_refused_in_russian(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="его нет или он недоступен"):
        run("--period", "2025-09..2026-08", str(tmp_path / "нет.txt"))


def test_a_file_of_another_encoding_is_refused_in_russian(tmp_path: Path) -> None:
    path = tmp_path / "старый.txt"
    path.write_bytes("ноябрь".encode("cp1251"))
    with pytest.raises(CommandError, match="не в UTF-8"):
        run("--period", "2025-09..2026-08", str(path))
