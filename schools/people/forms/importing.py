"""How people come to the product: a file, pasted columns."""

from __future__ import annotations

from django import forms


class PeopleFileForm(forms.Form):
    """The school's own file."""

    file = forms.FileField(
        label="Файл Excel",
        help_text="Книга .xlsx или таблица .csv, не больше 10 МБ. Заголовки и порядок столбцов любые. "
        "Файл можно перетащить сюда.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        error_messages={"required": "Выберите файл.", "empty": "Файл пустой. Выберите другой."},
    )


class PeoplePasteForm(forms.Form):
    """Columns pasted from Excel."""

    text = forms.CharField(
        label="Столбцы из Excel",
        help_text="Выделите в Excel столбцы вместе с заголовками, скопируйте и вставьте сюда (Ctrl+V).",
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        max_length=1_000_000,
        strip=False,
        error_messages={"required": "Вставьте столбцы.", "max_length": "Вставьте не больше 5 000 строк за один раз."},
    )
