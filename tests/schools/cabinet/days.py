"""Busy schools for tests of the first page, and what is read off it."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import school as make

PAGE = "/2025-26/segodnya/"
TODAY = date(2025, 10, 15)


def text(client: Client, address: str = PAGE, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode().replace("\u00a0", " ").replace("&nbsp;", " ")


def busy_school() -> None:
    stage = make.roadmap()
    make.activity(stage, date(2025, 9, 15), done_on=date(2025, 9, 15))
    for number in range(1, 5):
        make.activity(stage, TODAY - timedelta(days=number), text=f"Просроченное {number}")
    make.activity(stage, TODAY + timedelta(days=5), text="На этой неделе")
    make.activity(stage, TODAY + timedelta(days=9), text="Потом")
    met, silent = make.working_pair(), make.working_pair()
    make.meeting(met, date(2025, 10, 10), feedback=True)
    make.meeting(silent, date(2025, 9, 24))
    make.mentee(consent=False)


def queries(client: Client) -> int:
    client.get(PAGE)  # the host is asked about once
    with CaptureQueriesContext(connection) as asked:
        client.get(PAGE)
    return len(asked)
