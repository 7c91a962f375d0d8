"""Meetings of pairs."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings of pairs."""

    name = "schools.meetings"
    label = "meetings"
    verbose_name = "Встречи"
