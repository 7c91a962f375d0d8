"""What is typed about a meeting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from schools.meetings.models import Meeting, MeetingKind
from schools.meetings.services.record_meeting import HeldMeeting
from tenants.form_fields import day_field, text_field

_KINDS = [(code, word.capitalize()) for code, word in MeetingKind.choices]


def _kind_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="Какая встреча",
        choices=_KINDS,
        widget=forms.RadioSelect(),
        error_messages={"required": "Выберите, какая это встреча.", "invalid_choice": "Выберите вид из списка."},
    )


class _OfPair(forms.Form):
    """A form that begins with the pair. ``pairs`` are choices (id, names)."""

    pair = forms.TypedChoiceField(
        label="Пара",
        coerce=int,
        error_messages={"required": "Выберите пару.", "invalid_choice": "Выберите пару из списка."},
    )

    def __init__(self, data: Any = None, *, pairs: Sequence[tuple[int, str]], **more: Any) -> None:
        super().__init__(data, **more)
        field = self.fields["pair"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "выберите пару"), *pairs]


class HeldForm(forms.Form):
    """A meeting that has taken place."""

    held_on = day_field("Когда встретились", missing="Впишите день встречи.")
    kind = _kind_field()
    topic = text_field("О чём говорили", most=300, help_text="Коротко. Не пишите диагнозы и семейные обстоятельства.")
    mentor_feedback = forms.BooleanField(label="Есть отзыв наставника", required=False)
    mentee_feedback = forms.BooleanField(label="Есть отзыв наставляемого", required=False)

    @staticmethod
    def initial_of(row: Meeting) -> dict[str, Any]:
        """A stored meeting as the form shows it; of a planned one the day is the planned day."""
        names = ("kind", "topic", "mentor_feedback", "mentee_feedback")
        return {"held_on": row.held_on or row.planned_on, **{name: getattr(row, name) for name in names}}

    def held(self) -> HeldMeeting:
        """What a valid form says."""
        names = ("held_on", "kind", "topic", "mentor_feedback", "mentee_feedback")
        return HeldMeeting(**{name: self.cleaned_data[name] for name in names})


class RecordForm(HeldForm, _OfPair):
    """A meeting written down for the mentor."""

    field_order = ["pair"]


class PlanForm(_OfPair):
    """A meeting to come."""

    planned_on = day_field("Когда встретятся", missing="Впишите день встречи.")
    kind = _kind_field()
    topic = text_field("О чём", most=300)
