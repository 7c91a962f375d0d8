"""Addresses of files: /<year>/fajly/."""

from django.urls import path

from schools.files import views

app_name = "files"
urlpatterns = [path("<int:file_id>/", views.download, name="download")]
