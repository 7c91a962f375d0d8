"""What a curator types about pairs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from municipal.indicators.formats import Format, load_formats
from schools.pairs.services.form_pair import NewPair
from tenants.form_fields import address_field, count_field, day_field, text_field

Choices = Sequence[tuple[Any, Any]]  # pairs (value, label), or groups (title, pairs)


def _people(label: str, missing: str) -> forms.TypedMultipleChoiceField:
    return forms.TypedMultipleChoiceField(
        label=label,
        coerce=int,
        widget=forms.CheckboxSelectMultiple(),
        error_messages={
            "required": missing,
            "invalid_choice": "Кого-то из отмеченных в этом списке уже нет. Отметьте заново.",
        },
    )


class ProposeForm(forms.Form):
    """A pair or a group of one form of mentoring, which is chosen before."""

    mentors = _people("Наставник", "Отметьте хотя бы одного наставника.")
    mentees = _people("Наставляемый", "Отметьте хотя бы одного наставляемого.")
    goal = text_field("Над чем работают", most=500, help_text="Одной фразой, без фамилий и диагнозов.")
    kind = forms.ChoiceField(
        label="Вид наставничества",
        help_text="Если наставляемых несколько, вид будет групповым.",
        widget=forms.Select(),
        error_messages={"invalid_choice": "Выберите вид из списка."},
    )
    programme = forms.TypedChoiceField(
        label="Программа",
        coerce=int,
        empty_value=None,
        required=False,
        error_messages={"invalid_choice": "Выберите программу из списка."},
    )

    def __init__(
        self, data: Any = None, *, form: Format, mentors: Choices, mentees: Choices, programmes: Choices, **more: Any
    ) -> None:
        super().__init__(data, **more)
        self.form = form
        kinds = load_formats().kinds.values()
        _choose(self, "mentors", mentors)
        _choose(self, "mentees", mentees)
        _choose(self, "kind", [(one.code, one.title) for one in kinds if one.code != "group"])
        if programmes:
            _choose(self, "programme", [("", "без программы"), *programmes])
        else:
            del self.fields["programme"]

    def wanted(self) -> NewPair:
        """What a valid form says."""
        said = self.cleaned_data
        return NewPair(
            self.form.code, said["mentors"], said["mentees"], said["kind"], said["goal"], said.get("programme")
        )


def _choose(form: forms.Form, name: str, choices: Choices) -> None:
    field = form.fields[name]
    if isinstance(field, forms.ChoiceField):
        field.choices = choices


class OrderForm(forms.Form):
    """The order that appoints pairs."""

    order_number = text_field("Номер приказа", most=40, missing="Впишите номер приказа, например 48-од.")
    ordered_on = day_field("Дата приказа", missing="Впишите дату приказа.", help_text="С этого дня пары работают.")

    def __init__(self, data: Any = None, *, today: date, **more: Any) -> None:
        super().__init__(data, **more)
        self.today = today

    def clean_ordered_on(self) -> date:
        """An order of tomorrow has not been signed yet."""
        return _not_ahead(self.cleaned_data["ordered_on"], self.today, "Впишите приказ, когда он будет подписан.")


class OrderForManyForm(OrderForm):
    """One order for several proposed pairs."""

    pairs = forms.TypedMultipleChoiceField(
        label="Кого закрепляет приказ",
        coerce=int,
        widget=forms.CheckboxSelectMultiple(),
        error_messages={
            "required": "Отметьте пары, которые названы в приказе.",
            "invalid_choice": "Одной из пар в этом списке уже нет. Отметьте заново.",
        },
    )

    def __init__(self, data: Any = None, *, pairs: Choices, **more: Any) -> None:
        super().__init__(data, **more)
        _choose(self, "pairs", pairs)


class CompleteForm(forms.Form):
    """The last day of a pair."""

    on = day_field("Последний день", missing="Впишите день, когда пара закончила работу.")

    def __init__(self, data: Any = None, *, today: date, **more: Any) -> None:
        super().__init__(data, **more)
        self.today = today

    def clean_on(self) -> date:
        """A pair that will end later still works."""
        return _not_ahead(self.cleaned_data["on"], self.today, "Завершите пару, когда этот день наступит.")


class BreakForm(CompleteForm):
    """The last day of a pair that is broken off, and why."""

    reason = text_field(
        "Почему", most=300, missing="Напишите причину одной фразой.", help_text="Без фамилий: причина войдёт в отчёт."
    )


def _not_ahead(day: date, today: date, remedy: str) -> date:
    if day > today:
        raise ValidationError(f"Эта дата ещё не наступила. {remedy}")
    return day


class GoalForm(forms.Form):
    """What the pair works on."""

    goal = text_field("Над чем работают", most=500, help_text="Одной фразой, без фамилий и диагнозов.")


class ProgrammeForm(forms.Form):
    """A programme of the bank."""

    title = text_field("Название", most=300, missing="Впишите название программы.")
    mentoring_format = forms.ChoiceField(
        label="Форма наставничества", error_messages={"invalid_choice": "Выберите форму из списка."}
    )
    purpose = text_field("Для чего программа", most=500, help_text="Одной-двумя фразами, без фамилий.", rows=2)
    valid_from = day_field("Действует с", missing="Впишите день, с которого программа действует.")
    valid_to = day_field("Действует по", help_text="Оставьте пустым, если срок не назначен.")
    url = address_field("Ссылка", help_text="Если программа размещена на сайте школы.")

    def __init__(self, data: Any = None, *, formats: Sequence[Format], **more: Any) -> None:
        super().__init__(data, **more)
        _choose(self, "mentoring_format", [(one.code, one.title) for one in formats])


class StageForm(forms.Form):
    """One stage of a programme; a row without a word in it is no stage."""

    title = text_field("Что делаем", most=200)
    hours = count_field("Часов")
    term = text_field("Когда", most=100)
    result = text_field("Что получится", most=300)

    def clean(self) -> dict[str, Any]:
        """A stage has at least a title."""
        said = super().clean() or self.cleaned_data
        if not said.get("title") and any(said.get(name) for name in ("hours", "term", "result")):
            self.add_error("title", "Впишите, что делаем на этом этапе.")
        return said


MOST_STAGES = 20
SPARE_ROWS = 3


def stage_rows(typed: Any, stored: Sequence[dict[str, Any]]) -> list[StageForm]:
    """A row for each stored stage and some to spare; without a sent row the stored stages stay as they are."""
    count = min(max(len(stored) + SPARE_ROWS, 5), MOST_STAGES)
    sent = typed is not None and "etap0-title" in typed
    return [
        StageForm(
            typed if sent else None,
            prefix=f"etap{number}",
            initial=stored[number] if number < len(stored) else {},
        )
        for number in range(count)
    ]


def stages_said(rows: Sequence[StageForm], stored: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """What valid rows say, in their order; nothing was sent: what is stored."""
    if not rows or not rows[0].is_bound:
        return list(stored)
    return [dict(row.cleaned_data) for row in rows if row.cleaned_data.get("title")]
