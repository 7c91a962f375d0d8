"""Addresses of consents: /<year>/lyudi/soglasiya/. The public page of a link is /s/<token>/ (config.urls_school)."""

from django.urls import path

from schools.consents.views import erasing, labour, person, printing, register

app_name = "consents"
urlpatterns = [
    path("", register.consent_list, name="list"),
    path("blanki/", printing.forms, name="forms"),
    path("ssylki/", printing.links, name="links"),
    path("udalenie/", erasing.due, name="due"),
    path("udalenie/<int:erasure_id>/", erasing.protocol, name="erasure"),
    path("udalenie/<int:erasure_id>/protokol.docx", erasing.protocol_docx, name="erasure_docx"),
    path("<int:person_id>/", person.person, name="person"),
    path("<int:person_id>/otkaz/<slug:purpose>/", person.refuse_consent, name="refuse"),
    path("<int:person_id>/otozvat/<slug:purpose>/", person.withdraw_consent, name="withdraw"),
    path("<int:person_id>/skan/<int:consent_id>/", person.scan, name="scan"),
    path("<int:person_id>/trud/", labour.labour, name="labour"),
    path("<int:person_id>/trud/<int:term_id>/zakonchit/", labour.finish, name="end_labour"),
    path("<int:person_id>/list/<slug:code>/<slug:kind>/", printing.sheet, name="sheet"),
    path("<int:person_id>/udalit/", erasing.erase, name="erase"),
]
