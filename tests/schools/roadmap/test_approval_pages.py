"""Pages of approval, changes, indicators and evidence, pressed through by the curator and the principal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from schools.roadmap.domain.deadline import Period
from schools.roadmap.models import Activity, Baseline, Evidence, Roadmap, RoadmapIndicator
from schools.roadmap.services.adopt_typical import adopt_typical
from tenants.current import school_open
from tests.cast import ANNA, EGOR, Actor
from tests.factories import school as make

pytestmark = pytest.mark.django_db
BASE = "/2026-27/karta/"
YEAR = Period(date(2026, 9, 1), date(2027, 8, 31))
SignIn = Callable[[Actor], Client]


@pytest.fixture
def roadmap(db: None) -> int:
    with school_open(1):
        return adopt_typical("pupils", period=YEAR, actor_id=1, at=datetime(2026, 9, 3, tzinfo=UTC))


def _text(answer) -> str:  # type: ignore[no-untyped-def]  # a response
    return str(answer.content.decode()).replace("\xa0", " ")


def _row(roadmap: int, number: str) -> int:
    with school_open(1):
        return Activity.objects.get(stage__roadmap=roadmap, number=number).pk


def test_from_a_draft_to_an_amendment_between_curator_and_principal(browser_of: SignIn, roadmap: int) -> None:
    anna, egor = browser_of(ANNA), browser_of(EGOR)
    page, order = f"{BASE}{roadmap}/", {"order_number": "37", "order_date": "2026-09-10"}
    assert "Отправлено директору" in _text(anna.post(f"{page}otpravit/", follow=True))
    assert "Вернуть с замечанием" in _text(egor.get(f"{page}utverzhdenie/"))
    egor.post(f"{page}vernut/", {"note": "Исправьте срок 1.4"})
    assert "Исправьте срок 1.4" in _text(anna.get(f"{page}utverzhdenie/"))
    anna.post(f"{page}otpravit/")
    assert "Утверждено." in _text(egor.post(f"{page}utverdit/", order, follow=True))
    row = _row(roadmap, "5.1")
    told = anna.post(
        f"{BASE}punkt/{row}/srok/", {"phrase": "до 1 декабря", "reason": "Не все анкеты собраны"}, follow=True
    )
    assert "Он вступит в силу, когда изменения утвердят приказом" in _text(told)
    shown = _text(anna.get(page))
    assert "1 изменение ждёт приказа" in shown
    assert "Перенос ждёт приказа: до 1 декабря" in shown
    approval = _text(egor.get(f"{page}utverzhdenie/"))
    assert "Не все анкеты собраны" in approval
    anna.post(f"{page}prikaz/", {"order_number": "58", "order_date": "2026-09-12"})
    with school_open(1):
        assert list(Baseline.objects.values_list("number", "order_number", "by_principal")) == [
            (1, "37", True),
            (2, "58", False),
        ]
    annex = anna.get(f"{page}prilozhenie/2.docx")
    table = docx.Document(BytesIO(annex.content)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Пункт", "Было", "Стало", "Причина"]
    assert [cell.text.replace("\xa0", " ") for cell in table.rows[1].cells] == [
        "5.1",
        "Срок: с 5 по 20 октября",
        "Срок: до 1 декабря",
        "Не все анкеты собраны",
    ]
    assert "от 12.09.2026 № 58" in _text(anna.get(f"{page}prilozhenie/2/"))
    assert "01.12.2026" in _text(anna.get(f"{page}utverzhdenie/"))


@pytest.mark.parametrize("path", ["utverzhdenie/", "pokazateli/", "prilozhenie/"])
def test_a_page_takes_at_most_fifteen_queries(
    browser_of: SignIn, roadmap: int, path: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = browser_of(ANNA)
    with school_open(1):
        RoadmapIndicator.objects.create(
            roadmap_id=roadmap, position=0, title="Доля детей от 10 до 19 лет, наставляемых", unit="%",
            targets={"2026": "20", "2027": "30"},
        )  # fmt: skip
    client.get(f"{BASE}{roadmap}/{path}")
    with django_assert_max_num_queries(15):
        client.get(f"{BASE}{roadmap}/{path}")
    with django_assert_max_num_queries(15):
        client.get(f"{BASE}punkt/{_row(roadmap, '6.2')}/")


def test_an_indicator_without_its_denominator_has_no_fact_until_somebody_types_one(
    browser_of: SignIn, roadmap: int
) -> None:
    client = browser_of(ANNA)
    with school_open(1):
        made = RoadmapIndicator.objects.create(
            roadmap_id=roadmap, position=0, title="Доля детей от 10 до 19 лет в роли наставляемых", unit="%",
            targets={"2026": "20"},
        ).pk  # fmt: skip
    page = _text(client.get(f"{BASE}{roadmap}/pokazateli/"))
    assert "0 из нет данных" in page
    fact = {f"f{made}-2026-numerator": "21", f"f{made}-2026-denominator": "84", f"f{made}-2026-year": "2026"}
    refused = client.post(f"{BASE}pokazatel/{made}/2026/", fact, follow=True)
    assert "не указано, откуда он" in _text(refused)
    client.post(f"{BASE}pokazatel/{made}/2026/", {**fact, f"f{made}-2026-source": "Журнал учёта"})
    page = _text(client.get(f"{BASE}{roadmap}/pokazateli/"))
    assert ("25 %" in page, "21 из 84" in page, "Журнал учёта" in page) == (True, True, True)


def test_a_file_is_kept_as_evidence_and_taken_away_with_it(browser_of: SignIn, roadmap: int) -> None:
    client, row = browser_of(ANNA), _row(roadmap, "1.4")
    address = f"{BASE}punkt/{row}/"
    file = SimpleUploadedFile("polozhenie.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")
    client.post(f"{address}podtverzhdenie/", {"title": "Положение", "file": file, "dated_on": "2026-09-02"})
    page = _text(client.get(address))
    assert "Закрыто подтверждением «Положение»" in page
    with school_open(1):
        one = Evidence.objects.get(activity=row)
    client.post(f"{address}podtverzhdenie/{one.pk}/ubrat/")
    with school_open(1):
        assert not Evidence.objects.filter(activity=row).exists()


def test_a_row_is_edited_added_and_taken_out_of_a_draft_at_once(browser_of: SignIn, roadmap: int) -> None:
    client, row = browser_of(ANNA), _row(roadmap, "1.6")
    now = {"text": "Рассказать о программе всем", "deadline_phrase": "до 10 октября", "responsible": "Куратор"}
    assert "Пункт изменён." in _text(client.post(f"{BASE}punkt/{row}/pravka/", now, follow=True))
    with school_open(1):
        stage = Activity.objects.get(pk=row).stage_id
    added = client.post(f"{BASE}{roadmap}/dobavit/", {**now, "text": "Показать фильм", "stage": stage}, follow=True)
    assert "Пункт добавлен." in _text(added)
    assert "Пункт убран." in _text(client.post(f"{BASE}punkt/{row}/ubrat/", follow=True))
    with school_open(1):
        assert Activity.objects.filter(stage=stage).order_by("position").last().number == "1.7"  # type: ignore[union-attr]
        assert Roadmap.objects.get(pk=roadmap).status == "draft"


def test_the_curator_says_what_closes_a_row_and_that_a_register_is_checked(browser_of: SignIn, roadmap: int) -> None:
    client, row = browser_of(ANNA), _row(roadmap, "2.3")
    empty = client.post(f"{BASE}punkt/{row}/baza/mentees/", follow=True)
    assert "Отметка не поставлена: записей нет." in _text(empty)
    client.post(f"{BASE}punkt/{row}/zakrytie/", {"code": "order:curator"})
    assert "Приказ о назначении куратора" in _text(client.get(f"{BASE}punkt/{row}/"))
    client.post(f"{BASE}punkt/{row}/zakrytie/", {"code": "order:party"})
    with school_open(1):
        assert Activity.objects.get(pk=row).closes_by == "order:curator"


def test_an_object_of_the_product_proves_and_closes_any_row(browser_of: SignIn, roadmap: int) -> None:
    client, row = browser_of(ANNA), _row(roadmap, "1.6")
    with school_open(1):
        made = make.document("memo", on=date(2026, 9, 2), number="5")
    client.post(f"{BASE}punkt/{row}/podtverzhdenie/", {"item": f"document-{made}"})
    page = _text(client.get(f"{BASE}punkt/{row}/"))
    assert "Закрыто подтверждением «Документ № 5 от 2 сентября 2026 года»" in page
    assert f'href="/2026-27/dokumenty/{made}/"' in page
