"""Addresses of surveys: /<year>/oprosy/."""

from django.urls import path

from schools.surveys import views

app_name = "surveys"
urlpatterns = [
    path("", views.survey_list, name="list"),
    path("dobavit/", views.choose_kind, name="choose"),
    path("dobavit/<slug:kind>/", views.new_round, name="add"),
    path("<int:round_id>/", views.survey_round, name="round"),
    path("<int:round_id>/pravka/", views.edit_round, name="edit"),
    path("<int:round_id>/zavershit/", views.close_round, name="close"),
    path("<int:round_id>/ubrat/", views.remove, name="remove"),
]
