"""A person's data erased: names go, numbers stay."""

from __future__ import annotations

from datetime import date

import pytest
from django.apps import apps
from django.db import models

from schools.consents.domain.refusals import NotErased
from schools.consents.domain.rewording import name_pattern, surname_pattern
from schools.consents.models import Erasure
from schools.consents.queries import due_for_erasure, retention_reminder
from schools.consents.services.ask import send_links
from schools.consents.services.erase import erase_person
from schools.consents.services.keep_paper import keep_paper
from schools.files.disk import bytes_on_disk
from schools.files.models import StoredFile
from schools.meetings.models import Meeting
from schools.pairs.models import Pair
from schools.people.models import Person
from schools.people.queries.imports import said_apart
from schools.people.services.archive_person import archive_person
from schools.people.services.different import say_different
from tests.factories import school as make
from tests.factories.files import upload
from tests.schools.rooms import NOW, TODAY

TEXTS = (models.CharField, models.TextField, models.JSONField)
pytestmark = pytest.mark.usefixtures("school")


def _erase(person: int, ground: str = "заявление от 12.10.2025") -> int:
    return erase_person(person, ground=ground, actor_id=1, actor_name="Антонова А. П.", at=NOW)


def _child() -> int:
    return make.mentee(last_name="Приметный", first_name="Лев", patronymic="Олегович")


def _everything_written() -> str:
    """All texts of the school's schema."""
    said = []
    for model in apps.get_models():
        if model._meta.app_config.name.startswith(("schools.", "tenants.journal", "tenants.letters")):
            texts = [
                f.attname
                for f in model._meta.concrete_fields
                if isinstance(f, models.CharField | models.TextField | models.JSONField)
            ]
            said.append(str(list(model._default_manager.values_list(*texts))) if texts else "")
    return " ".join(said).lower()


def test_an_erased_person_differs_from_nobody() -> None:
    child, other, third = _child(), make.mentor(last_name="Приметнов"), make.mentor(last_name="Седов")
    say_different(other, child, actor_id=None, at=NOW)
    say_different(other, third, actor_id=None, at=NOW)
    _erase(child)
    assert said_apart() == {(other, third)}


def test_the_name_is_nowhere_in_the_school_afterwards() -> None:
    child, other = _child(), make.mentor(last_name="Приметнов", first_name="Иван")
    pair = make.pair(other, child)
    Pair.objects.filter(pk=pair).update(goal="Помочь Льву Приметному с физикой")
    make.broken(pair, date(2025, 10, 1), "Приметный переехал")
    Meeting.objects.create(pair_id=pair, held_on=date(2025, 9, 20), kind="working", topic="Задачи Приметного Льва")
    keep_paper(
        child, purpose="photo", given_on=TODAY, by_representative=True, scan=upload(name="Приметный.pdf"),
        today=TODAY, actor_id=1, at=NOW,
    )  # fmt: skip
    send_links([child], "publication", on=TODAY, actor_id=1, at=NOW)
    _erase(child)
    said = _everything_written()
    assert said.count("приметн") == said.count("приметнов")  # the namesake's own name stays
    assert "приметнов" in said
    assert not StoredFile.objects.exists()


def test_the_person_becomes_a_number_and_the_pair_stays() -> None:
    child = _child()
    pair = make.broken(make.pair(make.mentor(), child), date(2025, 10, 1))
    protocol = Erasure.objects.get(pk=_erase(child))
    left = Person.objects.get(pk=child)
    assert left.full_name == f"Человек № {child}, данные удалены"
    assert (left.class_name, left.birth_year, left.kind) == ("", None, "pupil")
    assert Pair.objects.get(pk=pair).members.count() == 2
    assert (protocol.person_number, protocol.ground, protocol.actor_name) == (
        child, "заявление от 12.10.2025", "Антонова А. П.",
    )  # fmt: skip
    assert protocol.erased["согласия"] == 1


def test_pressed_twice_there_is_one_protocol() -> None:
    child = _child()
    assert _erase(child) == _erase(child)
    assert Erasure.objects.count() == 1


def test_an_open_pair_or_an_empty_ground_stops_the_erasure() -> None:
    child = _child()
    with pytest.raises(NotErased, match="нет основания"):
        _erase(child, " ")
    make.pair(make.mentor(), child)
    with pytest.raises(NotErased, match="незаконченная пара"):
        _erase(child)


def test_scans_leave_the_disk(django_capture_on_commit_callbacks: object) -> None:
    child = _child()
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture of pytest-django
        keep_paper(
            child,
            purpose="photo",
            given_on=TODAY,
            by_representative=True,
            scan=upload(),
            today=TODAY,
            actor_id=1,
            at=NOW,
        )
    before = len(list(bytes_on_disk()))
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # the same
        _erase(child)
    assert len(list(bytes_on_disk())) == before - 1


@pytest.mark.parametrize(
    "text", ["Приметный Л. О.: запись", "Приметный\u00a0Л.\u00a0О. ушёл", "Л. О. Приметному", "с Приметным Артёмом"]
)
def test_names_are_found_in_any_case(text: str) -> None:
    assert name_pattern("Приметный", "Артём" if "Артём" in text else "Лев", "Олегович").search(text)


def test_a_namesake_by_the_root_and_a_common_word_are_left_alone() -> None:
    assert surname_pattern("Приметный").search("Приметнов И. И.") is None
    assert surname_pattern("Ли").search("выдан лист") is None


def test_data_are_due_three_years_after_the_last_pair() -> None:
    child = _child()
    make.broken(make.pair(make.mentor(), child), date(2025, 10, 1))
    archive_person(child, on=TODAY, actor_id=1, at=NOW)
    assert due_for_erasure(date(2028, 10, 14)) == []
    assert [(due.person.pk, due.due_on) for due in due_for_erasure(date(2028, 10, 15))] == [(child, date(2028, 10, 15))]
    assert (retention_reminder(date(2029, 8, 20)), retention_reminder(date(2029, 9, 20))) == (1, 0)


def test_who_never_joined_is_due_in_a_year_and_who_is_erased_never() -> None:
    child = _child()
    archive_person(child, on=TODAY, actor_id=1, at=NOW)
    assert [due.person.pk for due in due_for_erasure(date(2026, 10, 15))] == [child]
    _erase(child)
    assert due_for_erasure(date(2030, 1, 1)) == []
