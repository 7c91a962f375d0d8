"""Which forms people may be joined by."""

import pytest

from municipal.indicators.formats import load_formats
from schools.pairs.domain.suiting import Side, formats_for, strangers


@pytest.mark.parametrize(
    ("organisation", "mentor_kind", "mentee_kind", "codes"),
    [
        ("school", "pupil", "", ["pupil_pupil"]),
        ("school", "teacher", "pupil", ["teacher_pupil"]),
        ("school", "partner", "pupil", ["employer_pupil"]),
        ("school", "pupil", "teacher", []),
        ("kindergarten", "teacher", "teacher", ["educator_educator", "head_educator"]),
        ("kindergarten", "", "pupil", []),
        ("school", "other", "", []),
    ],
)
def test_forms_follow_the_organisation_and_the_people(
    organisation: str, mentor_kind: str, mentee_kind: str, codes: list[str]
) -> None:
    found = formats_for(organisation, mentor_kind=mentor_kind, mentee_kind=mentee_kind)
    assert [one.code for one in found] == codes


def test_whoever_stands_on_a_wrong_side_is_named() -> None:
    form = load_formats().formats["teacher_pupil"]
    mentors = [Side("Белова Т. И.", "teacher"), Side("Ким О.", "pupil")]
    assert strangers(form, mentors=mentors, mentees=[Side("Юсупов Р.", "teacher")]) == ["Ким О.", "Юсупов Р."]
