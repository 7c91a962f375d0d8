"""Addresses of the district's bank of programmes."""

from django.urls import path

from municipal.desk.views import bank

app_name = "bank"
urlpatterns = [
    path("", bank.texts, name="list"),
    path("<int:text_id>/", bank.text, name="text"),
    path("<int:text_id>/ubrat/", bank.remove, name="remove"),
]
