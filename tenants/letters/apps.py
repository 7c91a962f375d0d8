"""Letters: services write a row, one sweep sends."""

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """The outbox of a schema."""

    name = "tenants.letters"
    label = "letters"
    verbose_name = "Письма"
