"""Signing in, as somebody does who types slowly and wants to see what she typed."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser, expect

from tests.browser.fixtures import Walked
from tests.browser.people import NOBODY_AT_SCHOOL, Visitor
from tests.browser.window import PHONE, window_of


def test_the_password_can_be_shown_and_hidden(walked: Callable[[Visitor], Walked], chromium: Browser) -> None:
    client, _found = walked(NOBODY_AT_SCHOOL)
    with window_of(chromium, client, width=PHONE, theme="light") as window:
        window.open("/vhod/")
        password = window.page.get_by_label("Пароль", exact=True)
        expect(password).to_have_attribute("type", "password")
        window.page.get_by_label("Показать пароль").check()
        expect(password).to_have_attribute("type", "text")
        window.page.get_by_label("Показать пароль").uncheck()
        expect(password).to_have_attribute("type", "password")
