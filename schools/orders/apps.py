"""Register of a school's orders and other documents."""

from django.apps import AppConfig


class OrdersConfig(AppConfig):
    """Register of a school's orders and other documents."""

    name = "schools.orders"
    label = "orders"
    verbose_name = "Документы"
