"""The lowest storey: who we are."""

from django.apps import AppConfig


class TenantsConfig(AppConfig):
    """Regions, municipalities, schools and their hosts."""

    name = "tenants"
    verbose_name = "Школы и округа"

    def ready(self) -> None:
        from tenants import checks  # noqa: F401, PLC0415 -- registers the system checks
