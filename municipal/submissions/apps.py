"""Forms as schools handed them in, and what was answered."""

from django.apps import AppConfig


class SubmissionsConfig(AppConfig):
    """Forms as schools handed them in, and what was answered."""

    name = "municipal.submissions"
    label = "submissions"
    verbose_name = "Сданные формы"
