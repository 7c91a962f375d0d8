"""Fields that forms of every room ask for in the same words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict

WRONG_DATE = "Впишите дату, например 24.10.2025."


def day_field(label: str, *, missing: str = "", help_text: str = "", **more: Any) -> forms.DateField:
    """A date in the browser's own control; ``missing`` is what to say when it is left empty, without it it may be."""
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=bool(missing),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": missing, "invalid": WRONG_DATE},
        **more,
    )


def count_field(label: str, *, missing: str = "", help_text: str = "", at_least: int = 0) -> forms.IntegerField:
    """A whole number typed by hand; nothing typed is None, never nought."""
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=bool(missing),
        min_value=at_least,
        max_value=100_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "in--num"}),
        error_messages={
            "required": missing,
            "invalid": "Впишите число цифрами.",
            "min_value": f"Впишите число не меньше {at_least}.",
            "max_value": "Такого большого числа быть не может. Проверьте, нет ли лишней цифры.",
        },
    )


def address_field(label: str, *, missing: str = "", help_text: str = "") -> forms.URLField:
    """An address of a page."""
    return forms.URLField(
        label=label,
        help_text=help_text,
        required=bool(missing),
        max_length=500,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"inputmode": "url", "placeholder": "https://"}),
        error_messages={
            "required": missing,
            "invalid": "Скопируйте ссылку целиком из адресной строки, она начинается с https://.",
            "max_length": "Ссылка длиннее 500 знаков. Возьмите короткую ссылку на ту же страницу.",
        },
    )


def text_field(label: str, *, most: int, missing: str = "", help_text: str = "", rows: int = 0) -> forms.CharField:
    """A line of text, or several ``rows``."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=bool(missing),
        max_length=most,
        widget=forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(),
        error_messages={"required": missing, "max_length": f"Сократите до {most} знаков."},
    )


def typed_in(request: HttpRequest) -> QueryDict | None:
    """What was sent with the press of a button, even when it was nothing; None while the form is only looked at."""
    return request.POST if request.method == "POST" else None
