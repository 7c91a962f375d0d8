"""Addresses that stand on every host."""

from __future__ import annotations

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path, register_converter

from config import views
from tenants.accounts.views import links, rights
from tenants.accounts.views import signing_in as accounts
from tenants.converters import YearConverter

register_converter(YearConverter, "year")

Addresses = list[URLPattern | URLResolver]

common: Addresses = [
    path("", accounts.home, name="home"),
    path("vhod/", accounts.sign_in_page, name="sign_in"),
    path("vhod/ssylka/", links.ask_link, name="ask_link"),
    path("vhod/po-ssylke/<str:token>/", links.enter_by_link, name="enter_by_link"),
    path("parol/", links.new_password, name="new_password"),
    path("kto-chto-vidit/", rights.who_sees_what, name="who_sees_what"),
    path("vyhod/", accounts.sign_out, name="sign_out"),
    path("mesta/", accounts.choose_place, name="places"),
    path("vid/", views.view_settings, name="view_settings"),
    path("pomosch/", views.help_page, name="help_page"),
    path("esche/", views.more, name="more"),
    path("healthz", views.healthz, name="healthz"),
]


def of_year(*rooms: tuple[str, str]) -> Addresses:
    """``/<year>/<prefix>/`` of each room; ``rooms`` are pairs of a prefix and a module of addresses."""
    return [path(f"<year:year>/{prefix}/", include(module)) for prefix, module in rooms if find_spec(module)]
