"""Pairs of the demonstration: young teachers first, then by the school's forms, each pair with a theme of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from config.demo.days import number_of, of_september
from config.demo.life import Life, WorkingPair, YoungTeacher
from config.demo.papers import file_paper
from config.demo.persons import Grown, add_grown, add_pupil
from config.demo.themes import LATER_GOALS, OF_SCHOOL, OF_SMALL, Theme
from schools.pairs.services.form_pair import NewPair, appoint_pair, propose_pair
from schools.people.models import Consent, Partner
from schools.people.services.archive_person import archive_person
from schools.people.services.enrol import enrol_mentee, enrol_mentor
from tenants.domain.school_year import SchoolYear

FORMS_OF_SCHOOL = ("pupil_pupil", "teacher_teacher", "pupil_pupil", "teacher_pupil", "employer_pupil", "pupil_pupil")
FORMS_OF_KINDERGARTEN = ("educator_educator",)
FORMS_OF_TEACHERS = frozenset({"teacher_teacher", "educator_educator"})
FORMS_OF_SMALL = ("pupil_pupil", "teacher_pupil", "employer_pupil")
ENROLLED, PROPOSED, TRAINED = 5, 8, 6  # working days of September
LATE = 5  # working days after the others
YOUNG_YEARS = 3


def form_pairs(life: Life, year: SchoolYear, *, forms: Sequence[str], count: int, on: date, last: bool) -> None:
    """Propose and appoint the pairs of a year; in the larger schools the last two by an order a week later."""
    _renew_young(life, year, forms)
    by_teachers = bool(FORMS_OF_TEACHERS & set(forms))
    helped = life.young[: life.spec.young - (life.spec.young_alone if last else 0)] if by_teachers else []
    life.pairs.clear()
    used: Counter[str] = Counter()
    late_on = of_september(year, number_of(on) + LATE)
    codes = _codes(forms, count, len(helped))
    for number, code in enumerate(codes):
        is_late = number >= count - 2 and count > 6
        young = helped[number] if number < len(helped) else None
        theme = young.theme if young else _theme(life, code, year, used[code])
        used[code] += young is None
        _form_pair(life, year, code, theme, young=young, number=number, on=late_on if is_late else on)
    if count > 6:
        file_paper(life, "pairs", late_on, year=year)


def let_wait(life: Life, year: SchoolYear) -> None:
    """This year somebody waits for a mentor, and in one school a waiting pupil's paper is not signed yet."""
    spec = life.spec
    for one in life.young[spec.young - spec.young_alone :]:
        _enrol(life, year, one.id, one.theme)
    if spec.kind == "school" and spec.teachers == 1:
        return
    if spec.kind == "school":
        waiting = _pupil(life, year, _theme(life, "pupil_pupil", year, 12), by=8)
        if spec.slug == "school-2":
            Consent.objects.filter(person_id=waiting).delete()


def _codes(forms: Sequence[str], count: int, young: int) -> list[str]:
    """Forms of the year's pairs: young teachers first, the rest in turn."""
    for_teachers = next((code for code in forms if code in FORMS_OF_TEACHERS), None)
    first = [for_teachers] * min(young, count) if for_teachers else []
    others = [code for code in forms if code not in FORMS_OF_TEACHERS] or [forms[0]]
    return [*first, *(others[number % len(others)] for number in range(count - len(first)))]


def _themes(life: Life, code: str) -> tuple[Theme, ...]:
    known = (OF_SMALL if life.spec.teachers == 1 else OF_SCHOOL)[code]
    if code != "employer_pupil":
        return known
    names = set(Partner.objects.filter(pk__in=life.partners).values_list("name", flat=True))
    ours = [theme for theme in known if theme.partner in names]
    return (*ours[::2], *ours[1::2])  # each partner once, then again


def _theme(life: Life, code: str, year: SchoolYear, number: int) -> Theme:
    themes = _themes(life, code)
    if code in FORMS_OF_TEACHERS:
        taken = {one.theme for one in life.young}
        themes = tuple(theme for theme in themes if theme not in taken)
    return themes[(life.voice + year.start_year * 3 + number) % len(themes)]


def _renew_young(life: Life, year: SchoolYear, forms: Sequence[str]) -> None:
    """Who has taught three years is young no more; newcomers take the places, so that there are always as many."""
    grown = [one for one in life.young if one.since <= year.start_year - YOUNG_YEARS]
    life.young = [one for one in life.young if one not in grown]
    for one in grown:
        archive_person(one.id, on=year.starts_on, actor_id=life.actor_id, at=life.moment(of_september(year, 1)))
    code = next((code for code in forms if code in FORMS_OF_TEACHERS), "teacher_teacher")
    is_first = not life.young and not grown
    while len(life.young) < life.spec.young:
        since = year.start_year - (len(life.young) % YOUNG_YEARS if is_first and life.spec.teachers > 1 else 0)
        theme = _theme(life, code, year, 0)
        if life.spec.teachers == 1:
            theme = replace(theme, position="учитель начальных классов", request="нужен опытный наставник")
        named = life.spec.curator if life.spec.teachers == 1 else None
        position = "воспитатель" if code == "educator_educator" else theme.position
        person = add_grown(life, year, Grown("teacher", position, since, named=named, is_young=True))
        life.young.append(YoungTeacher(person, since, theme))


def _form_pair(
    life: Life, year: SchoolYear, code: str, theme: Theme, *, young: YoungTeacher | None, number: int, on: date
) -> None:
    by = life.random.choice((8, 9)) if life.spec.pupils_15_19 < 10 else life.random.choice((9, 10, 11))
    by = 4 if life.spec.teachers == 1 else by
    mentor = _mentor(life, code, year, theme, grade=by)
    goal, leaving = theme.goal, []
    if young is not None:
        _enrol(life, year, young.id, theme)
        mentees = [young.id]
        if young.since < year.start_year:
            goal = LATER_GOALS[(life.voice + number + 2 * year.start_year) % len(LATER_GOALS)]
    elif code in FORMS_OF_TEACHERS:
        mentees = leaving = [_experienced(life, year, theme)]
    else:
        group = 2 if number % 5 == 4 else 1
        mentees = leaving = [_pupil(life, year, theme, by=by) for _ in range(group)]
    proposed_on = of_september(year, PROPOSED)
    wanted = NewPair(code, [mentor], mentees, goal=goal, programme_id=life.programmes.get(code))
    pair = propose_pair(wanted, on=proposed_on, actor_id=life.actor_id, at=life.moment(proposed_on))
    order = life.order_number(on)
    appoint_pair(pair, order_number=order, ordered_on=on, actor_id=life.actor_id, at=life.moment(on))
    life.pairs.append(WorkingPair(pair, on, theme, tuple(leaving)))


def _mentor(life: Life, code: str, year: SchoolYear, theme: Theme, *, grade: int) -> int:
    """A pupil for this year; an adult once and for all, who comes back whenever the theme does."""
    if code != "pupil_pupil" and theme in life.mentors:
        return life.mentors[theme]
    if code == "pupil_pupil":
        person = add_pupil(life, year, grade)
        life.leaving.append(person)
    else:
        person = _adult(life, code, year, theme)
        life.mentors[theme] = person
    works_here = code in FORMS_OF_TEACHERS
    signed_on, trained_on = of_september(year, ENROLLED + 1), of_september(year, TRAINED)
    enrol_mentor(
        person,
        since=of_september(year, ENROLLED),
        strengths=theme.strength,
        capacity=1 if code == "pupil_pupil" else 2,
        trained_on=trained_on if life.random.random() < 0.7 else None,
        labour_consent_on=signed_on if works_here else None,
        labour_agreement=f"{person}/{year.start_year % 100}" if works_here else "",
        actor_id=life.actor_id,
        at=life.moment(signed_on),
    )
    return person


def _adult(life: Life, code: str, year: SchoolYear, theme: Theme) -> int:
    if code == "employer_pupil":
        partner = Partner.objects.get(name=theme.partner).pk
        return add_grown(life, year, Grown("partner", theme.position, partner_id=partner))
    if life.spec.teachers == 1:
        return life.young[0].id
    return add_grown(life, year, Grown("teacher", theme.position, year.start_year - life.random.randint(9, 28)))


def _experienced(life: Life, year: SchoolYear, theme: Theme) -> int:
    since = year.start_year - life.random.randint(4, 8)
    person = add_grown(life, year, Grown("teacher", "воспитатель", since))
    _enrol(life, year, person, theme)
    life.leaving.append(person)
    return person


def _pupil(life: Life, year: SchoolYear, theme: Theme, *, by: int) -> int:
    """A pupil younger than the mentor of class ``by``."""
    lowest = 1 if by <= 4 else 5
    person = add_pupil(life, year, life.random.randint(lowest, min(by - 1, 8)))
    _enrol(life, year, person, theme)
    life.leaving.append(person)
    return person


def _enrol(life: Life, year: SchoolYear, person: int, theme: Theme) -> None:
    """Into the mentees' pool; who stands in it since an earlier year stays as he is."""
    if person in life.enrolled:
        return
    on = of_september(year, ENROLLED)
    enrol_mentee(person, since=on, request=theme.request, actor_id=life.actor_id, at=life.moment(on))
    life.enrolled.add(person)
