"""What a district's board is made of: forms of the last seasons, states of the current campaign, publications.

Pure: values in, values out. A school that has not handed in this season may be shown by its form of the season
before (``carried``): it is never taken for nought, and the page names it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dashboards.figures.model import School
from dashboards.figures.publications import PublicationsData
from dashboards.figures.submitted import SchoolForm
from municipal.indicators.aggregate import SchoolFacts
from municipal.indicators.facts import CellState
from tenants.domain.russian import sort_key
from tenants.domain.school_year import SeasonOfYear


@dataclass(frozen=True, slots=True)
class SeasonForms:
    """The forms of one monitoring, one a school."""

    season: SeasonOfYear
    forms: tuple[SchoolFacts, ...]

    @property
    def by_school(self) -> Mapping[int, SchoolFacts]:
        """The form of every school that has one."""
        return {form.school_id: form for form in self.forms}


@dataclass(frozen=True)
class BoardInput:
    """``seasons`` run from the oldest, the last one is shown; ``states`` are the schools expected in it.

    ``carry``: show the season before for schools that have not handed in; without it only what came is counted,
    as in the note. ``season_over``: the campaign shown is closed; ``year_over``: so is its school year. What is over
    is told in the past tense.
    """

    seasons: tuple[SeasonForms, ...]
    states: tuple[SchoolForm, ...]
    publications: PublicationsData
    carry: bool = True
    season_over: bool = False
    year_over: bool = False

    @property
    def current(self) -> SeasonForms:
        """The season shown."""
        return self.seasons[-1]

    @property
    def previous(self) -> SeasonForms | None:
        """The monitoring held before it, if there was one."""
        return self.seasons[-2] if len(self.seasons) > 1 else None

    @cached_property
    def expected(self) -> tuple[School, ...]:
        """Schools of the season shown, by name."""
        return tuple(sorted((form.school for form in self.states), key=lambda school: sort_key(school.name)))

    @cached_property
    def carried(self) -> tuple[School, ...]:
        """Schools shown by their previous form."""
        if not self.carry or self.previous is None:
            return ()
        came, before = self.current.by_school, self.previous.by_school
        return tuple(school for school in self.expected if school.id not in came and school.id in before)

    @cached_property
    def shown(self) -> Mapping[int, SchoolFacts]:
        """The form every school is shown by: this season's, or the carried one."""
        carried = {school.id for school in self.carried}
        before = self.previous.by_school if self.previous else {}
        return {**{id: before[id] for id in carried}, **self.current.by_school}

    @property
    def shown_forms(self) -> tuple[SchoolFacts, ...]:
        """The same forms in the order of the schools' names."""
        return tuple(self.shown[school.id] for school in self.expected if school.id in self.shown)


def count(forms: Mapping[int, SchoolFacts], school: School, code: str) -> int | None:
    """A school's number; None where there is no form or the line is unknown."""
    form = forms.get(school.id)
    return None if form is None else form.facts.count(code)


def concerned(forms: Mapping[int, SchoolFacts], school: School, *codes: str) -> bool:
    """False for a school that answered «не применяется»: it is left out of the figure, not shown as unknown."""
    form = forms.get(school.id)
    return form is None or all(form.facts.cell(code).state is not CellState.EXEMPT for code in codes)
