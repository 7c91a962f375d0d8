"""From a plan to the school's rows: typical, imported, approved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.importing import UnreadableRoadmap
from schools.roadmap.domain.typical import list_typical
from schools.roadmap.models import Activity, ImportDraft, Occurrence, Roadmap
from schools.roadmap.services.adopt_typical import adopt_typical
from schools.roadmap.services.correct_draft import Correction, correct_draft
from schools.roadmap.services.import_roadmap import Owner, import_pasted, save_draft_as_roadmap
from schools.roadmap.services.mark_done import ActivityNotChanged, correct_deadline, mark_done, undo_done
from schools.roadmap.services.save_roadmap import RoadmapRefused, approve_roadmap
from tenants.current import school_open

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 3, 1, 0, tzinfo=UTC)
TODAY = date(2026, 9, 3)
YEAR = Period(date(2026, 9, 1), date(2027, 8, 31))
OWNER = Owner("Лесная СОШ", "school")
TABLE = (
    "№\tМероприятие\tСрок\tОтветственный\tРезультат\n"
    "1\tПодготовка\t\t\t\n"
    "1.1\tСобрать заявки учителей\tдо 20 сентября 2026\tкуратор\tсписок заявок\n"
    "1.2\tПровести общую встречу\tкогда получится у всех\tкуратор\tлист встречи\n"
    "1.3\tСверить списки пар\tежеквартально\tкуратор\tсписок пар\n"
)


@pytest.fixture(autouse=True)
def in_school() -> Iterator[None]:
    with school_open(1):
        yield


@pytest.mark.parametrize("typical", list_typical(), ids=lambda one: one.code)
def test_a_typical_roadmap_becomes_rows_with_every_activity(typical) -> None:  # type: ignore[no-untyped-def]  # a case
    roadmap = adopt_typical(typical.code, period=YEAR, actor_id=1, at=AT)
    wanted = [one.text for stage in typical.stages for one in stage.activities]
    rows = Activity.objects.filter(stage__roadmap_id=roadmap).order_by("position")
    assert list(rows.values_list("text", flat=True)) == wanted
    assert not rows.filter(occurrences__isnull=True).exists()


def _draft() -> int:
    return import_pasted(TABLE, period=YEAR, owner=OWNER, actor_id=1, at=AT)


def test_a_read_table_waits_as_a_draft_and_counts_for_nothing() -> None:
    draft = ImportDraft.objects.get(pk=_draft())
    rows = {one["text"]: one for one in draft.content["activities"]}
    assert rows["Собрать заявки учителей"]["due_on"] == ["2026-09-20"]
    assert rows["Провести общую встречу"]["deadline_kind"] == "unknown"
    assert Roadmap.objects.count() == 0


def test_a_corrected_deadline_is_read_anew_and_saved_with_the_words_of_the_file() -> None:
    draft = _draft()
    correct_draft(draft, {1: Correction("Провести общую встречу", "до 1 октября 2026", "куратор")})
    roadmap = Roadmap.objects.get(pk=save_draft_as_roadmap(draft, model="pupils_r145", actor_id=1, at=AT))
    row = Activity.objects.get(text="Провести общую встречу")
    assert (row.deadline_phrase, row.deadline_checked) == ("до 1 октября 2026", True)
    assert [due.due_on for due in row.occurrences.all()] == [date(2026, 10, 1)]
    assert "когда получится у всех" in str(roadmap.source)
    assert ImportDraft.objects.count() == 0


def test_a_remark_about_a_year_goes_when_the_deadline_is_corrected() -> None:
    old = TABLE.replace("до 20 сентября 2026", "до 20 сентября 2019")
    draft = import_pasted(old, period=YEAR, owner=OWNER, actor_id=1, at=AT)
    plan = correct_draft(draft, {2: Correction("Провести общую встречу", "до 1 октября 2026", "куратор")})
    assert [one["message"] for one in plan.warnings if "2019" in one["message"]] != []
    place = next(i for i, one in enumerate(plan.activities) if one.text == "Собрать заявки учителей")
    plan = correct_draft(draft, {place: Correction("Собрать заявки учителей", "до 20 сентября 2026", "куратор")})
    assert [one["message"] for one in plan.warnings if "2019" in one["message"]] == []


def test_a_row_left_out_is_not_saved() -> None:
    draft = _draft()
    correct_draft(draft, {1: Correction("Провести общую встречу", "", "", keep=False)})
    save_draft_as_roadmap(draft, model="pupils_r145", actor_id=1, at=AT)
    assert not Activity.objects.filter(text="Провести общую встречу").exists()
    assert Activity.objects.filter(is_heading=False).count() == 2


def test_a_text_without_a_table_is_refused_and_leaves_nothing() -> None:
    with pytest.raises(UnreadableRoadmap):
        import_pasted("Просто письмо без таблицы.", period=YEAR, owner=OWNER, actor_id=1, at=AT)
    assert ImportDraft.objects.count() == 0


def test_every_quarter_is_a_date_of_its_own_and_is_marked_one_by_one() -> None:
    save_draft_as_roadmap(_draft(), model="pupils_r145", actor_id=1, at=AT)
    row = Activity.objects.get(text="Сверить списки пар")
    waiting = row.occurrences.count()
    assert waiting >= 3
    mark_done(row.pk, done_on=TODAY, today=TODAY, actor_id=1, at=AT)
    assert row.occurrences.filter(done_on=TODAY).count() == 1
    assert row.occurrences.filter(done_on=None).count() == waiting - 1
    undo_done(row.pk, actor_id=1, at=AT)
    assert row.occurrences.filter(done_on=None).count() == waiting


def test_a_day_that_has_not_come_is_not_a_day_of_doing() -> None:
    save_draft_as_roadmap(_draft(), model="pupils_r145", actor_id=1, at=AT)
    row = Activity.objects.filter(is_heading=False).first()
    assert row is not None
    with pytest.raises(ActivityNotChanged):
        mark_done(row.pk, done_on=date(2026, 9, 4), today=TODAY, actor_id=1, at=AT)
    assert not Occurrence.objects.exclude(done_on=None).exists()


def test_a_deadline_corrected_later_keeps_what_was_done() -> None:
    save_draft_as_roadmap(_draft(), model="pupils_r145", actor_id=1, at=AT)
    row = Activity.objects.get(text="Собрать заявки учителей")
    mark_done(row.pk, done_on=TODAY, today=TODAY, actor_id=1, at=AT)
    days = correct_deadline(row.pk, phrase="до 20 сентября 2026, до 20 января 2027", actor_id=1, at=AT)
    assert days == (date(2026, 9, 20), date(2027, 1, 20))
    assert [(due.due_on, due.done_on) for due in row.occurrences.all()] == [
        (date(2026, 9, 20), TODAY),
        (date(2027, 1, 20), None),
    ]


def test_approval_is_written_once_and_another_order_is_refused() -> None:
    roadmap = adopt_typical("pupils", period=YEAR, actor_id=1, at=AT)

    def approve(number: str) -> None:
        approve_roadmap(roadmap, order_number=number, order_date=TODAY, today=TODAY, actor_id=1, at=AT)

    approve("15-од")
    approve("15-од")
    with pytest.raises(RoadmapRefused, match="уже утверждена приказом № 15-од"):
        approve("16-од")
    assert Roadmap.objects.get(pk=roadmap).order_number == "15-од"
