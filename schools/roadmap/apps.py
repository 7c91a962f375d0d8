"""The school's roadmap."""

from django.apps import AppConfig


class RoadmapConfig(AppConfig):
    """The roadmap as a plan: stages, activities, deadlines, evidence."""

    name = "schools.roadmap"
    label = "roadmap"
    verbose_name = "Дорожная карта"
