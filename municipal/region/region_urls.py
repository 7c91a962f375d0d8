"""Addresses of the regional centre's pages."""

from django.urls import path

from municipal.region.views import summary, tokens

app_name = "svodka"
urlpatterns = [
    path("", summary.summary, name="summary"),
    path("otchet/<slug:public_id>/", summary.report, name="report"),
    path("klyuchi/", tokens.token_list, name="tokens"),
    path("klyuchi/<int:token_id>/otozvat/", tokens.revoke, name="revoke"),
]
