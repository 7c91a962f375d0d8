"""Addresses of the interface. Tokens guard them, so no sign-in page stands in front; the description is open."""

from django.contrib.auth.decorators import login_not_required
from django.urls import path
from drf_spectacular.views import SpectacularAPIView

from municipal.region.api import IndicatorsView, ReportsView, ReportView

app_name = "region_api"
urlpatterns = [
    path("reports", login_not_required(ReportsView.as_view()), name="reports"),
    path("reports/<slug:public_id>", login_not_required(ReportView.as_view()), name="report"),
    path("meta/indicators", login_not_required(IndicatorsView.as_view()), name="indicators"),
    path(
        "schema",
        login_not_required(
            SpectacularAPIView.as_view(
                authentication_classes=[],
                permission_classes=[],
                urlconf="municipal.region.api_urls",
                custom_settings={"SCHEMA_PATH_PREFIX_INSERT": "/api/region/v1"},
            )
        ),
        name="schema",
    ),
]
