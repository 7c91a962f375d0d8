"""A board of a small district: five schools, two seasons; a test changes what it asks about."""

from datetime import date

from dashboards.board_data import BoardInput, SeasonForms
from dashboards.figures.model import School
from dashboards.figures.publications import PublicationsData, PublishedItem
from dashboards.figures.submitted import HandedIn, SchoolForm
from municipal.indicators.aggregate import SchoolFacts
from municipal.indicators.facts import Facts
from tenants.domain.school_year import SchoolYear, Season, SeasonOfYear
from tests.municipal.indicators.cases import honest, pairs

YEAR = SchoolYear(2025)
OCTOBER = SeasonOfYear(YEAR, Season.OCTOBER)
MAY, OCTOBER_BEFORE = OCTOBER.previous, OCTOBER.year_before
NAMES = ("Каменская ООШ", "СОШ № 1", "СОШ № 2", "Лицей № 4", "Детский сад «Ива»")
SCHOOLS = {at: School(at, name) for at, name in enumerate(NAMES, 1)}


def form(school_id: int, facts: Facts) -> SchoolFacts:
    return SchoolFacts(school_id, facts)


def season(of: SeasonOfYear, **mentees: int) -> SeasonForms:
    """``s1=18`` — school 1 handed in a form with 18 mentees in pairs; the schools left out did not hand in."""
    forms = tuple(
        form(int(key[1:]), honest(of.season, E1=pairs(n, {"pupil_pupil": n}), E7=n)) for key, n in mentees.items()
    )
    return SeasonForms(of, forms)


def board_input(
    *seasons: SeasonForms,
    carry: bool = True,
    states: tuple[HandedIn, ...] = (HandedIn.ACCEPTED,) * 5,
    publications: int = 3,
) -> BoardInput:
    items = tuple(PublishedItem(date(2025, 9, 1 + at), f"Материал {at}", "сайт ИМЦ") for at in range(publications))
    return BoardInput(
        seasons=seasons,
        states=tuple(SchoolForm(SCHOOLS[at], state) for at, state in enumerate(states, 1)),
        publications=PublicationsData(YEAR, 5, items),
        carry=carry,
    )
