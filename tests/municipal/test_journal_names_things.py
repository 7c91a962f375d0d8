"""An entry of the journal says by itself what was changed: which monitoring, school, note, publication or key."""

from __future__ import annotations

from datetime import date

import pytest

from municipal.campaigns.services.exempt_school import exempt_school
from municipal.campaigns.services.extend_deadline import extend_deadline
from municipal.press.services.add_publication import add_publication
from municipal.press.services.remove_publication import remove_publication
from municipal.region.services.issue_token import issue_token
from municipal.region.services.revoke_token import revoke_token
from municipal.submissions.services.remind_schools import remind_schools
from tenants.current import municipality_open, region_open
from tenants.journal.models import Entry
from tests.factories.municipal import accepted, handed_in, local, opened, returned

pytestmark = pytest.mark.django_db
DAY = date(2025, 10, 22)
AT = local(DAY)


def _said() -> list[tuple[str, str]]:
    return [(act, text.replace("\u00a0", " ")) for act, text in Entry.objects.order_by("id").values_list("act", "text")]


def test_acts_of_a_monitoring_name_it_and_the_schools() -> None:
    campaign = opened()
    accepted(campaign, handed_in(campaign, 1))
    returned(campaign, handed_in(campaign, 2))
    with municipality_open(1):
        remind_schools(campaign_id=campaign.id, at=AT, actor_id=None)
        until = date(2025, 10, 30)
        extend_deadline(campaign_id=campaign.id, school_id=3, until=until, reason="Карантин", at=AT, actor_id=None)
        exempt_school(campaign_id=campaign.id, school_id=3, reason="Ремонт", at=AT, actor_id=None)
        said = dict(_said())
    assert said["campaign_opened"] == "Кампания «Октябрь 2025» открыта: 3 школы."
    assert said["submission_accepted"] == "Мониторинг «Октябрь 2025», Лесная СОШ: форма принята, версия 1."
    assert said["submission_returned"] == "Мониторинг «Октябрь 2025», Речная СОШ: форма возвращена, версия 1, 1 вопрос."
    assert said["schools_reminded"] == "Мониторинг «Октябрь 2025», отправлено напоминание: Детский сад «Ива»."
    assert said["deadline_extended"].endswith("Детский сад «Ива»: срок продлён до 30 октября 2025 года.")
    assert said["school_exempted"].endswith("Детский сад «Ива»: отчёт не нужен, причина указана.")


def test_a_publication_is_named_when_it_comes_and_when_it_goes() -> None:
    with municipality_open(1):
        added = add_publication(
            municipality_id=1,
            title="Наставники округа",
            url="https://imc.example/1",
            resource="сайт ИМЦ",
            published_on=date(2025, 10, 2),
            today=DAY,
            at=AT,
            actor_id=None,
        )
        assert remove_publication(publication_id=added, at=AT, actor_id=None)
        assert not remove_publication(publication_id=added, at=AT, actor_id=None)
        said = _said()
    thing = "публикация округа «Наставники округа», сайт ИМЦ, 2 октября 2025 года."
    assert said == [("publication_added", f"Добавлена {thing}"), ("publication_removed", f"Убрана {thing}")]


def test_a_key_is_named_when_it_is_given_and_taken_back() -> None:
    with region_open(1):
        issued = issue_token(region_id=1, name=" сводка центра ", days=21, at=AT, actor_id=None)
        assert revoke_token(token_id=issued.id, at=AT, actor_id=None)
        assert not revoke_token(token_id=issued.id, at=AT, actor_id=None)
        said = _said()
    assert said == [
        ("token_issued", "Выдан ключ доступа «сводка центра» на 21 день."),
        ("token_revoked", "Отозван ключ доступа «сводка центра»."),
    ]
