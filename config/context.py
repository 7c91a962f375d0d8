"""What the page frame shows: whose page it is, which year, where one may go from here.

Everything is taken from the request (``request.place`` and ``request.host_school`` are set by the middleware of
``tenants``); nothing here asks the database. A section stands in the menu when its address exists on this host and
its view lets the person's role in, so a room that is not built yet is simply not offered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

from config.menu import SECTIONS, Section
from tenants import clock
from tenants.domain.roles import Role
from tenants.domain.russian import date_words
from tenants.domain.school_year import SchoolYear
from tenants.place import Place

SIZE_COOKIE, THEME_COOKIE = "tropa_size", "tropa_theme"
SIZES, THEMES = ("large",), ("dark",)
SAMPLE_YEAR = SchoolYear(2025)  # any year: addresses of sections differ only by it


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A line of the menu. ``active``: we are in this section; ``here``: on its first page; ``count``: deeds waiting."""

    code: str
    icon: str
    title: str
    short: str
    href: str
    active: bool
    here: bool
    count: int


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything base_app.html, base_auth.html and base_link.html show around a page; empty text means «leave out».

    ``year_open`` is False where the year of the page takes no more writing: such a page shows no buttons.
    ``year_over`` is True for every past year: its page speaks in the past tense.
    """

    level: str
    year_title: str
    year_slug: str
    path: str = ""
    theme: str = ""
    size: str = ""
    host_name: str = ""
    place_name: str = ""
    role: str = ""
    holds: str = ""
    user_name: str = ""
    present_title: str = ""
    present_href: str = ""
    year_note: str = ""
    year_open: bool = True
    year_over: bool = False
    home_href: str = "/"
    view_href: str = ""
    help_href: str = ""
    people_href: str = ""
    rights_href: str = ""
    more_href: str = ""
    exit_href: str = ""
    places_href: str = ""
    menu: tuple[MenuItem, ...] = ()
    tabs: tuple[MenuItem, ...] = field(default=())


def frame(request: HttpRequest) -> dict[str, Frame]:
    """Context processor: ``frame`` for every template. A view may set ``request.todo`` to the count of deeds."""
    place: Place | None = getattr(request, "place", None)
    year = _year_of_page(request, place)
    shared = _of_host(request)
    if place is None:
        return {"frame": Frame(year_title=year.title, year_slug=year.slug, **shared)}
    menu = _menu(request, place, year)
    here = Frame(
        year_title=year.title,
        year_slug=year.slug,
        place_name=place.name,
        role=place.role.word,
        holds=_holds(place),
        user_name=str(getattr(request.user, "short_name", "")),
        present_title=place.year.title,
        present_href=f"/{place.year.slug}/{_section_of(request.path) or _first(menu)}/",
        year_note=_year_note(year, place),
        year_open=not year.is_closed(clock.today()),
        year_over=year < place.year,
        home_href=menu[0].href if menu else "/",
        menu=menu,
        tabs=tuple(item for item in menu if item.short),
        **{**shared, "level": place.level},
    )
    return {"frame": here}


def _holds(place: Place) -> str:
    """The role as the label says it: «заместитель куратора», «куратор до 20 ноября»."""
    return f"{place.word} до {date_words(place.until, with_year=False)}" if place.until else place.word


def _year_note(year: SchoolYear, place: Place) -> str:
    """The quiet line on every page of a year that is not the present one."""
    if year > place.year:
        return f"{year.title} учебный год начнётся {date_words(year.starts_on)}."
    if year == place.year:
        return ""
    if place.level == "region":
        return f"Вы смотрите прошлый, {year.title} учебный год."
    if year.is_closed(clock.today()):
        return f"{year.title} учебный год закрыт: его только читают."
    return f"{year.title} учебный год окончен. Записи за него принимаются до {date_words(year.written_until)}."


def _of_host(request: HttpRequest) -> dict[str, Any]:
    """What is known without a person: host, cookies, addresses of the service pages."""
    school = getattr(request, "host_school", None)
    urlconf = getattr(request, "urlconf", None)
    place: Place | None = getattr(request, "place", None)
    theme, size = request.COOKIES.get(THEME_COOKIE, ""), request.COOKIES.get(SIZE_COOKIE, "")
    return {
        "level": "school" if school else "municipality",
        "path": request.path,
        "theme": theme if theme in THEMES else "",
        "size": size if size in SIZES else "",
        "host_name": school.short_name if school else "",
        "view_href": _address("view_settings", urlconf),
        "help_href": _address("help_page", urlconf),
        "people_href": _address("entry:who", urlconf) if place else "",
        "rights_href": _address("who_sees_what", urlconf) if place else "",
        "more_href": _address("more", urlconf),
        "exit_href": _address("sign_out", urlconf),
        "places_href": _address("places", urlconf) if place and place.places > 1 else "",
    }


def _year_of_page(request: HttpRequest, place: Place | None) -> SchoolYear:
    """The year in the address; where it names none, or one that is not there yet, the year the place works in."""
    match = getattr(request, "resolver_match", None)
    named = match.kwargs.get("year") if match else None
    present = place.year if place else SchoolYear.of(clock.today())
    return named if isinstance(named, SchoolYear) and named <= present.next else present


def _menu(request: HttpRequest, place: Place, year: SchoolYear) -> tuple[MenuItem, ...]:
    urlconf = getattr(request, "urlconf", None) or settings.ROOT_URLCONF
    section_now, todo = _section_of(request.path), int(getattr(request, "todo", 0))
    return tuple(
        MenuItem(
            code=section.code,
            icon=section.icon,
            title=section.title,
            short=section.tab,
            href=f"/{year.slug}/{section.code}/",
            active=section.code == section_now,
            here=request.path == f"/{year.slug}/{section.code}/",
            count=todo if place_in_order == 0 else 0,
        )
        for place_in_order, section in enumerate(_standing(str(urlconf), place.level, place.role))
    )


def _section_of(path: str) -> str:
    """«karta» of «/2025-26/karta/7/»; empty where the address has no year."""
    parts = path.strip("/").split("/")
    return parts[1] if len(parts) > 1 else ""


def _first(menu: tuple[MenuItem, ...]) -> str:
    return menu[0].code if menu else ""


@lru_cache(maxsize=64)
def _standing(urlconf: str, level: str, role: Role) -> tuple[Section, ...]:
    """Sections whose page exists on this host and is open to the role."""
    return tuple(s for s in SECTIONS[level] if role in s.roles and _open_to(s.code, urlconf, role))


def _open_to(code: str, urlconf: str, role: Role) -> bool:
    try:
        view = resolve(f"/{SAMPLE_YEAR.slug}/{code}/", urlconf).func
    except Resolver404:
        return False
    allowed = getattr(view, "allowed_roles", None)
    return allowed is None or role in allowed


def _address(name: str, urlconf: str | None) -> str:
    try:
        return reverse(name, urlconf=urlconf)
    except NoReverseMatch:
        return ""
