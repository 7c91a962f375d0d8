"""Documents as the school's staff see them."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import LazySettings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from schools.orders.domain.expected import EXPECTED_KINDS
from schools.orders.domain.naming import document_title, kind_title
from schools.orders.models import Document
from tenants.current import school_open
from tests.cast import ANNA, EGOR, VERA
from tests.factories.school import document
from tests.schools.rooms import BrowserOf, it_is, page, words

DOCUMENTS = "/2025-26/dokumenty/"
FORM = {"kind": "pairs", "number": "118-од", "signed_on": "2025-09-15"}


@pytest.fixture
def anna(browser_of: BrowserOf, settings: LazySettings) -> Client:
    """Анна's browser in the middle of October."""
    it_is(settings)
    return browser_of(ANNA)


def test_every_obligatory_kind_is_known_to_the_vocabulary() -> None:
    assert [kind_title(code) for code in EXPECTED_KINDS if kind_title(code) == code] == []


def test_a_title_that_says_no_more_than_the_kind_is_told_in_full() -> None:
    assert document_title("pairs", "о закреплении пар и групп") == "Приказ о закреплении пар и групп"
    assert document_title("regulation", "") == "Положение о наставничестве"
    assert document_title("pairs", "Приказ о парах педагогов") == "Приказ о парах педагогов"
    assert document_title("unheard", "") == "unheard"


def test_an_empty_register_names_all_that_must_be(anna: Client) -> None:
    seen = page(anna, DOCUMENTS)
    assert "Есть 0 из 7 обязательных документов." in seen
    assert seen.count("Записать<span") == 7
    assert "Документов пока нет." in seen


def test_what_is_in_force_what_ran_out_and_what_runs_out_soon(anna: Client) -> None:
    with school_open(1):
        document("implementation", number="10-од")
        document("curator", valid_until=date(2025, 10, 14))
        document("regulation", valid_until=date(2025, 10, 31))
    seen = page(anna, DOCUMENTS)
    assert "Есть 2 из 7 обязательных документов." in seen
    assert "Истёк 14.10.2025" in seen
    assert "Действует до 31.10.2025" in seen
    assert "№ 10-од от 03.09.2025" in seen


def test_the_principal_reads_and_only_the_curator_keeps(anna: Client, browser_of: BrowserOf) -> None:
    with school_open(1):
        made = document("pairs")
    egor = browser_of(EGOR)
    assert "dobavit" not in page(egor, DOCUMENTS)
    assert "Изменить" not in page(egor, f"{DOCUMENTS}{made}/")
    page(egor, DOCUMENTS + "dobavit/", 403)
    page(egor, f"{DOCUMENTS}{made}/pravka/", 403)
    assert browser_of(VERA).get(f"{DOCUMENTS}{made}/").status_code == 404


def test_a_missing_document_is_entered_from_its_own_line(anna: Client) -> None:
    assert '<option value="pairs" selected>' in page(anna, DOCUMENTS + "dobavit/?vid=pairs")
    answer = anna.post(DOCUMENTS + "dobavit/", {**FORM, "people_count": "16"})
    seen = page(anna, answer["Location"])
    assert "Приказ о закреплении пар и групп" in seen
    assert "Названо человек" in seen
    again = anna.post(DOCUMENTS + "dobavit/", {**FORM, "people_count": "16"})
    assert again["Location"] == answer["Location"]


def test_a_count_of_people_is_kept_only_where_people_are_named(anna: Client) -> None:
    anna.post(DOCUMENTS + "dobavit/", {**FORM, "kind": "regulation", "people_count": "16"})
    with school_open(1):
        assert Document.objects.get().people_count is None


def test_a_refused_document_comes_back_with_what_to_do(anna: Client) -> None:
    refused = words(anna.post(DOCUMENTS + "dobavit/", {**FORM, "number": ""}), 422)
    assert "Документ не записан: нет ни номера, ни ссылки." in refused
    empty = words(anna.post(DOCUMENTS + "dobavit/", {}), 422)
    assert ("Выберите, какой это документ." in empty, "Впишите дату документа." in empty) == (True, True)
    foreign = words(anna.post(DOCUMENTS + "dobavit/", {**FORM, "kind": "municipal_plan"}), 422)
    assert "Выберите документ из списка." in foreign


def test_an_entry_is_mended(anna: Client) -> None:
    with school_open(1):
        made = document("pairs", number="117-од")
    assert 'value="117-од"' in page(anna, f"{DOCUMENTS}{made}/pravka/")
    anna.post(f"{DOCUMENTS}{made}/pravka/", FORM)
    assert "№ 118-од от 15.09.2025" in page(anna, f"{DOCUMENTS}{made}/")


def test_thirty_documents_cost_as_many_queries_as_three(anna: Client) -> None:
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            page(anna, DOCUMENTS)
        return len(asked)

    page(anna, DOCUMENTS)
    with school_open(1):
        for number in range(3):
            document("pairs", number=str(number))
    few = cost()
    with school_open(1):
        for number in range(27):
            document("meeting_minutes", number=str(number))
    assert cost() == few <= 8
