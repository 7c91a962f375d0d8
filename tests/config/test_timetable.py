"""The timetable starts only tasks that the worker knows."""

from config.beat import TIMETABLE
from config.celery import app


def test_every_line_of_the_timetable_names_a_task_that_exists() -> None:
    app.loader.import_default_modules()
    unknown = [line["task"] for line in TIMETABLE.values() if line["task"] not in app.tasks]

    assert unknown == []
    assert TIMETABLE
