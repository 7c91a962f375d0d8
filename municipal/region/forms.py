"""What is chosen before passing on, and what is asked for a token."""

from __future__ import annotations

from django import forms

from municipal.region.domain.source import RevisionReason


class ReasonForm(forms.Form):
    """Why the region gets a new revision."""

    reason = forms.ChoiceField(
        label="Почему передаём ещё раз",
        choices=[(one.value, one.words.capitalize()) for one in RevisionReason],
        widget=forms.RadioSelect,
        error_messages={"required": "Выберите, почему данные изменились."},
    )


class TokenForm(forms.Form):
    """A token of a programme."""

    name = forms.CharField(
        label="Для какой программы",
        max_length=120,
        help_text="Например: сводка РЦН, рабочий сервер.",
        error_messages={"required": "Впишите, какая программа будет читать данные."},
    )
    days = forms.TypedChoiceField(
        label="Сколько действует",
        choices=[("30", "30 дней"), ("180", "Полгода"), ("365", "Год")],
        coerce=int,
        initial="365",
        widget=forms.RadioSelect,
        error_messages={"required": "Выберите, сколько действует ключ."},
    )
