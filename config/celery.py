"""The Celery application: thin tasks that sweep rows (decision 17)."""

import os

from celery import Celery

from config.beat import TIMETABLE

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")
app = Celery("tropa")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.conf.beat_schedule = TIMETABLE
app.autodiscover_tasks()
