"""Addresses of the first page: /<year>/segodnya/."""

from django.urls import path

from schools.cabinet.views import august, later, signing, today

app_name = "cabinet"
urlpatterns = [
    path("", today.today, name="today"),
    path("zhurnal/", today.journal, name="journal"),
    path("podpis/", signing.next_to_sign, name="next_to_sign"),
    path("pozzhe/<slug:step>/", later.put_off, name="put_off"),
    path("leto/", august.august, name="august"),
    path("leto/<slug:step>/", august.august_step, name="august_step"),
]
