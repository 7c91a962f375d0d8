"""Consents: one person's, many people's, and the day of a withdrawal."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from schools.people.models import ConsentPurpose
from tenants.form_fields import day_field, text_field

PURPOSES = [(code, title.capitalize()) for code, title in ConsentPurpose.choices]
KEPT = "оригинал в папке"


def _purpose() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="На что",
        choices=PURPOSES,
        initial=ConsentPurpose.PROCESSING,
        widget=forms.RadioSelect(),
        error_messages={"required": "Выберите, на что согласие.", "invalid_choice": "Выберите цель из списка."},
    )


class ConsentForm(forms.Form):
    """A consent that has been received; ``asks_representative`` — the person is under eighteen."""

    purpose = _purpose()
    given_on = day_field("Когда получено", missing="Впишите, когда получено согласие.")
    valid_until = day_field("Действует до", help_text="Если в согласии указан срок.")
    by_representative = forms.BooleanField(
        label="Подписал родитель или другой законный представитель",
        help_text="До 18 лет без этой подписи согласие не действует.",
        required=False,
    )
    kept_as = text_field("Как хранится", most=200)

    def __init__(self, *args: Any, asks_representative: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_representative:
            del self.fields["by_representative"]

    def told(self) -> dict[str, Any]:
        """Arguments of ``record_consent`` of a valid form."""
        return {"by_representative": False, **self.cleaned_data}


class ManyConsentsForm(forms.Form):
    """The same consent of many people, whose papers were brought together."""

    purpose = _purpose()
    given_on = day_field("Когда получены", missing="Впишите, когда получены согласия.")
    kept_as = text_field("Как хранятся", most=200)
    representatives_signed = forms.BooleanField(
        label="За детей подписали родители или другие законные представители", required=False
    )


class WithdrawalForm(forms.Form):
    """From which day the data may not be used."""

    on = day_field("Когда отозвано", missing="Впишите день, когда согласие отозвано.")

    def __init__(self, *args: Any, given_on: date, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.given_on, self.today = given_on, today

    def clean_on(self) -> date:
        """A day between the consent and today."""
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise forms.ValidationError("Этот день ещё не наступил. Впишите сегодняшний или более ранний.")
        if day < self.given_on:
            raise forms.ValidationError("Этот день раньше самого согласия. Проверьте дату.")
        return day
