"""Addresses of the import of people and of doubles, within /<year>/lyudi/."""

from django.urls import path

from schools.people.views import doubles, import_acts, importing

urlpatterns = [
    path("iz-excel/", importing.start, name="import"),
    path("iz-excel/<int:import_id>/", importing.page, name="import_page"),
    path("iz-excel/<int:import_id>/stolbcy/", importing.columns, name="import_columns"),
    path("iz-excel/<int:import_id>/fayl/", import_acts.file_back, name="import_file"),
    path("iz-excel/<int:import_id>/otmenit/", import_acts.undo, name="undo_import"),
    path("iz-excel/<int:import_id>/zakonchit/", import_acts.close, name="close_import"),
    path("pohozhie/", doubles.doubles, name="doubles"),
    path("pohozhie/<int:one_id>/<int:other_id>/", doubles.merge, name="merge"),
    path("pohozhie/<int:one_id>/<int:other_id>/raznye/", doubles.apart, name="apart"),
]
