"""The frame of a page: menu by role and by what exists, the year of the address, theme and size, service pages."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory, override_settings
from django.urls import path, register_converter, resolve

from config import views
from config.context import Frame, frame
from config.context import _standing as standing
from tenants.converters import YearConverter
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear
from tenants.place import Place
from tests.cast import ANNA, Actor

register_converter(YearConverter, "frame_year")


def page(_request: HttpRequest, **_kwargs: object) -> HttpResponse:
    return HttpResponse("page")


def curators_page(_request: HttpRequest, **_kwargs: object) -> HttpResponse:
    return HttpResponse("page")


curators_page.allowed_roles = (Role.CURATOR,)  # type: ignore[attr-defined]  # as the decorators of tenants.access do

urlpatterns = [
    path("<frame_year:year>/segodnya/", page),
    path("<frame_year:year>/karta/", page),
    path("<frame_year:year>/monitoring/", curators_page),
    path("vid/", views.view_settings, name="view_settings"),
    path("pomosch/", views.help_page, name="help_page"),
]
NOW = SchoolYear(2025)


def place_of(role: Role, *, places: int = 1) -> Place:
    return Place(role, 1, "Заречная СОШ", 1, None, "Europe/Moscow", NOW, 1, places=places)


def framed(address: str, place: Place | None, **cookies: str) -> Frame:
    request = RequestFactory().get(address)
    request.place = place  # type: ignore[attr-defined]  # what the middleware sets
    request.user = AnonymousUser()  # a real one needs the database, and the frame takes only a name from it
    request.urlconf = __name__  # type: ignore[attr-defined]  # what the middleware sets
    request.COOKIES.update(cookies)
    return frame(request)["frame"]


@pytest.fixture(autouse=True)
def _forget_menus() -> None:
    standing.cache_clear()


def test_only_sections_that_stand_on_this_host_are_offered() -> None:
    menu = framed("/2025-26/karta/7/", place_of(Role.CURATOR)).menu
    assert [item.href for item in menu] == ["/2025-26/segodnya/", "/2025-26/karta/", "/2025-26/monitoring/"]
    assert [item.active for item in menu] == [False, True, False]
    assert not any(item.here for item in menu)


def test_a_section_whose_view_is_closed_to_the_role_is_not_offered() -> None:
    menu = framed("/2025-26/segodnya/", place_of(Role.PRINCIPAL)).menu
    assert [item.code for item in menu] == ["segodnya", "karta"]


@override_settings(ROOT_URLCONF=__name__)
def test_a_past_year_stays_in_every_address_of_the_menu_and_is_named() -> None:
    request = RequestFactory().get("/2023-24/karta/")
    request.place = place_of(Role.CURATOR)  # type: ignore[attr-defined]  # what the middleware sets
    request.user = AnonymousUser()
    request.resolver_match = resolve("/2023-24/karta/", urlconf=__name__)
    shown = frame(request)["frame"]
    assert (shown.year_title, shown.year_over, shown.present_href) == ("2023/24", True, "/2025-26/karta/")
    assert (shown.year_open, shown.year_note) == (False, "2023/24 учебный год закрыт: его только читают.")
    assert {item.href.split("/")[1] for item in shown.menu} == {"2023-24"}


def test_the_label_may_be_changed_only_where_there_is_something_to_choose() -> None:
    assert framed("/vid/", place_of(Role.CURATOR)).places_href == ""


def test_theme_and_size_come_from_cookies_and_only_known_words_reach_the_page() -> None:
    known = framed("/vid/", None, tropa_theme="dark", tropa_size="large")
    foreign = framed("/vid/", None, tropa_theme='"><script>', tropa_size="huge")
    assert (known.theme, known.size, foreign.theme, foreign.size) == ("dark", "large", "", "")


def chosen(**fields: str) -> HttpResponse:
    request = RequestFactory().post("/vid/", fields)
    return views.view_settings(request)


def test_a_choice_of_looks_is_kept_in_cookies_of_this_host() -> None:
    answer = chosen(size="large", theme="dark", back="/2025-26/karta/")
    assert (answer.status_code, answer["Location"]) == (302, "/2025-26/karta/")
    assert {name: cookie.value for name, cookie in answer.cookies.items()} == {
        "tropa_size": "large",
        "tropa_theme": "dark",
    }
    assert all(cookie["httponly"] and not cookie["domain"] for cookie in answer.cookies.values())


def test_the_ordinary_look_forgets_the_cookies() -> None:
    assert {cookie["max-age"] for cookie in chosen(size="", theme="").cookies.values()} == {0}


@pytest.mark.parametrize("elsewhere", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
def test_after_a_choice_one_is_never_led_to_another_host(elsewhere: str) -> None:
    assert chosen(back=elsewhere)["Location"] == "/"


def test_a_fault_of_ours_shows_the_number_that_stands_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR, logger="tropa.incident"):
        answer = views.server_error(RequestFactory().get("/v/secret-of-a-link/"))
    number = answer["X-Incident"]
    assert answer.status_code == 500
    assert number in answer.content.decode()
    assert number in caplog.text
    assert "secret-of-a-link" not in caplog.text


def test_a_closed_page_says_what_the_refusal_says() -> None:
    refusal = Refusal("Приказ подписывает директор.", "Отправьте ему проект.")
    answer = views.forbidden(RequestFactory().get("/"), PermissionDenied(refusal))
    assert answer.status_code == 403
    assert "Отправьте ему проект." in answer.content.decode().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("view", "status"), [(views.not_found, 404), (views.bad_request, 400)], ids=["not found", "bad request"]
)
def test_an_error_page_comes_whole_to_a_stranger(
    view: Callable[[HttpRequest, Exception], HttpResponse], status: int
) -> None:
    answer = view(RequestFactory().get("/x/"), Exception())
    assert answer.status_code == status
    assert "</html>" in answer.content.decode()


def test_a_stale_form_says_that_nothing_was_sent() -> None:
    answer = views.csrf_failure(RequestFactory().post("/x/"))
    assert answer.status_code == 403
    assert "ничего не&nbsp;отправлено" in answer.content.decode()


@pytest.mark.parametrize("address", ["/vid/", "/pomosch/", "/esche/"])
def test_service_pages_open_to_a_curator(address: str, browser_of: Callable[[Actor], Client]) -> None:
    answer = browser_of(ANNA).get(address)
    assert answer.status_code == 200
    assert 'data-level="school"' in answer.content.decode()


def test_a_page_that_does_not_exist_keeps_the_frame_of_who_asks(browser_of: Callable[[Actor], Client]) -> None:
    answer = browser_of(ANNA).get("/2025-26/takogo-net/")
    assert answer.status_code == 404
    assert 'class="cover"' in answer.content.decode()
