"""Addresses of the notes, after the school year. Their files (DOCX, PDF) stand in dashboards.urls_notes."""

from django.urls import path

from municipal.notes.views import deeds, figures, notes, paragraphs, signing

app_name = "notes"
_NOTE = "<int:note_id>/"
_BLOCK = f"{_NOTE}abzac/<int:block_id>/"
urlpatterns = [
    path("", notes.note_list, name="list"),
    path("sostavit/<int:campaign_id>/", notes.compose, name="compose"),
    path(_NOTE, notes.note, name="note"),
    path(f"{_NOTE}prilozheniya/", notes.annexes, name="annexes"),
    path(f"{_NOTE}prilozheniya/obnovit/", deeds.annexes, name="settle_annexes"),
    path(f"{_NOTE}novyj-abzac/", deeds.offered, name="offered"),
    path(f"{_NOTE}razdel/<slug:section>/abzac/", paragraphs.add_own, name="own"),
    path(f"{_NOTE}podpis/", signing.sign, name="sign"),
    path(_BLOCK, paragraphs.edit, name="paragraph"),
    path(f"{_BLOCK}istochniki/", figures.sources, name="sources"),
    path(f"{_BLOCK}<slug:code>/", deeds.deed, name="deed"),
]
