"""Partners of the school: an organisation, never a person."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from django import forms

from schools.people.models import Partner, PartnerKind
from tenants.form_fields import day_field, text_field

NAMES = ("name", "kind", "since", "until", "contact", "agreement_number", "agreed_on", "agreed_until")
_NAME = re.compile(r"[А-ЯЁ][а-яё]+\s+[А-ЯЁ]\.|[А-ЯЁ][а-яё]+\s+[А-ЯЁ][а-яё]+(?:ич|на)\b")


class PartnerForm(forms.Form):
    """A partner with its agreement; ``until`` is asked only of one that is known."""

    name = text_field("Название", most=300, missing="Впишите название партнёра.")
    kind = forms.ChoiceField(
        label="Вид", required=False, choices=[("", "Не указан"), *PartnerKind.choices],
        error_messages={"invalid_choice": "Выберите вид из списка."},
    )  # fmt: skip
    since = day_field("Работаем вместе с", missing="Впишите, с какого дня работаете вместе.")
    until = day_field("Работали по", help_text="Впишите, если работа закончена.")
    contact = text_field("Телефон или почта организации", most=200, help_text="Общий номер или почта, без фамилий.")
    agreement_number = text_field("Номер соглашения", most=60)
    agreed_on = day_field("Дата соглашения")
    agreed_until = day_field("Соглашение действует по")

    def __init__(self, *args: Any, today: date, is_new: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if is_new:
            del self.fields["until"]

    def clean_since(self) -> date:
        """A day that has come."""
        day: date = self.cleaned_data["since"]
        if day > self.today:
            raise forms.ValidationError("Этот день ещё не наступил. Впишите сегодняшний или более ранний.")
        return day

    def clean_contact(self) -> str:
        """A contact of the organisation: somebody's name has no place here."""
        said: str = self.cleaned_data["contact"]
        if _NAME.search(said):
            raise forms.ValidationError("Здесь похоже стоит имя человека. Оставьте телефон или почту организации.")
        return said

    @staticmethod
    def initial_of(row: Partner) -> dict[str, Any]:
        """A stored partner as the form shows it."""
        return {name: getattr(row, name) for name in NAMES}
