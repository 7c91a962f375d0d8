"""Where the lines of the first page lead, for whom they are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import NoReverseMatch, resolve, reverse

from schools.cabinet.domain.targets import Target
from schools.meetings.queries import Choice
from schools.people.domain.filters import Choice as Lacking
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear

# Name of the page, and what is added to its address.
_PAGES: dict[Target, tuple[str, str]] = {
    Target.MONITORING: ("monitoring:form", ""),
    Target.REMARK: ("monitoring:block", ""),
    Target.CHECKING: ("monitoring:check", ""),
    Target.ACTIVITY: ("roadmap:activity", ""),
    Target.PROOF: ("roadmap:activity", ""),
    Target.ROADMAP: ("roadmap:plan", ""),
    Target.ROADMAP_ONE: ("roadmap:one", ""),
    Target.SEND_ROADMAP: ("roadmap:approval", ""),
    Target.NEW_ROADMAP: ("roadmap:start", ""),
    Target.APPROVE: ("roadmap:approval", ""),
    Target.PAIRS: ("pairs:list", ""),
    Target.SILENT_PAIRS: ("pairs:list", "?otbor=davno#pary"),
    Target.PAIR: ("pairs:pair", ""),
    Target.PAUSED_PAIRS: ("pairs:list", "?otbor=priostanovleny#pary"),
    Target.CONSENTS_OF: ("consents:person", ""),
    Target.RETENTION: ("consents:due", ""),
    Target.TAKEDOWN: ("publications:people", ""),
    Target.ORDER: ("pairs:order", ""),
    Target.CONSENTS: ("consents:list", "?otbor=skoro"),
    Target.WITHOUT_CONSENT: ("consents:list", f"?otbor={Lacking.WITHOUT_CONSENT.value}"),
    Target.MEETINGS: ("meetings:list", f"?otbor={Choice.UNMARKED.value}"),
    Target.MEETING: ("meetings:meeting", ""),
    Target.PEOPLE: ("people:mentors", ""),
    Target.NEW_PEOPLE: ("people:import", ""),
    Target.LABOUR: ("consents:labour", ""),
    Target.CARD: ("passport:card", ""),
    Target.EDIT_CARD: ("passport:edit", ""),
    Target.PUBLICATION: ("publications:add", "?itogi"),
    Target.PUBLICATIONS: ("publications:list", ""),
    Target.SURVEY: ("surveys:close", ""),
    Target.SURVEYS: ("surveys:list", ""),
    Target.NEW_YEAR: ("cabinet:august", ""),
}
_WITHOUT_YEAR: dict[Target, str] = {Target.WHO_ENTERS: "entry:who", Target.STILL_YOU: "still_you"}


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom addresses are found: the year of the pages and the role whose pages they are."""

    year: SchoolYear
    role: Role


def address(
    target: Target | None, reader: Reader, place: Sequence[int | str] = (), *, anchor: str = ""
) -> str:  # fmt: skip
    """Where a deed leads; empty for a page that is closed to the reader or does not stand on this host."""
    if target is None:
        return ""
    name, more = _PAGES.get(target, (_WITHOUT_YEAR.get(target, ""), ""))
    try:
        found = reverse(name, args=[*([reader.year] if target in _PAGES else []), *place])
    except NoReverseMatch:
        return ""
    if not _is_open(found, reader.role):
        return ""
    return f"{found}{more}{f'#{anchor}' if anchor else ''}"


def address_of(name: str, year: SchoolYear, *place: int) -> str:
    """The address of a page by its name; empty where it does not stand on this host."""
    try:
        return reverse(name, args=[year, *place])
    except NoReverseMatch:
        return ""


def _is_open(path: str, role: Role) -> bool:
    allowed = getattr(resolve(path).func, "allowed_roles", None)
    return allowed is None or role in allowed
