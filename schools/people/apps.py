"""People of the programmes and their consents."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """People of the programmes and their consents."""

    name = "schools.people"
    label = "people"
    verbose_name = "Люди и согласия"
