"""The field every room asks a file with."""

from __future__ import annotations

from django import forms

ACCEPT = ".pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt"
HINT = "PDF, снимок JPEG или PNG, документ .docx или .odt, книга .xlsx; не больше 20 МБ."


def file_field(label: str, *, missing: str = "", help_text: str = HINT) -> forms.FileField:
    """A file from the computer; without ``missing`` it may be left out. Kind and size are judged by ``keep_file``."""
    return forms.FileField(
        label=label,
        help_text=help_text,
        required=bool(missing),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        error_messages={
            "required": missing,
            "invalid": "Файл не дошёл. Выберите его ещё раз.",
            "missing": "Файл не дошёл. Выберите его ещё раз.",
            "empty": "Файл пуст. Проверьте, тот ли файл выбран.",
            "max_length": "Название файла слишком длинное. Сократите его и выберите файл снова.",
        },
    )
