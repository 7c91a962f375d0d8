"""A school's life in the demonstration: three school years of people, pairs, meetings, papers and publications.

Everything goes through the services that the pages call; only the clock is told.
"""

from __future__ import annotations

from datetime import date, timedelta

from config.demo.life import Life
from config.demo.meetings import end_pairs, meet
from config.demo.names import people
from config.demo.papers import file_paper, publish_the_year
from config.demo.town import SchoolSpec
from schools.pairs.models import Programme
from schools.pairs.services.form_pair import NewPair, appoint_pair, propose_pair
from schools.passport.services.save_card import save_card, save_headcount
from schools.people.models import Consent, Partner
from schools.people.services.add_person import NewPerson, add_person
from schools.people.services.enrol import enrol_mentee, enrol_mentor
from schools.people.services.record_consent import record_consent
from tenants.domain.school_year import SchoolYear

FORMS_OF_SCHOOL = ("pupil_pupil", "teacher_teacher", "pupil_pupil", "teacher_pupil", "employer_pupil", "pupil_pupil")
FORMS_OF_KINDERGARTEN = ("educator_educator",)
FORMS_OF_TEACHERS = frozenset({"teacher_teacher", "educator_educator"})
FORMS_OF_SMALL = ("pupil_pupil", "employer_pupil", "teacher_pupil")


def found_school(life: Life, first: SchoolYear) -> None:
    """The card, the founding papers, the programmes and the partners."""
    spec, start = life.spec, first.starts_on
    for kind, day in (("implementation", 3), ("regulation", 5), ("incentive_rules", 12)):
        file_paper(life, kind, start + timedelta(days=day))
    for number in range(spec.partners):
        Partner.objects.create(name=_PARTNERS[(number + len(spec.slug)) % len(_PARTNERS)], since=start)
    for code in sorted(set(_forms(spec))):
        row = Programme.objects.create(
            title=_PROGRAMMES[code],
            mentoring_format=code,
            valid_from=start + timedelta(days=6),
            url="" if spec.fate == "silent" else f"https://{spec.slug}.example/programma/{code.replace('_', '-')}",
        )
        life.programmes[code] = row.pk


def live_a_year(life: Life, year: SchoolYear, *, order: int, until: date) -> None:
    """September to ``until``: numbers, papers, new people and pairs, meetings, publications; in May the pairs end."""
    names = people(life.random)
    spec, start = life.spec, year.starts_on
    save_card(
        official_name=spec.name,
        principal_name=" ".join(spec.principal),
        site_section_url=f"https://{spec.slug}.example/nastavnichestvo",
        site_section_updated_on=year.starts_on + timedelta(days=9),
        site_section_works=True,
        checked_on=year.starts_on + timedelta(days=9),
        actor_id=life.actor_id,
        at=life.moment(year.starts_on + timedelta(days=9)),
    )
    growth = 1 + order * 0.02
    save_headcount(
        as_of=start,
        pupils_10_19=round(spec.pupils_10_19 * growth),
        pupils_15_19=round(spec.pupils_15_19 * growth),
        young_teachers=spec.young,
        teachers=spec.teachers,
        actor_id=life.actor_id,
        at=life.moment(start),
    )
    for kind, day in (("curator", 2), ("liaison", 4), ("mentors_register", 15), ("pairs", 18)):
        file_paper(life, kind, start + timedelta(days=day), year=year)
    appointed_on = start + timedelta(days=18)
    _form_pairs(life, year, count=spec.pairs[order], on=appointed_on, names=names, last=order == len(spec.pairs) - 1)
    meet(life, until=until)
    publish_the_year(life, year, until)
    if until >= date(year.start_year + 1, 5, 25):
        end_pairs(life, date(year.start_year + 1, 5, 25))
        file_paper(life, "reward", date(year.start_year + 1, 5, 27), year=year, people=max(1, spec.pairs[order] // 4))


def _forms(spec: SchoolSpec) -> tuple[str, ...]:
    if spec.kind == "kindergarten":
        return FORMS_OF_KINDERGARTEN
    return FORMS_OF_SMALL if spec.teachers == 1 else FORMS_OF_SCHOOL


def _codes(spec: SchoolSpec, count: int, young: int) -> list[str]:
    """Forms of the year's pairs: young teachers first, the rest in turn."""
    forms = _forms(spec)
    for_teachers = next((code for code in forms if code in FORMS_OF_TEACHERS), None)
    first = [for_teachers] * min(young, count) if for_teachers else []
    others = [code for code in forms if code not in FORMS_OF_TEACHERS] or [forms[0]]
    return [*first, *(others[number % len(others)] for number in range(count - len(first)))]


def _form_pairs(life: Life, year: SchoolYear, *, count: int, on: date, names: object, last: bool) -> None:
    young = life.spec.young - (life.spec.young_alone if last else 0)
    for number, code in enumerate(_codes(life.spec, count, young)):
        late = number >= count - 2 and count > 6  # the last two are appointed later in the autumn
        day = on + timedelta(days=7) if late else on
        mentor = _mentor(life, code, year, names)
        group = 2 if number % 5 == 4 and code not in FORMS_OF_TEACHERS else 1
        mentees = [_mentee(life, code, year, names, young=number < young) for _ in range(group)]
        pair = propose_pair(
            NewPair(
                mentoring_format=code,
                mentors=[mentor],
                mentees=mentees,
                goal=_GOALS[number % len(_GOALS)],
                programme_id=life.programmes.get(code),
            ),
            on=day - timedelta(days=5),
            actor_id=life.actor_id,
            at=life.moment(day - timedelta(days=5)),
        )
        number_of_order = f"{48 + (7 if late else 0)}-од"
        appoint_pair(pair, order_number=number_of_order, ordered_on=day, actor_id=life.actor_id, at=life.moment(day))
        life.open_pairs.append((pair, day))
    if last:  # somebody waits for a mentor, and somebody's paper is not signed yet
        waiting = _mentee(life, _forms(life.spec)[0], year, names, young=False)
        if life.spec.slug == "school-2":
            Consent.objects.filter(person_id=waiting).delete()


def _mentor(life: Life, code: str, year: SchoolYear, names: object) -> int:
    pool = life.mentors.setdefault(code, [])
    if code not in {"pupil_pupil"} and pool and life.random.random() < 0.35:
        return life.random.choice(pool)
    kind = {"pupil_pupil": "pupil", "employer_pupil": "partner"}.get(code, "teacher")
    person = _person(
        life,
        kind,
        year,
        names,
        age=9 if life.spec.teachers == 1 else life.random.randint(15, 16),
        experience=life.random.randint(9, 28),
    )
    trained = year.starts_on + timedelta(days=8) if life.random.random() < 0.7 else None
    works_here = kind == "teacher"
    enrol_mentor(
        person,
        since=year.starts_on + timedelta(days=6),
        strengths=_STRENGTHS[person % len(_STRENGTHS)],
        capacity=2,
        trained_on=trained,
        labour_consent_on=year.starts_on + timedelta(days=7) if works_here else None,
        labour_agreement=f"{person}/{year.start_year % 100}" if works_here and life.random.random() < 0.9 else "",
        actor_id=life.actor_id,
        at=life.moment(year.starts_on + timedelta(days=7)),
    )
    if kind == "pupil":
        life.leaving.append(person)
    else:
        pool.append(person)
    return person


def _mentee(life: Life, code: str, year: SchoolYear, names: object, *, young: bool) -> int:
    kind = "teacher" if code in FORMS_OF_TEACHERS else "pupil"
    oldest = 9 if life.spec.teachers == 1 else 14
    person = _person(life, kind, year, names, age=life.random.randint(oldest - 3, oldest), experience=1 if young else 6)
    enrol_mentee(
        person,
        since=year.starts_on + timedelta(days=8),
        request=_REQUESTS[person % len(_REQUESTS)],
        actor_id=life.actor_id,
        at=life.moment(year.starts_on + timedelta(days=8)),
    )
    life.leaving.append(person)
    return person


def _person(life: Life, kind: str, year: SchoolYear, names: object, *, age: int, experience: int) -> int:
    last_name, first_name, patronymic = next(names)  # type: ignore[call-overload]  # an endless generator of names
    start, pupil = year.starts_on, kind == "pupil"
    partners = list(Partner.objects.values_list("pk", flat=True)) if kind == "partner" else []
    person = add_person(
        NewPerson(
            last_name=last_name,
            first_name=first_name,
            patronymic=patronymic,
            kind=kind,
            class_name=f"{max(1, min(11, age - 6))} «{life.random.choice('АБВ')}»" if pupil else "",
            birth_year=start.year - age if pupil else None,
            birth_month=life.random.randint(1, 8) if pupil else None,
            teaching_since=date(start.year - experience, 9, 1) if kind == "teacher" else None,
            position="учитель" if kind == "teacher" and life.spec.kind == "school" else "",
            partner_id=life.random.choice(partners) if partners else None,
            special_conditions=pupil and life.random.random() < 0.06,
        ),
        actor_id=life.actor_id,
        at=life.moment(start + timedelta(days=6)),
    )
    record_consent(
        person,
        purpose="processing",
        given_on=start + timedelta(days=7),
        by_representative=pupil,
        kept_as="оригинал в папке",
        today=start + timedelta(days=7),
        actor_id=life.actor_id,
        at=life.moment(start + timedelta(days=7)),
    )
    return person


_PARTNERS = (
    "Лесничество «Верховья»", "Верхнереченская центральная больница", "Хлебозавод «Колос»",
    "Аграрный колледж", "Дом культуры «Маяк»", "Дорожный участок № 12",
)  # fmt: skip
_PROGRAMMES = {
    "pupil_pupil": "Плечом к плечу", "teacher_teacher": "Первые три года", "teacher_pupil": "Учусь учиться",
    "employer_pupil": "Профессия рядом", "educator_educator": "Вместе в группе", "student_pupil": "Шаг до колледжа",
}  # fmt: skip
_GOALS = (
    "подтянуть учёбу и научиться планировать неделю", "увереннее вести урок", "подготовить проект к конференции",
    "привыкнуть к новому классу", "выбрать направление после девятого класса", "научиться просить о помощи",
)  # fmt: skip
_STRENGTHS = ("подготовка к урокам", "работа с проектами", "адаптация в классе", "профессиональные пробы", "общение")
_REQUESTS = (
    "трудно даётся математика", "первый год в школе", "хочу сделать проект", "новый класс", "ищу профессию",
)  # fmt: skip
