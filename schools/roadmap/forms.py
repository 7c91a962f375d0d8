"""Forms of the roadmap's pages."""

from __future__ import annotations

from typing import Any

from django import forms

from municipal.indicators.formats import load_formats
from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.typical import TypicalRoadmap, list_typical
from tenants.domain.russian import counted

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class PeriodForm(forms.Form):
    """The time a roadmap covers."""

    starts_on = forms.DateField(label="Действует с", widget=DATE)
    ends_on = forms.DateField(label="по", widget=DATE)

    def clean(self) -> dict[str, Any]:
        """Refuses a period that ends before it starts."""
        cleaned = super().clean() or {}
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on <= starts_on:
            self.add_error("ends_on", "Карта кончается раньше, чем начинается. Исправьте одну из дат.")
        return cleaned

    @property
    def period(self) -> Period:
        """The dates that were typed."""
        return Period(self.cleaned_data["starts_on"], self.cleaned_data["ends_on"])


class TypicalForm(PeriodForm):
    """Which typical roadmap to take."""

    code = forms.ChoiceField(label="Образец", widget=forms.RadioSelect)

    def __init__(self, *args: Any, organisation: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fitting = [one for one in list_typical() if organisation in one.for_organisations]
        self.fields["code"].choices = [  # type: ignore[attr-defined]  # a ChoiceField
            (one.code, f"{one.title}: {_size(one)}") for one in fitting
        ]


def _size(one: TypicalRoadmap) -> str:
    stages = counted(len(one.stages), "этап", "этапа", "этапов")
    count = sum(len(stage.activities) for stage in one.stages)
    return f"{stages}, {counted(count, 'мероприятие', 'мероприятия', 'мероприятий')}"


class FileForm(PeriodForm):
    """A file of the school's own."""

    file = forms.FileField(
        label="Файл Word или Excel",
        help_text="Документ .docx, книга .xlsx, страница сайта .html или таблица .csv, не больше 10 МБ.",
        widget=forms.ClearableFileInput(attrs={"accept": ".docx,.xlsx,.html,.htm,.csv,.txt"}),
        error_messages={"required": "Выберите файл.", "empty": "Файл пустой. Выберите другой."},
    )


class PasteForm(PeriodForm):
    """Text pasted from Word or Excel."""

    text = forms.CharField(
        label="Таблица",
        help_text="Выделите таблицу в Word или Excel, скопируйте и вставьте сюда.",
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=400_000,
        error_messages={"required": "Вставьте таблицу."},
    )


class SaveForm(forms.Form):
    """How the read roadmap is called and which model it belongs to."""

    title = forms.CharField(label="Название карты", max_length=300)
    model = forms.ChoiceField(label="Модель наставничества", widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        models = load_formats().models.values()
        self.fields["model"].choices = [(one.code, one.title) for one in models]  # type: ignore[attr-defined]  # ChoiceField
