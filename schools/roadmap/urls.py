"""Addresses of the roadmap, below ``/<year>/karta/``."""

from django.urls import path

from schools.roadmap import export_views, feed_views, import_views, next_year_views, outlook_views, preview_views, views

app_name = "roadmap"
urlpatterns = [
    path("", views.plan, name="plan"),
    path("<int:roadmap_id>/", views.plan, name="one"),
    path("<int:roadmap_id>/prikaz/", views.approve, name="approve"),
    path("<int:roadmap_id>/lenta/", outlook_views.timeline, name="timeline"),
    path("<int:roadmap_id>/tablica/", outlook_views.table, name="table"),
    path("<int:roadmap_id>/tablica.docx", export_views.docx, name="docx"),
    path("<int:roadmap_id>/tablica.xlsx", export_views.xlsx, name="xlsx"),
    path("mesyac/", outlook_views.month, name="month"),
    path("mesyac/<int:number>/", outlook_views.month, name="month"),
    path("podpiska/", feed_views.subscription, name="subscription"),
    path("iz-karty/<int:roadmap_id>/", next_year_views.next_year, name="next_year"),
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
