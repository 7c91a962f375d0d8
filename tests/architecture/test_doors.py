"""Only tenants opens a school; only the clock says what time it is; files stay small."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ["config", "tenants", "schools", "municipal", "dashboards"]
SOURCES = [file for room in HOUSE for file in sorted((ROOT / room).rglob("*.py")) if "migrations" not in file.parts]
LONGEST = 250


def _found(pattern: str, *, outside: tuple[str, ...]) -> list[str]:
    wanted = re.compile(pattern)
    return [
        f"{file.relative_to(ROOT)}: {line.strip()}"
        for file in SOURCES
        if not str(file.relative_to(ROOT)).startswith(outside)
        for line in file.read_text(encoding="utf-8").splitlines()
        if wanted.search(line)
    ]


def test_nobody_but_tenants_switches_the_schema() -> None:
    pattern = r"search_path|set_tenant|set_schema|schema_context|tenant_context|\.become\("
    assert _found(pattern, outside=("tenants/",)) == []


def test_only_rounds_the_story_and_tasks_open_a_school_outside_a_request() -> None:
    """A municipal or school room that opens a school by itself has reached past its own walls."""
    pattern = r"\b(school_open|municipality_open|region_open|acting_as|door_open)\("
    lawful = ("tenants/", "config/demo/", "municipal/campaigns/tasks.py", "municipal/region/api.py")
    region = "municipal/region/authentication.py"
    assert _found(pattern, outside=(*lawful, region, "schools/people/tasks.py")) == []


def test_only_the_clock_asks_for_the_time() -> None:
    pattern = r"timezone\.now\(|timezone\.localdate\(\)|datetime\.now\(|date\.today\(|\bnow\(\) as\b"
    found = _found(pattern, outside=("tenants/clock.py", "config/management/commands/demo.py", "config/context.py"))
    assert found == []


def test_nothing_below_a_view_or_a_task_calls_the_clock() -> None:
    pattern = r"\bclock\.(now|today)\("
    below = [
        line
        for line in _found(pattern, outside=("tenants/places.py",))
        if re.match(r"[^:]*/(services|queries|domain|models|collect|presenters)[/.]", line)
    ]
    assert below == []


@pytest.mark.parametrize("room", [*HOUSE, "tests"])
def test_no_file_is_longer_than_can_be_read(room: str) -> None:
    files = [file for file in (ROOT / room).rglob("*.py") if "migrations" not in file.parts]
    assert [
        f"{file.relative_to(ROOT)}: {length}"
        for file in files
        if (length := len(file.read_text(encoding="utf-8").splitlines())) > LONGEST
    ] == []


def test_no_room_for_the_rest() -> None:
    names = {"utils.py", "helpers.py", "common.py", "misc.py", "manager.py", "managers.py"}
    assert [str(file.relative_to(ROOT)) for file in SOURCES if file.name in names] == []


def test_a_template_includes_only_its_own_rooms_or_the_frames() -> None:
    include = re.compile(r"""\{%\s*(?:include|extends)\s+["']([^"']+)["']""")
    strangers = []
    for folder in (ROOT / room for room in HOUSE if room != "config"):
        for file in folder.rglob("templates/*/**/*.html"):
            own = file.relative_to(next(p for p in file.parents if p.name == "templates")).parts[0]
            for target in include.findall(file.read_text(encoding="utf-8")):
                first = target.split("/")[0]
                if first not in {own, "ui", "errors"} and not first.startswith(("base", "confirm")):
                    strangers.append(f"{file.relative_to(ROOT)} → {target}")
    assert strangers == []


def test_the_product_does_not_know_the_folder_it_was_designed_in() -> None:
    assert _found(r"\.\./shared|/shared/", outside=()) == []
