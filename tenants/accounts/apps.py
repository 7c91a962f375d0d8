"""People who sign in: one table of them in every schema."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts of a school live in the school; those of the municipality and region in the shared schema."""

    name = "tenants.accounts"
    label = "accounts"
    verbose_name = "Учётные записи"
