"""Addresses of the municipality's schools."""

from django.urls import path

from municipal.desk.views import schools

app_name = "schools"
urlpatterns = [
    path("", schools.school_list, name="list"),
]
