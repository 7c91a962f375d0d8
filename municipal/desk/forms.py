"""What a methodist types: dates of a campaign, a later date, an exemption, a day to answer by."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms

from municipal.campaigns.domain.calendar import CampaignDates


def _day(label: str, help_text: str) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    messages = {"required": f"Впишите день: {label.lower()}.", "invalid": "Впишите дату, например 24.10.2025."}
    return forms.DateField(label=label, help_text=help_text, widget=widget, error_messages=messages)


class CampaignDatesForm(forms.Form):
    """Dates of a new campaign, preset by the calendar."""

    opens_on = _day("Открыть для школ", "С этого дня школы могут сдавать.")
    reporting_date = _day("Данные на дату", "По состоянию на этот день школы считают показатели.")
    due_on = _day("Срок", "До 23:59 этого дня — вовремя.")
    closes_on = _day("Закрыть приём", "До этого дня форму примем с пометкой «позже срока».")
    basis = forms.CharField(
        label="Основание",
        help_text="Приказ или план, по которому собираем данные. Попадёт в справку.",
        max_length=300,
        required=False,
    )

    def dates(self) -> CampaignDates:
        """The four days of a valid form."""
        said: dict[str, Any] = self.cleaned_data
        return CampaignDates(said["reporting_date"], said["opens_on"], said["due_on"], said["closes_on"])


class OneSchoolForm(forms.Form):
    """Which school a button of a row speaks of; empty for all."""

    school = forms.IntegerField(required=False, min_value=1, max_value=2**31 - 1)


class ExtensionForm(forms.Form):
    """A later date for one school."""

    until = _day("Новый срок", "До 23:59 этого дня форма школы будет вовремя.")
    reason = forms.CharField(
        label="Почему",
        max_length=300,
        help_text="Видит школа. Без фамилий.",
        error_messages={"required": "Напишите, почему школе нужно больше времени."},
    )


class ExemptionForm(forms.Form):
    """Why a school does not report."""

    reason = forms.CharField(
        label="Почему школа не отчитывается",
        max_length=300,
        help_text="Например: школа закрыта на ремонт. В справке она не попадёт в число не сдавших.",
        error_messages={"required": "Напишите, почему школа не отчитывается."},
    )


class AnswerByForm(forms.Form):
    """The last day of an answer to questions."""

    answer_by = _day("Ответить до", "До этого дня школа может исправить форму, даже если приём закроется раньше.")

    @staticmethod
    def preset(today: date) -> dict[str, date]:
        """Three days ahead, as a rule enough."""
        return {"answer_by": today + timedelta(days=3)}


class PublicationForm(forms.Form):
    """A publication of the municipality itself."""

    title = forms.CharField(label="О чём", max_length=300, error_messages={"required": "Впишите, о чём публикация."})
    url = forms.URLField(
        label="Ссылка",
        max_length=500,
        assume_scheme="https",
        error_messages={
            "required": "Впишите адрес страницы.",
            "invalid": "Впишите адрес страницы целиком, например https://imc.example/novosti/1.",
        },
    )
    resource = forms.CharField(
        label="Где",
        max_length=200,
        help_text="Например: сайт управления образования.",
        error_messages={"required": "Впишите, где вышла публикация."},
    )
    published_on = _day("Дата", "День, когда материал вышел.")
