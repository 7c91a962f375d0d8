"""A school's life in the demonstration: three school years of people, pairs, meetings, papers and publications.

Everything goes through the services that the pages call; only the clock is told.
"""

from __future__ import annotations

from datetime import date

from config.demo.days import of_september, working
from config.demo.life import Life
from config.demo.meetings import end_pairs, meet
from config.demo.pairing import FORMS_OF_KINDERGARTEN, FORMS_OF_SCHOOL, FORMS_OF_SMALL, form_pairs, let_wait
from config.demo.papers import file_paper, publish_the_year
from config.demo.themes import EMPLOYER_PUPIL
from config.demo.town import SchoolSpec
from schools.pairs.models import Programme
from schools.passport.services.save_card import save_card, save_headcount
from schools.people.models import Partner
from schools.people.services.archive_person import archive_person
from tenants.domain.school_year import SchoolYear

# Which working day of September brings what; an order a day, so that numbers and dates go up together.
ORDERS_OF_SEPTEMBER = {"curator": 2, "liaison": 4, "mentors_register": 8, "pairs": 10}
ORDERS_OF_FOUNDING = {"implementation": 3, "regulation": 6, "incentive_rules": 12}
SECTION_UPDATED, PEOPLE_ENTERED = 7, 5
LAST_DAY = 25  # of May: the pairs of the year end by it


def found_school(life: Life, first: SchoolYear) -> None:
    """The card, the founding papers, the programmes and the partners."""
    spec = life.spec
    for kind, number in ORDERS_OF_FOUNDING.items():
        file_paper(life, kind, of_september(first, number))
    names = list(dict.fromkeys(theme.partner for theme in EMPLOYER_PUPIL))
    for number in range(spec.partners):
        partner = Partner.objects.create(name=names[(number + life.voice) % len(names)], since=first.starts_on)
        life.partners.append(partner.pk)
    for code in sorted(set(forms_of(spec))):
        row = Programme.objects.create(
            title=_PROGRAMMES[code],
            mentoring_format=code,
            valid_from=of_september(first, PEOPLE_ENTERED),
            url="" if spec.fate == "silent" else f"https://{spec.slug}.example/programma/{code.replace('_', '-')}",
        )
        life.programmes[code] = row.pk


def live_a_year(life: Life, year: SchoolYear, *, order: int, until: date) -> None:
    """September to ``until``: numbers, papers, new people and pairs, meetings, publications; in May the pairs end."""
    _clear_registers(life, year)
    _count_everybody(life, year, order)
    for kind, number in ORDERS_OF_SEPTEMBER.items():
        file_paper(life, kind, of_september(year, number), year=year)
    last = order == len(life.spec.pairs) - 1
    form_pairs(
        life,
        year,
        forms=forms_of(life.spec),
        count=life.spec.pairs[order],
        on=of_september(year, ORDERS_OF_SEPTEMBER["pairs"]),
        last=last,
    )
    if last:
        let_wait(life, year)
    end = date(year.start_year + 1, 5, LAST_DAY)
    broken = meet(life, year, until=until)
    publish_the_year(life, year, until)
    if until >= end:
        end_pairs(life, end, but=broken)
        thanked = max(1, life.spec.pairs[order] // 4)
        file_paper(life, "reward", working(date(year.start_year + 1, 5, LAST_DAY + 2)), year=year, people=thanked)


def forms_of(spec: SchoolSpec) -> tuple[str, ...]:
    """Forms of mentoring by which the school works."""
    if spec.kind == "kindergarten":
        return FORMS_OF_KINDERGARTEN
    return FORMS_OF_SMALL if spec.teachers == 1 else FORMS_OF_SCHOOL


def _clear_registers(life: Life, year: SchoolYear) -> None:
    """On the first of September those whose year is over leave: a past year shows them up to its last day."""
    for person in life.leaving:
        archive_person(person, on=year.starts_on, actor_id=life.actor_id, at=life.moment(of_september(year, 1)))
    life.leaving.clear()


def _count_everybody(life: Life, year: SchoolYear, order: int) -> None:
    spec, updated_on = life.spec, of_september(year, SECTION_UPDATED)
    save_card(
        official_name=spec.name,
        principal_name=" ".join(spec.principal),
        site_section_url=f"https://{spec.slug}.example/nastavnichestvo",
        site_section_updated_on=updated_on,
        site_section_works=True,
        checked_on=updated_on,
        actor_id=life.actor_id,
        at=life.moment(updated_on),
    )
    growth = 1 + order * 0.02
    save_headcount(
        as_of=year.starts_on,
        pupils_10_19=round(spec.pupils_10_19 * growth),
        pupils_15_19=round(spec.pupils_15_19 * growth),
        young_teachers=spec.young,
        teachers=spec.teachers,
        actor_id=life.actor_id,
        at=life.moment(of_september(year, 1)),
    )


_PROGRAMMES = {
    "pupil_pupil": "Плечом к плечу", "teacher_teacher": "Первые три года", "teacher_pupil": "Учусь учиться",
    "employer_pupil": "Профессия рядом", "educator_educator": "Вместе в группе",
}  # fmt: skip
