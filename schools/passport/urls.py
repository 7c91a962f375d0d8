"""Addresses of the school's card: /<year>/kartochka/."""

from django.urls import path

from schools.passport import views

app_name = "passport"
urlpatterns = [
    path("", views.school_card, name="card"),
    path("pravka/", views.edit_card, name="edit"),
    path("chislennost/", views.edit_headcount, name="headcount"),
]
