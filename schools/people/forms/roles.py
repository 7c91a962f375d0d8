"""Roles in time, measures of support, becoming another, leaving a pool."""

from __future__ import annotations

from typing import Any

from django import forms

from municipal.indicators.formats import Format
from schools.people.domain.content import measures
from schools.people.forms.lists import FromDayForm
from schools.people.models import PersonKind, RolePeriod
from tenants.form_fields import day_field


class RoleForm(forms.Form):
    """A period in a role by one form of mentoring."""

    role = forms.ChoiceField(
        label="Роль",
        choices=[(RolePeriod.MENTOR, "Наставник"), (RolePeriod.MENTEE, "Наставляемый")],
        error_messages={"required": "Выберите роль.", "invalid_choice": "Выберите роль из списка."},
    )
    mentoring_format = forms.ChoiceField(
        label="Форма наставничества",
        error_messages={"required": "Выберите форму.", "invalid_choice": "Выберите форму из списка."},
    )
    since = day_field("С какого дня", missing="Впишите, с какого дня человек в этой роли.")
    until = day_field("По какой день", help_text="Если роль уже закончена.")

    def __init__(self, *args: Any, formats: list[Format], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["mentoring_format"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one.code, one.title) for one in formats]


class MeasureForm(forms.Form):
    """A measure of support that begins."""

    measure = forms.ChoiceField(
        label="Мера поддержки",
        choices=lambda: [(one.code, one.title) for one in measures().values()],
        error_messages={"required": "Выберите меру.", "invalid_choice": "Выберите меру из списка."},
    )
    since = day_field("С какого дня", missing="Впишите, с какого дня.")


class BecomeForm(forms.Form):
    """Who somebody becomes."""

    kto = forms.ChoiceField(
        label="Кем стал",
        widget=forms.RadioSelect(),
        error_messages={"required": "Выберите, кем стал человек.", "invalid_choice": "Выберите из списка."},
    )

    def __init__(self, *args: Any, now: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["kto"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(kind.value, kind.label.capitalize()) for kind in PersonKind if kind != now]


class SinceForm(FromDayForm):
    """The first day of what somebody became."""


class LastDayForm(FromDayForm):
    """The last day of a role, of a measure, in a pool."""

    on = day_field("Последний день", missing="Впишите последний день.")
