"""What a form says when a field is wrong and the form has no words of its own: what to do about it."""

from __future__ import annotations

from django import forms

DEFAULTS: dict[type[forms.Field], dict[str, str]] = {
    forms.Field: {"required": "Заполните это поле."},
    forms.ChoiceField: {"invalid_choice": "Такого ответа в списке нет. Выберите из списка."},
    forms.MultipleChoiceField: {"invalid_choice": "Такого ответа в списке нет. Отметьте из списка."},
    forms.ModelChoiceField: {"invalid_choice": "Такой строки больше нет. Выберите из списка."},
    forms.BooleanField: {"required": "Поставьте отметку."},
    forms.IntegerField: {"invalid": "Впишите целое число, например 12."},
    forms.DateField: {"invalid": "Впишите дату, например 15.10.2025."},
    forms.EmailField: {"invalid": "В адресе почты опечатка. Он должен быть похож на ivanova@school.example."},
    forms.URLField: {"invalid": "Адрес страницы не читается. Скопируйте его из строки браузера целиком."},
    forms.FileField: {
        "required": "Выберите файл.",
        "empty": "Файл пустой. Выберите другой или сохраните его ещё раз.",
        "missing": "Файл не пришёл. Выберите его ещё раз.",
    },
}


def teach_forms() -> None:
    """Put our words in place of Django's; called once, when the applications are ready."""
    for field, messages in DEFAULTS.items():
        # of the class itself: a subclass that inherits its parent's dictionary must not change the parent
        field.default_error_messages = {**vars(field).get("default_error_messages", {}), **messages}
