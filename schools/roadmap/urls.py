"""Addresses of the roadmap, below ``/<year>/karta/``."""

from django.urls import path

from schools.roadmap import import_views, preview_views, views

app_name = "roadmap"
urlpatterns = [
    path("", views.plan, name="plan"),
    path("<int:roadmap_id>/", views.plan, name="one"),
    path("<int:roadmap_id>/prikaz/", views.approve, name="approve"),
    path("novaya/", import_views.start, name="start"),
    path("razbor/<int:draft_id>/", preview_views.preview, name="preview"),
    path("razbor/<int:draft_id>/stolbcy/", preview_views.columns, name="columns"),
    path("razbor/<int:draft_id>/udalit/", preview_views.drop_draft, name="drop_draft"),
    path("punkt/<int:activity_id>/", views.activity, name="activity"),
    path("punkt/<int:activity_id>/sdelano/", views.done, name="done"),
    path("punkt/<int:activity_id>/vernut/", views.undo, name="undo"),
    path("punkt/<int:activity_id>/podtverzhdenie/", views.evidence, name="evidence"),
    path("punkt/<int:activity_id>/srok/", views.deadline, name="deadline"),
]
