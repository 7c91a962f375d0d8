"""The real roadmaps beside the project: every activity row is found and every deadline stands in its cell."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.importing import ImportedRoadmap, read_document, recognise

FOLDER = Path(__file__).resolve().parents[6] / "shared" / "roadmaps"
PERIODS = {
    "000": "2022-11..2024-12",
    "001": "2023-08..2024-08",
    "002": "2021-11..2024-12",
    "003": "2022-09..2024-12",
    "004": "2025-09..2026-08",
}
# stages, activities, groups, indicators
COUNTS = {"000": (4, 28, 3, 3), "001": (5, 17, 0, 0), "002": (7, 26, 0, 0), "003": (4, 13, 0, 0), "004": (8, 12, 0, 0)}

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the real roadmaps are not beside the project"),
]


def imported(code: str, suffix: str = "docx") -> ImportedRoadmap:
    path = next(FOLDER.glob(f"{code}_*.{suffix}"))
    return recognise(read_document(path.read_bytes(), path.name), Period.parse(PERIODS[code]))


@pytest.mark.parametrize("suffix", ["docx", "txt"])
@pytest.mark.parametrize("code", COUNTS)
def test_every_row_is_found(code: str, suffix: str) -> None:
    roadmap = imported(code, suffix)
    found = (len(roadmap.stages), len(roadmap.activities), len(roadmap.groups), len(roadmap.indicators))
    assert found == COUNTS[code]
    assert roadmap.unrecognised == ()


@pytest.mark.parametrize("code", COUNTS)
def test_explicit_deadline_cells_come_in_their_order_and_wording(code: str) -> None:
    with (FOLDER / "deadlines.tsv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter="\t") if row["seed_file"].startswith(code)]
    expected = [_flat(row["raw_phrase"]) for row in rows if row["cell_status"] == "explicit"]
    found = [
        _flat(a.deadline_phrase) for a in imported(code).activities if a.deadline_phrase and not a.deadline_inherited
    ]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("code", ["001", "002"])
def test_inherited_and_blank_cells_are_told_apart(code: str) -> None:
    with (FOLDER / "deadlines.tsv").open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream, delimiter="\t") if row["seed_file"].startswith(code)]
    activities = imported(code).activities
    assert [a.deadline_inherited for a in activities] == [row["cell_status"] == "inherited" for row in rows]
    assert [not a.deadline_phrase for a in activities] == [row["cell_status"] == "blank" for row in rows]


@pytest.mark.parametrize("suffix", ["docx", "txt"])
def test_yearly_targets(suffix: str) -> None:
    found = [list(indicator.targets.values()) for indicator in imported("000", suffix).indicators]
    assert found == [[Decimal(n) for n in row] for row in ((100, 100, 100), (60, 70, 85), (60, 70, 85))]


def test_what_is_stale_is_pointed_out() -> None:
    warned = {code: [warning.code for warning in imported(code).warnings] for code in ("000", "001", "002")}
    assert warned["001"].count("stale_year") == 2
    assert "foreign_kind" in warned["000"]
    assert "foreign_kind" in warned["002"]


def _flat(phrase: str) -> str:
    return "".join(phrase.replace("\\n", "\n").split())
