"""Things left half done, so that their pages can be looked at too: the story itself finishes what it begins."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.browser.client import Client, links_of
from tests.browser.story import YEAR

ROWS = (
    ("№", "Мероприятие", "Срок", "Ответственный"),
    ("1", "Собрать рабочую группу", "до 15 сентября", "Директор"),
    ("2", "Провести праздник", "когда удобно", "Куратор"),
)


def leave_things_half_done(client: Client) -> list[str]:
    """A pasted plan that was read and not saved yet, a pair that was proposed and not appointed yet: their pages."""
    read = _post(
        client,
        f"/{YEAR.slug}/karta/novaya/",
        {
            "way": "paste",
            "p-starts_on": YEAR.starts_on.isoformat(),
            "p-ends_on": YEAR.ends_on.isoformat(),
            "p-text": "\n".join("\t".join(row) for row in ROWS),
        },
    )
    offer = _offer(client)
    named = parse_qs(urlsplit(offer).query)
    pair = {
        "mentors": named["kto"][0],
        "mentees": named["komu"][0],
        "goal": "привыкнуть к школе",
        "kind": "traditional",
    }
    return [read, _post(client, offer, pair)]


def _offer(client: Client) -> str:
    """The first «Предложить» of the page of pairs."""
    links = links_of(client.ask("GET", f"/{YEAR.slug}/pary/").text).hrefs
    return next(link for link in links if re.search(r"/predlozhit/\?kto=\d+&komu=\d+", link))


def _post(client: Client, address: str, form: dict[str, str]) -> str:
    token = links_of(client.ask("GET", address).text).token
    answer = client.ask("POST", address, urlencode({**form, "csrfmiddlewaretoken": token}))
    assert answer.status == 302, answer.text
    return answer.headers["Location"]
