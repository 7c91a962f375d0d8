"""Analytic notes of a municipality."""

from django.apps import AppConfig


class NotesConfig(AppConfig):
    """Notes: composed, edited, signed."""

    name = "municipal.notes"
    label = "notes"
    verbose_name = "Аналитические справки"
