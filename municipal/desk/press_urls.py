"""Addresses of the district's publications."""

from django.urls import path

from municipal.desk.views import press

app_name = "press"
urlpatterns = [
    path("", press.publication_list, name="list"),
    path("dobavit/", press.add, name="add"),
    path("<int:publication_id>/ubrat/", press.remove, name="remove"),
]
