"""What pairs work on is told once, and no school has to tell it twice in a year."""

from collections import Counter
from itertools import chain

from config.demo.pairing import FORMS_OF_TEACHERS
from config.demo.themes import EDUCATORS, EMPLOYER_PUPIL, LATER_GOALS, OF_SCHOOL, TEACHERS
from config.demo.town import TOWNS

SCHOOLS = [school for town in TOWNS for school in town.schools]


def test_no_request_strength_or_goal_is_written_twice() -> None:
    themes = list(chain.from_iterable(OF_SCHOOL.values()))

    for words in ([one.strength for one in themes], [one.request for one in themes], [one.goal for one in themes]):
        assert [text for text, times in Counter(words).items() if times > 1] == []


def test_educators_ask_for_nothing_of_pupils() -> None:
    assert {one.position for one in EDUCATORS} & {one.position for one in TEACHERS} == set()
    pupils = chain.from_iterable(OF_SCHOOL[code] for code in OF_SCHOOL if code not in FORMS_OF_TEACHERS)
    assert {one.request for one in EDUCATORS} & {one.request for one in pupils} == set()


def test_every_young_teacher_of_a_school_has_a_subject_and_a_goal_of_his_own() -> None:
    assert max(school.young for school in SCHOOLS) <= min(len(TEACHERS), len(LATER_GOALS))


def test_each_partner_offers_two_trades() -> None:
    assert set(Counter(one.partner for one in EMPLOYER_PUPIL).values()) == {2}


def test_a_kindergarten_is_led_by_its_own_people() -> None:
    (garden,) = [school for school in SCHOOLS if school.kind == "kindergarten"]

    assert garden.signature == "старший воспитатель, Сергеева\xa0Л.\xa0А."
    assert garden.principal_position == "заведующий"


def test_few_schools_meet_rarely_and_each_says_why() -> None:
    rare = [school.short_name for school in SCHOOLS if school.rhythm_days > 30]

    assert rare == ["Каменская ООШ", "Таёжнинская СОШ"]
    assert [school.short_name for school in SCHOOLS if school.why_slow] == rare
