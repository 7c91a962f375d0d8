"""Addresses of publications: /<year>/publikacii/."""

from django.urls import path

from schools.publications import mention_views, views

app_name = "publications"
urlpatterns = [
    path("", views.publication_list, name="list"),
    path("dobavit/", views.new_publication, name="add"),
    path("<int:publication_id>/pravka/", views.edit_publication, name="edit"),
    path("<int:publication_id>/ssylka/", views.mark_checked, name="link"),
    path("<int:publication_id>/lyudi/", mention_views.named, name="people"),
    path("<int:publication_id>/lyudi/<int:mention_id>/ubrano/", mention_views.removed, name="taken_down"),
]
