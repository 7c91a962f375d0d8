"""Addresses of documents: /<year>/dokumenty/."""

from django.urls import path

from schools.orders import views

app_name = "orders"
urlpatterns = [
    path("", views.document_list, name="list"),
    path("dobavit/", views.new_document, name="add"),
    path("<int:document_id>/", views.document, name="document"),
    path("<int:document_id>/pravka/", views.edit_document, name="edit"),
]
