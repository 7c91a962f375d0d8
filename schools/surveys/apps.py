"""Surveys of the school: what was asked, when, and how many answered."""

from django.apps import AppConfig


class SurveysConfig(AppConfig):
    """Surveys of the school: what was asked, when, and how many answered."""

    name = "schools.surveys"
    label = "surveys"
    verbose_name = "Опросы"
