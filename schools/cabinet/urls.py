"""Addresses of the first page: /<year>/segodnya/."""

from django.urls import path

from schools.cabinet import views

app_name = "cabinet"
urlpatterns = [
    path("", views.today, name="today"),
    path("zhurnal/", views.journal, name="journal"),
]
