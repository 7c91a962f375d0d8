"""What a curator types about an event."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.base import File

from schools.events.models import Event, EventKind
from schools.events.services.keep_event import NewEvent
from schools.files.forms import file_field
from tenants.form_fields import address_field, count_field, day_field, text_field

NAMES = (
    "kind", "title", "planned_on", "held_on", "participants", "protocol_number", "protocol_date", "url",
)  # fmt: skip


class EventForm(forms.Form):
    """An event planned or held."""

    kind = forms.ChoiceField(
        label="Какое событие",
        choices=[("", "выберите из списка"), *((code, title.capitalize()) for code, title in EventKind.choices)],
        error_messages={"required": "Выберите, какое это событие.", "invalid_choice": "Выберите событие из списка."},
    )
    title = text_field("Название", most=300, missing="Напишите название.", help_text="Коротко, без фамилий детей.")
    planned_on = day_field("По плану")
    held_on = day_field("Прошло")
    participants = count_field("Сколько человек участвовало", help_text="Без этого числа пункт карты не закроется.")
    protocol_number = text_field("Номер протокола", most=40)
    protocol_date = day_field("Дата протокола")
    url = address_field("Ссылка", help_text="Где о событии рассказано, например страница сайта.")
    file = file_field("Файл")

    @staticmethod
    def initial_of(row: Event) -> dict[str, Any]:
        """A stored event as the form shows it."""
        return {name: getattr(row, name) for name in NAMES}

    def wanted(self) -> NewEvent:
        """What a valid form says."""
        return NewEvent(**{name: self.cleaned_data[name] for name in NAMES})

    @property
    def upload(self) -> File[bytes] | None:
        """The file of a valid form, if one was chosen."""
        return self.cleaned_data["file"] or None


class ReasonForm(forms.Form):
    """Why something is taken away."""

    reason = text_field(
        "Почему", most=150, missing="Напишите причину.", help_text="Например: записано дважды. Останется в журнале."
    )
