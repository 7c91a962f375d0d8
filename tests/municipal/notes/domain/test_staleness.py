"""«Данные изменились: было 42, стало 43»."""

import json

from municipal.notes.domain.assembling import assemble
from municipal.notes.domain.composed import Composed
from municipal.notes.domain.composition import compose
from municipal.notes.domain.note_input import NoteInput
from municipal.notes.domain.printable import build_document
from municipal.notes.domain.staleness import Change, StaleBlock, Staleness, stale_blocks
from municipal.notes.domain.stored import (
    annexes_from_list,
    annexes_to_list,
    block_from_dict,
    block_to_dict,
    from_document,
    spans_from_list,
    spans_to_list,
    to_document,
    values_from_dict,
    values_to_dict,
)
from tenants.domain.school_year import Season
from tests.municipal.notes.papers import REQUISITES
from tests.municipal.notes.sample import district, note_input
from tests.municipal.notes.schools import School


def judged(old: Composed, new: Composed) -> tuple[StaleBlock, ...]:
    return stale_blocks(old.blocks, old.printed_values, new)


def noted(schools: dict[int, School], expected: int = 3) -> NoteInput:
    return note_input(schools, expected=expected)


def test_nothing_is_stale_while_the_data_are_the_same() -> None:
    stored = from_document(json.loads(json.dumps(to_document(compose(district(), kind="october", number=4)))))
    assert judged(stored, compose(district(), kind="october", number=4)) == ()


def test_a_changed_figure_says_what_it_was_and_what_it_is() -> None:
    old = compose(noted({1: School(5), 2: School(5)}), kind="october", number=1)
    new = compose(noted({1: School(5), 2: School(6)}), kind="october", number=1)
    found = {one.key: one for one in judged(old, new)}
    assert found["coverage"].staleness is Staleness.CHANGED
    assert Change("pairs", "Действующих пар и групп", "20", "22") in found["coverage"].changes
    assert found["coverage"].fresh == next(one.text for one in new.blocks if one.key == "coverage")
    assert "site" not in found


def test_a_school_that_reports_late_changes_its_paragraph_and_removes_the_finding() -> None:
    old = compose(noted({1: School(5), 2: School(5)}), kind="october", number=1)
    new = compose(noted({1: School(5), 2: School(5), 3: School(5)}), kind="october", number=1)
    found = {one.key: one for one in judged(old, new)}
    assert found["participants"].staleness is Staleness.CHANGED
    assert found["finding.missing"].staleness is Staleness.GONE
    assert found["finding.complete"].staleness is Staleness.NEW
    assert [(change.was, change.now) for change in found["finding.missing"].changes] == [("Таёжнинская СОШ", "нет")]


def test_the_parts_a_table_keeps_come_back_equal() -> None:
    note = compose(district(Season.MAY), kind="may", number=2)
    assert values_from_dict(json.loads(json.dumps(values_to_dict(note.values)))) == note.values
    assert annexes_from_list(json.loads(json.dumps(annexes_to_list(note.annexes)))) == note.annexes
    for block in note.blocks:
        assert spans_from_list(json.loads(json.dumps(spans_to_list(block.spans)))) == block.spans


def test_a_note_assembled_from_its_paragraphs_prints_as_the_composed_one() -> None:
    note = compose(district(), kind="october", number=1)
    again = assemble(
        kind=note.kind,
        number=note.number,
        title=note.title,
        municipality=note.municipality,
        note_date=note.note_date,
        blocks=[block_from_dict(block.section, block_to_dict(block)) for block in note.blocks],
        annexes=note.annexes,
        values=note.printed_values,
    )
    assert build_document(again, REQUISITES) == build_document(note, REQUISITES)
    assert stale_blocks(again.blocks, again.values, note) == ()
