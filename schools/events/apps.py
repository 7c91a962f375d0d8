"""Events of the school's mentoring: councils, gatherings, trainings, contests."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Events of the school's mentoring: councils, gatherings, trainings, contests."""

    name = "schools.events"
    label = "events"
    verbose_name = "События"
