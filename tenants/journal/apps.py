"""The journal of acts."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Who did what, when; ids, no names."""

    name = "tenants.journal"
    label = "journal"
    verbose_name = "Журнал действий"
