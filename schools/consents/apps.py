"""Consents and labour papers: printing, links, withdrawal with all that follows from it, erasure, retention."""

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    """Consents and labour papers."""

    name = "schools.consents"
    label = "consents"
    verbose_name = "Согласия"

    def ready(self) -> None:
        """A merge of two records may end a consent: what follows from it belongs to this room."""
        from schools.consents.services.withdraw import follow_merge  # noqa: PLC0415 -- models are loaded by now
        from schools.people.services.merge_people import FOLLOW_UPS  # noqa: PLC0415 -- the same

        if follow_merge not in FOLLOW_UPS:
            FOLLOW_UPS.append(follow_merge)
