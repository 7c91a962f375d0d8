"""Reading and pressing the notes' pages."""

from __future__ import annotations

from django.test import Client

from tests.factories.notes import paragraph

BASE = "/2025-26/spravki"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("&nbsp;", " ")


def text(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status, response.status_code
    return plain(response.content.decode())


def done(client: Client, address: str, data: dict[str, str] | None = None) -> str:
    """Press a button and read the page it leads to."""
    response = client.post(address, data or {}, follow=True)
    assert response.status_code == 200
    return plain(response.content.decode())


def block(note_id: int, key: str) -> str:
    return f"{BASE}/{note_id}/abzac/{paragraph(note_id, key).id}/"
