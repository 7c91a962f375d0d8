"""``manage.py import_roadmap``: JSON and a summary without a database; refusals in Russian with exit code 1."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from tests.schools.roadmap.domain.importing.making import LEFT, Grid, word

ROOT = Path(__file__).resolve().parents[3]
GRID: Grid = [
    ["№", "Мероприятие", "Срок", "Ответственный", "Результат"],
    ["1. Подготовка", LEFT, LEFT, LEFT, LEFT],
    ["1.1", "Издать приказ", "до 10.09.2025", "Директор", "Приказ"],
    ["1.2", "Собрать анкеты", "когда-нибудь потом", "Куратор", "Анкеты"],
]


@pytest.fixture
def roadmap(tmp_path: Path) -> Path:
    path = tmp_path / "карта.docx"
    path.write_bytes(word("Дорожная карта школы", GRID))
    return path


def run(*arguments: str) -> str:
    out = io.StringIO()
    call_command("import_roadmap", *arguments, stdout=out)
    return out.getvalue()


def test_json_has_the_promised_shape(roadmap: Path) -> None:
    printed = run(str(roadmap), "--period", "2025-09..2026-08", "--dry-run", "--json")
    assert "Подготовка" in printed
    found = json.loads(printed)
    assert [stage["title"] for stage in found["stages"]] == ["Подготовка"]
    first = found["activities"][0]
    assert {
        key: first[key] for key in ("number", "stage", "text", "deadline_phrase", "responsible", "expected_result")
    } == {
        "number": "1.1",
        "stage": "Подготовка",
        "text": "Издать приказ",
        "deadline_phrase": "до 10.09.2025",
        "responsible": "Директор",
        "expected_result": "Приказ",
    }
    assert first["deadline"]["kind"] == "once_by"
    assert first["deadline"]["due_on"] == ["2025-09-10"]
    assert first["deadline"]["confidence"] > 0.8
    assert found["activities"][1]["deadline"]["kind"] == "unknown"
    assert found["indicators"] == []
    assert [warning["code"] for warning in found["warnings"]] == ["deadline_unknown"]


def test_the_summary_is_read_by_people(roadmap: Path) -> None:
    printed = run(str(roadmap), "--period", "2025-09..2026-08", "--dry-run")
    assert "1\N{NO-BREAK SPACE}этап, 2\N{NO-BREAK SPACE}мероприятия" in printed
    assert "1.1 Издать приказ | до 10.09.2025 → 10.09.2025" in printed
    assert "! «Собрать анкеты»: срок «когда-нибудь потом» не понят." in printed


def test_saving_is_left_to_the_schools_page(roadmap: Path) -> None:
    with pytest.raises(CommandError, match="сохраняет карту куратор на странице школы"):
        run(str(roadmap), "--period", "2025-09..2026-08")


@pytest.mark.parametrize(
    ("content", "period", "words"),
    [
        (b"PK\x03\x04 nothing", "2025-09..2026-08", "повреждён"),
        (b"", "2025-09..2026-08", "он пуст"),
        (word("Без таблицы"), "2025-09..2026-08", "нет таблицы с мероприятиями"),
        (word(GRID), "осень", "Период «осень» не принят"),
    ],
)
def test_bad_input_is_refused_in_russian(tmp_path: Path, content: bytes, period: str, words: str) -> None:
    path = tmp_path / "карта.docx"
    path.write_bytes(content)
    with pytest.raises(CommandError, match=words):
        run(str(path), "--period", period, "--dry-run")


def test_a_missing_and_a_huge_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="его нет"):
        run(str(tmp_path / "нет.docx"), "--period", "2025-09..2026-08", "--dry-run")
    huge = tmp_path / "большая.docx"
    with huge.open("wb") as stream:
        stream.truncate(50 << 20)
    with pytest.raises(CommandError, match="весит 50 МБ"):
        run(str(huge), "--period", "2025-09..2026-08", "--dry-run")


def test_the_command_itself_needs_no_server_and_shows_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "карта.csv"
    path.write_bytes("№;Мероприятие;Срок\n1;Приказ;май\n".encode("cp1251"))
    done = subprocess.run(
        [
            sys.executable,
            "manage.py",
            "import_roadmap",
            str(path),
            "--period",
            "2025-09..2026-08",
            "--dry-run",
            "--json",
        ],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=60,
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert "Windows-1251" in done.stderr
    assert "Traceback" not in done.stderr
