"""The real roadmaps beside the project: each explicit deadline cell as its table says, none read wrongly."""

import csv
from pathlib import Path

import pytest

from schools.roadmap.domain.deadline import DeadlineKind, Period
from schools.roadmap.domain.deadline_phrase import parse_deadline

TABLE = Path(__file__).resolve().parents[4] / "../shared/roadmaps/deadlines.tsv"
PERIODS = {
    "000": Period.parse("2022-11..2024-12"),
    "001": Period.parse("2023-09..2024-08"),
    "002": Period.parse("2021-11..2024-12"),
    "003": Period.parse("2022-09..2024-12"),
}

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not TABLE.exists(), reason="the real roadmaps are not beside the project"),
]


def explicit_cells() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if row["cell_status"] == "explicit"]


def test_every_explicit_cell_has_its_kind_and_days() -> None:
    cells = explicit_cells()
    wrong = []
    for cell in cells:
        meaning = parse_deadline(cell["raw_phrase"].replace("\\n", "\n"), PERIODS[cell["seed_file"][:3]])
        days = ";".join(day.isoformat() for day in meaning.due_on)
        if (meaning.kind.value, days) != (cell["kind"], cell["due_dates"]):
            wrong.append((cell["seed_file"][:3], cell["item"], meaning.kind.value, days))
    assert (len(cells), wrong) == (70, [])


def test_stale_years_are_flagged() -> None:
    stale = [cell for cell in explicit_cells() if cell["due_dates"] and "STALE" in cell["ambiguity_note"]]
    meanings = [parse_deadline(cell["raw_phrase"], PERIODS[cell["seed_file"][:3]]) for cell in stale]
    assert stale
    assert all(meaning.confidence < 0.5 and meaning.notes for meaning in meanings)


def test_a_cell_without_words_is_blank() -> None:
    assert parse_deadline("", PERIODS["000"]).kind is DeadlineKind.BLANK
