"""What a methodist types into a note."""

from __future__ import annotations

from django import forms

from municipal.notes.services.edit_block import LONGEST
from tenants.domain.russian import NBSP


class ParagraphForm(forms.Form):
    """The words of one paragraph."""

    text = forms.CharField(
        label="Текст абзаца",
        help_text="Каждая новая строка станет отдельным абзацем. Имён людей не пишите.",
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7}),
        error_messages={
            "required": "Впишите текст или уберите абзац.",
            "max_length": f"Текст длиннее {LONGEST} знаков. Разделите его на несколько абзацев.",
        },
    )

    @staticmethod
    def preset(text: str) -> dict[str, str]:
        """The text as one types it: with plain spaces."""
        return {"text": text.replace(NBSP, " ")}


class SignForm(forms.Form):
    """Who signs, as it will be printed."""

    position = forms.CharField(
        label="Должность",
        max_length=200,
        help_text="Как в конце документа, например: начальник управления образования.",
        error_messages={"required": "Впишите должность того, кто подписывает."},
    )
    name = forms.CharField(
        label="Имя",
        max_length=200,
        help_text="Инициалы и фамилия: О. В. Лапина.",
        error_messages={"required": "Впишите инициалы и фамилию."},
    )
