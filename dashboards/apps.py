"""Boards: read through queries, draw with Plotly."""

from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    """Boards of the district; no tables."""

    name = "dashboards"
    verbose_name = "Панели показателей"
