"""Forms and kinds of mentoring."""

import pytest

from municipal.indicators.facts import OrganisationKind
from municipal.indicators.formats import load_formats


def codes(organisation: OrganisationKind) -> list[str]:
    return [one.code for one in load_formats().for_organisation(organisation)]


def test_a_kindergarten_is_offered_only_forms_for_teachers() -> None:
    assert codes(OrganisationKind.KINDERGARTEN) == [
        "educator_educator",
        "head_educator",
        "employer_student_teacher",
        "lecturer_young_educator",
        "partner_educator",
        "educator_student",
    ]
    assert "employer_student" not in codes(OrganisationKind.SCHOOL)


def test_the_local_form_teacher_pupil_is_not_counted_federally() -> None:
    formats = load_formats().formats

    assert [code for code, one in formats.items() if not one.federal] == ["teacher_pupil", "educator_student"]
    assert [code for code, one in formats.items() if one.art_351_8] == [
        "teacher_teacher",
        "educator_educator",
        "head_educator",
    ]


@pytest.mark.parametrize(
    ("code", "mentor", "mentee", "suits"),
    [
        ("pupil_pupil", "pupil", "pupil", True),
        ("pupil_pupil", "teacher", "pupil", False),
        ("teacher_teacher", "teacher", "teacher", True),
        ("student_pupil", "graduate", "pupil", True),
        ("employer_pupil", "partner", "teacher", False),
    ],
)
def test_a_form_says_who_may_be_in_its_pairs(code: str, mentor: str, mentee: str, suits: bool) -> None:
    assert load_formats().formats[code].suits(mentor_kind=mentor, mentee_kind=mentee) is suits


def test_the_dictionary_is_whole() -> None:
    dictionary = load_formats()

    assert list(dictionary.models) == ["pupils_r145", "teachers_2021"]
    assert len(dictionary.formats) == 12
    assert len(dictionary.kinds) == 7
    assert dictionary.kinds["reverse"].title == "реверсивное"
    assert dictionary.formats["pupil_pupil"].role_models[1].title == "лидер — пассивный"
    assert dictionary.programme_months == (3, 12)
    assert (dictionary.title("teacher_teacher"), dictionary.title("gone")) == ("учитель — учитель", "gone")
