"""Publications: entered, mended, looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from schools.publications.models import Publication
from schools.publications.queries import countable, counts_between, year_results
from schools.publications.services.publish import (
    NewPublication,
    PublicationNotAdded,
    correct_publication,
    mark_link,
    publish,
)
from tests.schools.rooms import NOW, TODAY, YEAR, acts

pytestmark = pytest.mark.usefixtures("school")
NEWS = NewPublication("Первые встречи", "https://shkola.example/novosti/1", date(2025, 10, 3), "site")


def add(**said: Any) -> int:
    return publish(replace(NEWS, **said), today=TODAY, actor_id=None, at=NOW)


def mend(publication_id: int, **said: Any) -> None:
    correct_publication(publication_id, replace(NEWS, **said), today=TODAY, actor_id=None, at=NOW)


def test_a_page_is_added_with_the_check_of_whoever_added_it() -> None:
    row = Publication.objects.get(pk=add(works=True))
    assert (row.works, row.checked_on) == (True, TODAY)
    assert acts() == ["publication_added"]


def test_the_same_address_is_refused_and_so_is_the_future() -> None:
    add()
    with pytest.raises(PublicationNotAdded, match="эта ссылка уже есть в списке"):
        add(title="Другое название")
    with pytest.raises(PublicationNotAdded, match="дата в будущем"):
        add(url="https://shkola.example/novosti/2", published_on=TODAY + timedelta(days=1))
    assert Publication.objects.count() == 1


def test_a_dead_page_is_listed_and_not_counted() -> None:
    add()
    dead = add(url="https://shkola.example/novosti/2", channel="social")
    mark_link(dead, works=False, today=TODAY, actor_id=None, at=NOW)
    mark_link(dead, works=False, today=TODAY, actor_id=None, at=NOW)
    counts = counts_between(YEAR.starts_on, YEAR.ends_on)
    assert (counts.total, counts.dead, counts.countable) == (2, 1, 1)
    assert counts.by_channel == {"site": 1, "social": 1, "media": 0, "municipal": 0}
    assert countable(YEAR.starts_on, YEAR.ends_on).count() == 1
    assert acts() == ["publication_added", "publication_added", "publication_checked"]


def test_looking_anew_on_another_day_is_noted() -> None:
    made = add(works=True)
    mark_link(made, works=True, today=TODAY + timedelta(days=9), actor_id=None, at=NOW)
    assert Publication.objects.get().checked_on == TODAY + timedelta(days=9)


def test_mending_keeps_the_check_of_the_same_page_and_forgets_it_of_another() -> None:
    made = add(works=True)
    mend(made)
    assert acts() == ["publication_added"]

    mend(made, title="Первые встречи пар")
    row = Publication.objects.get()
    assert (row.title, row.works, row.checked_on) == ("Первые встречи пар", True, TODAY)

    mend(made, url="https://shkola.example/novosti/9")
    moved = Publication.objects.get()
    assert (moved.works, moved.checked_on) == (None, None)


def test_an_address_of_another_entry_is_refused() -> None:
    add()
    other = add(url="https://shkola.example/novosti/2")
    with pytest.raises(PublicationNotAdded, match="уже есть в списке"):
        mend(other)
    assert Publication.objects.get(pk=other).url == "https://shkola.example/novosti/2"


def test_results_of_the_year_are_a_marked_page_that_opens() -> None:
    may = (date(2025, 5, 1), date(2025, 8, 31))
    made = add(published_on=date(2025, 5, 20), is_year_results=True)
    found = year_results(*may)
    assert found is not None
    assert found.pk == made
    mark_link(made, works=False, today=TODAY, actor_id=None, at=NOW)
    assert year_results(*may) is None
