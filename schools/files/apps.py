"""Files people upload: scans of orders and consents, evidence; kept apart for every school."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Files people upload: scans of orders and consents, evidence."""

    name = "schools.files"
    label = "files"
    verbose_name = "Файлы"
