"""Programmes that schools of one municipality share."""

from django.apps import AppConfig


class BankConfig(AppConfig):
    """Programmes that schools of one municipality share."""

    name = "municipal.bank"
    label = "bank"
    verbose_name = "Банк программ округа"
