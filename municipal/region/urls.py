"""Addresses of passing on to the region."""

from django.urls import path

from municipal.region.views import passing_on

app_name = "region"
urlpatterns = [
    path("", passing_on.passing_list, name="list"),
    path("<int:campaign_id>/", passing_on.preview, name="preview"),
    path("<int:campaign_id>/peredat/", passing_on.publish, name="publish"),
]
