"""From which list somebody came to a person: the filter is kept in the address and taken back to."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.http import HttpRequest
from django.urls import reverse

from schools.people.domain.filters import Filter
from schools.people.queries import Register
from tenants.domain.school_year import SchoolYear

PAGES = {
    Register.MENTORS.value: ("people:mentors", "Наставники"),
    Register.MENTEES.value: ("people:mentees", "Наставляемые"),
}
WORD = "iz"
LONGEST = 600


@dataclass(frozen=True, slots=True)
class Back:
    """Where to go back to; ``tail`` carries the same on through the pages of the person."""

    href: str
    title: str
    tail: str


def back_of(request: HttpRequest, year: SchoolYear) -> Back | None:
    """The list somebody came from, read anew from the address; None where it does not say, or says nonsense."""
    page, _, query = request.GET.get(WORD, "")[:LONGEST].partition("?")
    if page not in PAGES:
        return None
    asked = dict(parse_qsl(query))
    number = asked.get("page", "") if asked.get("page", "").isdigit() else ""
    kept = urlencode(Filter.read(asked).asked() | ({"page": number} if number else {}))
    address, title = PAGES[page]
    href = reverse(address, args=[year]) + (f"?{kept}" if kept else "")
    return Back(href, title, f"?{urlencode({WORD: f'{page}?{kept}'})}")


def tail_of(page: str, wanted: Filter, number: int) -> str:
    """What a link to a person carries: «?iz=mentees%3Fotbor%3D…»."""
    kept = urlencode(wanted.asked() | ({"page": str(number)} if number > 1 else {}))
    return f"?{urlencode({WORD: f'{page}?{kept}'})}"
