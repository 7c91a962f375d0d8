"""«Сегодня» by who reads it: nothing that is not hers to do, each line at the very field."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from django.conf import settings as product
from django.test import Client

from schools.pairs.services.form_pair import NewPair, propose_pair
from schools.people.models import MentorCard
from schools.roadmap.models import Roadmap, Stage
from tenants.accounts.models import Membership
from tenants.accounts.services.invite import Invitee, Inviter, invite
from tenants.current import school_open
from tenants.domain.roles import Role
from tests.cast import ANNA, EGOR, VERA, Actor
from tests.factories import monitoring as form
from tests.factories import school as make
from tests.factories.municipal import local, opened
from tests.schools.cabinet.days import PAGE, TODAY, busy_school, queries, text

Browser = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def october(db: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """It is noon of 15 October 2025."""
    monkeypatch.setattr(product, "CLOCK_STARTS_AT", local(TODAY))
    yield


def test_the_principal_signs_and_only_reads_the_curators_deeds(browser_of: Browser) -> None:
    opened()
    with school_open(1):
        busy_school()
    client = browser_of(EGOR)
    main = text(client).split("<main")[1]
    assert ("Ничего не ждёт вашей подписи" in main, 'class="btn' in main, "/lyudi/" in main) == (True, False, False)
    assert "Куратора ждут девять дел, четыре просрочены." in main
    assert 'class="count"' not in text(client)
    with school_open(1):
        sent = Roadmap.objects.create(
            title="Карта педагогов", model="teachers", period_from=make.SEPTEMBER, period_to=date(2026, 8, 31),
            origin="typical", created_at=make.AT, approval_step="sent", sent_at=make.AT,
        )  # fmt: skip
        make.activity(Stage.objects.create(roadmap=sent, position=1, title="Этап").pk, date(2026, 3, 1))
    page = text(client)
    main = page.split("<main")[1]
    assert ("Вас ждёт одно дело." in main, "Утвердить дорожную карту" in main) == (True, True)
    assert ('aria-label="дел: 1"' in page, main.count('class="btn')) == (True, 1)
    assert f'href="/2025-26/karta/{sent.pk}/' in main
    assert client.get(f"{PAGE}podpis/")["Location"].startswith(f"/2025-26/karta/{sent.pk}/")
    assert "Дорожная карта на утверждении у директора" in text(browser_of(ANNA))


def test_who_answers_for_a_form_sees_the_pairs_of_it_alone(browser_of: Browser) -> None:
    with school_open(1):
        busy_school()
        other = make.pair(make.mentor(), make.mentee("teacher"), form="teacher_teacher")
        propose_pair(NewPair("teacher_teacher", [make.mentor()], [make.mentee("teacher")]), on=TODAY, actor_id=1,
                     at=make.AT)  # fmt: skip
        Membership.objects.filter(user__email=EGOR.email).update(
            role=Role.FORMAT_LEAD, mentoring_format="teacher_teacher"
        )
    main = text(browser_of(EGOR)).split("<main")[1]
    assert ("Пара давно не встречалась" in main, f"/pary/{other}/" in main) == (True, True)
    assert "Предложенная пара ждёт приказа" in main.split("Впереди, сейчас делать ничего не нужно")[1]
    for strange in ("Просроченное", "Собрать согласия", "ждёт наставника", "Мониторинг", "Что произошло", "/lyudi/"):
        assert strange not in main


def test_letters_of_invitation_are_the_keepers_business_and_not_a_deputys(browser_of: Browser) -> None:
    with school_open(1):
        make.working_pair(ordered_on=date(2025, 10, 10))
        whom = Invitee("novaya@lesnaya.example", "Новикова", "Нина", "", Role.DEPUTY)
        invite(whom=whom, by=Inviter("Антонова А. П., куратор"), at=local(date(2025, 10, 1)), today=TODAY)
    assert "1 приглашение ждёт ответа" in text(browser_of(ANNA))
    with school_open(1):
        Membership.objects.filter(user__email=ANNA.email).update(role=Role.DEPUTY)
    assert "1 приглашение ждёт ответа" not in text(browser_of(ANNA))


def test_mentors_of_colleagues_are_asked_for_their_labour_papers(browser_of: Browser) -> None:
    with school_open(1):
        mentor = make.mentor()
        make.pair(mentor, make.mentee("teacher"), form="teacher_teacher", ordered_on=date(2025, 10, 10))
        MentorCard.objects.filter(pk=mentor).update(labour_agreement="")  # a pair of the years before the law
        make.pair(make.mentor(), make.mentee(), ordered_on=date(2025, 10, 10))
    page = text(browser_of(ANNA))
    assert "Оформить наставничество в трудовом договоре у 1 наставника" in page
    address = f"/2025-26/lyudi/soglasiya/{mentor}/trud/"
    assert f'href="{address}#id_consent_on"' in page
    assert 'id="id_consent_on"' in text(browser_of(ANNA), address)


def test_the_fields_that_lines_lead_to_stand_on_their_pages(browser_of: Browser) -> None:
    with school_open(1):
        one = make.activity(make.roadmap(), TODAY)
        propose_pair(NewPair("teacher_pupil", [make.mentor()], [make.mentee()]), on=TODAY, actor_id=1, at=make.AT)
    client = browser_of(ANNA)
    card = text(client, f"/2025-26/karta/punkt/{one}/")
    assert ('id="id_done_on"' in card, 'id="id_title"' in card) == (True, True)
    assert 'id="id_order_number"' in text(client, "/2025-26/pary/prikaz/")
    assert 'id="id_url"' in text(client, "/2025-26/publikacii/dobavit/?itogi")


def test_a_half_year_without_evidence_is_asked_about(browser_of: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(product, "CLOCK_STARTS_AT", local(date(2025, 12, 20)))
    with school_open(1):
        stage = make.roadmap()
        one = make.activity(stage, date(2026, 5, 1), text="Вести дневники", deadline_kind="continuous")
        make.working_pair(ordered_on=date(2025, 12, 15))
    page = text(browser_of(ANNA))
    assert "Подтвердить: Вести дневники" in page
    assert f'href="/2025-26/karta/punkt/{one}/#id_title"' in page


def test_a_neighbour_sees_none_of_it(browser_of: Browser) -> None:
    with school_open(1):
        busy_school()
    assert "Просроченное" not in text(browser_of(VERA))
    assert "Пара №" not in text(browser_of(VERA), f"{PAGE}zhurnal/")


def test_everything_at_once_costs_fifteen_queries(browser_of: Browser) -> None:
    """Every kind of closing, of two roadmaps, with a form in work: nothing on the page can cost more."""
    campaign = opened().id
    with school_open(1):
        busy_school()
        form.type_in(campaign, form.TYPED)
        stage = make.roadmap(model="teachers")
        for code in ("consents:processing", "meetings:regular", "pairs_confirmed", "matching", "monitoring:municipal"):
            for _ in range(3):
                make.activity(stage, TODAY, closes_by=code)
    client = browser_of(ANNA)
    assert queries(client) == 15
