"""A form of a page filled and sent without a browser: what stands in it goes along, as a browser would send it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode, urljoin

from tests.browser.client import Client


@dataclass(slots=True)
class _Form:
    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)


class _Forms(HTMLParser):
    """Forms of a page with what is typed and chosen in them; buttons by their words."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[_Form] = []
        self._open: _Form | None = None
        self._said: list[str] | None = None
        self._named: dict[str, str] = {}
        self._select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = _Form(named.get("action", ""))
            self.forms.append(self._open)
        if self._open is None:
            return
        if tag == "input":
            self._input(self._open, named)
        elif tag == "select":
            self._select = named.get("name", "")
        elif tag == "option" and "selected" in named:
            self._open.fields.append((self._select, named.get("value", "")))
        elif tag in {"button", "textarea"}:
            self._named, self._said = named, []

    @staticmethod
    def _input(form: _Form, named: dict[str, str]) -> None:
        kind = named.get("type", "text")
        if named.get("name") and kind != "file" and (kind not in {"checkbox", "radio"} or "checked" in named):
            form.fields.append((named["name"], named.get("value", "on" if kind == "checkbox" else "")))

    def handle_data(self, data: str) -> None:
        if self._said is not None:
            self._said.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        if self._open is None or self._said is None or tag not in {"button", "textarea"}:
            return
        words, name = " ".join("".join(self._said).split()), self._named.get("name", "")
        if tag == "button":
            self._open.buttons[words] = (name, self._named.get("value", ""))
        else:
            self._open.fields.append((name, "".join(self._said)))
        self._said = None


def press(client: Client, address: str, button: str, **typed: str) -> str:
    """Open the page, type into the form with the button whose words begin so, press; gives the address it leads to."""
    page = _Forms()
    page.feed(client.ask("GET", address).text)
    form, words = next((one, words) for one in page.forms for words in one.buttons if words.startswith(button))
    sent = [one for one in form.fields if one[0] not in typed] + list(typed.items())
    if form.buttons[words][0]:
        sent.append(form.buttons[words])
    answer = client.ask("POST", urljoin(address, form.action or address), urlencode(sent))
    assert answer.status == 302, answer.text
    return str(urljoin(address, answer.headers["Location"]))
