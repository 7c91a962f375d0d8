"""Addresses of the journal of meetings: /<year>/vstrechi/."""

from django.urls import path

from schools.meetings import views

app_name = "meetings"
urlpatterns = [
    path("", views.meeting_list, name="list"),
    path("zapisat/", views.record, name="record"),
    path("zaplanirovat/", views.plan, name="plan"),
    path("<int:meeting_id>/", views.meeting, name="meeting"),
    path("<int:meeting_id>/ubrat/", views.remove, name="remove"),
]
