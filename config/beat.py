"""The whole timetable in one list. Each line sweeps rows, so a missed or doubled run harms nobody."""

from typing import Any

from celery.schedules import crontab

TIMETABLE: dict[str, dict[str, Any]] = {
    "letters: send what is queued": {"task": "tenants.letters.tasks.deliver_letters", "schedule": 60.0},
    "schools: answer what the municipality asked": {"task": "accounts.take_up_seats", "schedule": 60.0},
    "campaigns: open those whose day has come": {
        "task": "campaigns.open_due",
        "schedule": crontab(minute="*/30"),  # a municipality's midnight may be any half hour of the server's day
    },
    "people: forget files nobody finished": {
        "task": "people.forget_imports",
        "schedule": crontab(hour="3", minute="40"),
    },
    "consents: follow those that have run out": {
        "task": "consents.follow_expired",
        "schedule": crontab(minute="5"),  # a school's midnight comes at its own hour
    },
    "files: remove what no record holds": {"task": "files.sweep", "schedule": crontab(hour="3", minute="20")},
}
