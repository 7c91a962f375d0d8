"""What a curator types about a survey held on paper."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from django import forms
from django.core.files.base import File

from municipal.indicators.formats import load_formats
from schools.files.forms import file_field
from schools.surveys.domain.kinds import KINDS, MOST_POINTS
from schools.surveys.domain.totals import Side, Totals
from schools.surveys.models import SurveyRound
from schools.surveys.services.keep_round import Survey
from tenants.form_fields import count_field, day_field, text_field

SIDES = {"mentees": "Наставляемые", "mentors": "Наставники"}
_COUNTED = {"invited": "Опросили", "answered": "Ответили"}
_RATES = {
    "satisfied": ("Довольны", "Ответили «да» или «скорее да» на вопрос, довольны ли работой."),
    "compared": ("Ответили дважды", "И в начале, и в конце: их можно сравнить."),
    "grown": ("Стало лучше", "У скольких из ответивших дважды."),
}


class RoundForm(forms.Form):
    """A survey of one kind: only what this kind asks for is shown. ``closing`` makes the last day obligatory."""

    opened_on = day_field("Начат", missing="Впишите день, когда опрос начался.")
    closed_on = day_field("Завершён", help_text="Пока пусто, опрос считается идущим.")
    mentoring_format = forms.ChoiceField(
        label="Форма наставничества",
        required=False,
        help_text="Если опрос был общим для всех, оставьте «все формы».",
        error_messages={"invalid_choice": "Выберите форму из списка."},
    )

    def __init__(self, *args: Any, kind: str, closing: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        self.kind = KINDS[kind]
        self.code = kind
        if self.kind.points:
            self._becomes_a_table()
        for side in self.kind.sides:
            self._add_side(side)
        if closing:
            self.fields["closed_on"].required = True
            self.fields["closed_on"].help_text = ""
            self.fields["closed_on"].error_messages["required"] = "Впишите день, когда опрос завершён."
        self.fields["title"] = text_field("Название", most=300, help_text="Если пусто, возьмём из вида опроса.")
        self.fields["file"] = file_field("Файл", help_text="Скан сводки или протокол, без ответов по фамилиям.")
        chosen = self.fields["mentoring_format"]
        assert isinstance(chosen, forms.ChoiceField)
        chosen.choices = [("", "все формы"), *((code, one.title) for code, one in load_formats().formats.items())]

    def _becomes_a_table(self) -> None:
        """The curator's table is filled in on one day."""
        self.fields["opened_on"] = day_field("Заполнена", missing="Впишите день, когда таблица заполнена.")
        del self.fields["closed_on"]
        self.fields["mentoring_format"].help_text = "Таблицу заполняют отдельно для каждой формы."
        points = count_field(
            "Сумма баллов",
            missing="Впишите сумму девяти критериев.",
            help_text=f"Девять критериев по 0–2 балла, от 0 до {MOST_POINTS}.",
        )
        self.fields["points"] = points

    def _add_side(self, side: str) -> None:
        for name, label in _COUNTED.items():
            self.fields[f"{side}_{name}"] = count_field(label)
        if self.kind.rates:
            for name, (label, hint) in _RATES.items():
                self.fields[f"{side}_{name}"] = count_field(label, help_text=hint)

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Fields of each side under its name."""
        return [
            (SIDES[side], [field for field in self if field.name.startswith(f"{side}_")]) for side in self.kind.sides
        ]

    @staticmethod
    def initial_of(row: SurveyRound) -> dict[str, Any]:
        """A stored survey as the form shows it."""
        names = ("opened_on", "closed_on", "mentoring_format", "title", "points")
        said = {
            f"{side}_{field.name}": getattr(getattr(row.said, side), field.name)
            for side in SIDES
            for field in fields(Side)
        }
        return {**{name: getattr(row, name) for name in names}, **said}

    def wanted(self) -> Survey:
        """What a valid form says."""
        said = self.cleaned_data
        sides = (Side(*(said.get(f"{side}_{field.name}") for field in fields(Side))) for side in SIDES)
        return Survey(
            kind=self.code,
            opened_on=said["opened_on"],
            closed_on=said["opened_on"] if self.kind.points else said["closed_on"],
            mentoring_format=said["mentoring_format"],
            title=said["title"],
            totals=Totals(*sides),
            points=said.get("points"),
        )

    @property
    def upload(self) -> File[bytes] | None:
        """The file of a valid form, if one was chosen."""
        return self.cleaned_data["file"] or None


class ReasonForm(forms.Form):
    """Why something is taken away."""

    reason = text_field(
        "Почему", most=150, missing="Напишите причину.", help_text="Например: записан дважды. Останется в журнале."
    )
