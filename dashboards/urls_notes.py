"""Addresses of a note's files; they stand among the notes' own, after the school year."""

from django.urls import path

from dashboards import note_views

app_name = "note_files"
urlpatterns = [
    path("<int:note_id>/spravka.docx", note_views.docx, name="docx"),
    path("<int:note_id>/spravka.pdf", note_views.pdf, name="pdf"),
]
