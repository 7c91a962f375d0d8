"""Addresses of events: /<year>/dokumenty/sobytiya/."""

from django.urls import path

from schools.events import views

app_name = "events"
urlpatterns = [
    path("", views.event_list, name="list"),
    path("dobavit/", views.new_event, name="add"),
    path("<int:event_id>/", views.event, name="event"),
    path("<int:event_id>/pravka/", views.edit_event, name="edit"),
    path("<int:event_id>/ubrat/", views.remove, name="remove"),
]
