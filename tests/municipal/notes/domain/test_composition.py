"""The note as a whole: what it says of odd districts, and what it never says."""

from dataclasses import replace

import pytest

from municipal.indicators.facts import ShareValue, exempt, missing, share_cell
from municipal.notes.domain.composed import Block, Composed
from municipal.notes.domain.composition import compose
from municipal.notes.domain.note_input import NoteInput, Standing
from tenants.domain.school_year import Season
from tests.municipal.notes.domain.scenarios import scenarios
from tests.municipal.notes.domain.test_figures import check_figures
from tests.municipal.notes.domain.test_properties import UNSEEMLY, texts
from tests.municipal.notes.sample import district, note_input
from tests.municipal.notes.schools import School

NOTHING = "Данных для этого раздела нет."


def october(given: NoteInput, number: int = 1) -> Composed:
    return compose(given, kind="october", number=number)


def block(note: Composed, key: str) -> Block:
    found = note.block(key)
    assert found is not None, key
    return found


def said(note: Composed, key: str) -> str:
    return block(note, key).text.replace("\u00a0", " ")


@pytest.mark.parametrize("season", list(Season))
def test_every_scenario_is_counted_right_and_reads_without_slips(season: Season) -> None:
    for given in scenarios(season):
        for number in (1, 2):
            note = compose(given, kind=season.value, number=number)
            check_figures(note, given)
            assert [text for text in texts(note) if UNSEEMLY.search(text.replace("\u00a0", " "))] == []


def test_the_same_note_is_composed_the_same_and_its_number_chooses_the_words() -> None:
    assert october(district(), 7) == october(district(), 7)
    assert said(october(district(), 1), "finding.missing") == "Данные неполные, не сдали: Озёрная НОШ."
    assert said(october(district(), 2), "finding.missing") == (
        "Картина неполная: нет данных от 1 организации (Озёрная НОШ)."
    )


def test_a_district_where_nobody_reported_has_sections_that_say_so() -> None:
    note = october(note_input({}, expected=12))
    assert (
        said(note, "participants") == "На 27 октября 2025 года нет ни одной принятой формы. Показатели не рассчитаны."
    )
    empty = {section.code for section in note.sections if [one.text for one in section.blocks] == [NOTHING]}
    assert empty == {
        "methods",
        "documents",
        "site",
        "coverage",
        "targets",
        "process",
        "roadmap",
        "surveys",
        "practices",
    }
    assert said(note, "finding.missing") == "Данные неполные, не сдали: см. приложение № 1."


def test_lines_nobody_knows_are_left_unsaid_and_named_as_gaps() -> None:
    codes = ("E1", "E6", "E7", "D7", "D14", "G1", "G3", "G4", "G5", "G6", "G7", "G8", "G9", "I2")
    blank = School(5, cells={code: missing("не знаем") for code in codes})
    note = october(note_input({1: blank, 2: blank}, expected=2))
    coverage = next(section for section in note.sections if section.code == "coverage")
    assert [one.text for one in coverage.blocks] == [NOTHING]
    assert "«нет данных»: Каменская ООШ, Луговская СОШ." in said(note, "methods")
    assert "pairs" not in note.values


def test_zero_is_said_to_be_zero_and_missing_is_not() -> None:
    nobody = School(0, numbers={"E1": 0, "E3": 0})
    note = october(note_input({1: nobody, 2: School(5), 3: School(5, cells={"E1": missing("не знаем")})}, expected=3))
    assert said(note, "coverage.waiting").startswith("Пар нет в 1 организации (Каменская ООШ), это подтверждено.")
    assert note.values["zero_count"].value == 1


def test_sixty_schools_are_listed_in_the_annex_and_not_in_the_text() -> None:
    schools = {i: School(3 + i % 7, lacking=("B7",) if i % 2 else ()) for i in range(1, 56)}
    note = october(note_input(schools, expected=60, late=range(1, 20)))
    assert "Позже срока сдано 19 форм (см. приложение № 1)." in said(note, "participants")
    assert "(см. приложение № 2)" in said(note, "documents.each@B7")
    assert "не сдали: СОШ № 56, СОШ № 57, СОШ № 58, СОШ № 59, СОШ № 60." in said(note, "finding.missing")
    assert len(note.annexes[0].tables[0].rows) == 60


def test_a_district_of_one_school_is_spoken_of_as_one() -> None:
    note = october(note_input({1: School(5, lacking=("B7",))}, expected=1))
    assert said(note, "participants").startswith("В мониторинг включена одна организация, её форма принята.")
    assert said(note, "documents") == "Подтверждено обязательных документов: 6 из 7."
    assert said(note, "rec.documents").startswith("Директору (Каменская ООШ): принять недостающие документы")


def test_a_form_under_review_is_neither_missing_nor_counted() -> None:
    note = october(note_input({1: School(5)}, expected=3, standings={2: Standing.PENDING, 3: Standing.RETURNED}))
    assert "Сданы, но ещё не приняты формы: Луговская СОШ, Таёжнинская СОШ." in said(note, "participants")
    assert note.block("finding.missing") is None
    assert note.values["pairs"].value == 10


def test_a_comparison_is_made_only_over_schools_that_reported_both_times() -> None:
    before = {1: School(4), 3: School(50)}
    note = october(note_input({1: School(5), 2: School(30)}, expected=3, previous=before))
    assert "в мониторинге «Май 2025» было 8, теперь 10." in said(note, "coverage")
    assert "Таких организаций: 1." in said(note, "methods")


def test_october_s_shares_are_compared_with_october_and_may_s_with_the_october_before() -> None:
    key = "targets.each@MENTEES_PUPILS_10_19_SHARE"
    assert "«Октябрь 2024»" in said(october(district()), key)
    may = compose(district(Season.MAY), kind="may", number=1)
    assert "«Октябрь 2025»" in said(may, key)


def test_a_share_just_under_its_target_is_not_printed_as_if_it_had_reached_it() -> None:
    given = note_input(
        {1: School(5, numbers={"E8": 696, "F1": 1000})},
        expected=1,
        targets={"MENTEES_PUPILS_10_19_SHARE": {2025: 70}},
    )
    assert said(october(given), "targets.each@MENTEES_PUPILS_10_19_SHARE") == (
        "Доля детей от 10 до 19 лет в роли наставляемого: 696 из 1 000 (69,6 %). До цели 70 % не хватает 0,4 п. п."
    )


def test_an_indicator_without_its_group_does_not_apply_and_one_without_numbers_has_no_data() -> None:
    apart = {"E8": exempt("детский сад"), "F1": exempt("детский сад"), "F2": missing("не знаем")}
    note = october(note_input({1: School(5, cells=apart)}, expected=1))
    assert said(note, "targets.each@MENTEES_PUPILS_10_19_SHARE").endswith("не применяется, такой группы нет.")
    assert said(note, "targets.each@MENTORS_PUPILS_15_19_SHARE").endswith("нет данных для расчёта.")


def test_enterprises_are_counted_by_the_methodist_because_schools_may_share_them() -> None:
    given = replace(note_input({1: School(5)}, expected=1), enterprises=ShareValue(3, 25))
    assert said(october(given), "targets.each@ENTERPRISES_MENTORS_SHARE").endswith("3 из 25 (12 %).")


def test_a_few_people_s_answers_are_not_shown_and_no_finding_gives_them_away() -> None:
    happy = School(6, Season.MAY, cells={"H3": share_cell(17, 20, nobody="")})
    targets = {"MENTEES_SATISFIED_SHARE": {2026: 90}}
    note = compose(note_input({1: happy}, expected=1, season=Season.MAY, targets=targets), kind="may", number=1)
    assert said(note, "surveys.satisfied@MENTEES_SATISFIED_SHARE") == (
        "Удовлетворённость среди наставляемых: число не показано, чтобы никого нельзя было узнать."
    )
    assert note.block("finding.satisfied@MENTEES_SATISFIED_SHARE") is None


def test_an_absent_basis_is_asked_for_and_the_aim_is_said_without_it() -> None:
    note = october(note_input({1: School(5)}, expected=1))
    assert block(note, "basis.empty").kind == "prompt"
    assert said(note, "basis").startswith("Цель: узнать, готовы ли организации")


def test_a_kind_that_is_not_composed_yet_is_refused() -> None:
    with pytest.raises(KeyError, match="one_school"):
        compose(district(), kind="one_school", number=1)
