"""The register of documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from schools.orders.models import Document
from schools.orders.queries import document_of_kind, documents_of_year, newest_by_kind
from schools.orders.services.register_document import (
    DocumentNotRegistered,
    NewDocument,
    correct_document,
    register_document,
)
from tenants.journal.models import Entry
from tests.schools.rooms import NOW, TODAY, YEAR, acts

pytestmark = pytest.mark.usefixtures("school")
ORDER = NewDocument("pairs", "Приказ о закреплении пар", date(2025, 9, 15), number=" 118-од ")


def register(wanted: NewDocument = ORDER, **said: Any) -> int:
    return register_document(replace(wanted, **said), today=TODAY, actor_id=None, at=NOW)


def correct(document_id: int, **said: Any) -> None:
    correct_document(document_id, replace(ORDER, **said), today=TODAY, actor_id=None, at=NOW)


def test_the_same_kind_number_and_date_stay_one_document() -> None:
    assert register() == register(number="118-од")
    assert Document.objects.get().number == "118-од"
    assert acts() == ["document_registered"]


@pytest.mark.parametrize(
    ("said", "what"),
    [
        ({"number": "  "}, "нет ни номера, ни ссылки"),
        ({"signed_on": TODAY + timedelta(days=1)}, "его дата ещё не наступила"),
        ({"valid_until": date(2025, 9, 14)}, "срок кончается раньше даты"),
    ],
)
def test_a_document_that_cannot_be_found_or_has_no_time_is_refused(said: dict[str, Any], what: str) -> None:
    with pytest.raises(DocumentNotRegistered, match=what):
        register(**said)
    assert not Document.objects.exists()


def test_a_link_alone_is_enough() -> None:
    register(number="", url="https://shkola.example/prikaz")
    assert Document.objects.count() == 1


def test_the_longest_title_still_fits_the_journal() -> None:
    register(title="О" * 300)
    assert len(Entry.objects.get().text) == 300


def test_mending_keeps_the_rules_and_writes_only_what_changed() -> None:
    made = register()
    correct(made)
    correct(made, valid_until=YEAR.ends_on)
    assert Document.objects.get().valid_until == YEAR.ends_on
    assert acts() == ["document_registered", "document_changed"]
    with pytest.raises(DocumentNotRegistered, match="нет ни номера, ни ссылки"):
        correct(made, number="")


def test_requisites_of_another_entry_are_refused() -> None:
    register()
    other = register(number="119-од")
    with pytest.raises(DocumentNotRegistered, match="уже есть у другой записи"):
        correct(other)


def test_of_a_kind_the_newest_in_force_is_the_one() -> None:
    register(number="90-од", signed_on=date(2024, 9, 15), valid_until=date(2025, 8, 31))
    newest = register()
    found = document_of_kind("pairs", on=TODAY)
    assert found is not None
    assert found.pk == newest
    assert document_of_kind("pairs", on=date(2025, 9, 1)) is None
    assert newest_by_kind(("pairs", "curator"), on=date(2025, 9, 1))["pairs"].number == "90-од"


def test_a_year_lists_what_was_in_force_at_any_moment_of_it() -> None:
    register(number="90-од", signed_on=date(2024, 9, 15), valid_until=date(2025, 8, 31))
    register(number="7-од", kind="regulation", signed_on=date(2023, 9, 1))
    register()
    listed = documents_of_year(YEAR.starts_on, YEAR.ends_on).values_list("number", flat=True)
    assert list(listed) == ["118-од", "7-од"]
