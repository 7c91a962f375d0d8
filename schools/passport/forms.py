"""What a curator types into the school's card."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from tenants.form_fields import address_field, count_field, day_field, text_field

WORKS = {"": "Ещё не проверяли", "yes": "Открывается", "no": "Не открывается"}
ANSWERS: dict[str, bool | None] = {"": None, "yes": True, "no": False}
PUPILS = ("pupils_10_19", "pupils_15_19")


class CardForm(forms.Form):
    """How the school is named on papers, and its site section."""

    official_name = text_field(
        "Полное название", most=300, missing="Впишите полное название, как в уставе.", help_text="Как в уставе."
    )
    principal_name = text_field("Руководитель", most=200, help_text="Фамилия, имя и отчество: попадут в приказы.")
    site_section_url = address_field(
        "Раздел «Наставничество» на сайте", help_text="Ссылка на раздел, а не на первую страницу сайта."
    )
    site_section_updated_on = day_field("Когда раздел обновляли в последний раз")
    works = forms.ChoiceField(
        label="Раздел открывается?",
        help_text="Откройте ссылку в новом окне и посмотрите.",
        required=False,
        choices=list(WORKS.items()),
        widget=forms.RadioSelect(attrs={"class": "choice--row"}),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_site_section_updated_on(self) -> date | None:
        """A day that has come."""
        day: date | None = self.cleaned_data["site_section_updated_on"]
        if day is not None and day > self.today:
            raise forms.ValidationError("Этот день ещё не наступил. Впишите, когда раздел обновляли.")
        return day

    def told(self) -> dict[str, Any]:
        """Arguments of ``save_card`` of a valid form."""
        said = dict(self.cleaned_data)
        answer = ANSWERS[said.pop("works")]
        works = answer if said["site_section_url"] else None  # nothing to open
        return {**said, "site_section_works": works, "checked_on": None if works is None else self.today}


class HeadcountForm(forms.Form):
    """Numbers of people as of a day; what is left empty is «не знаем»."""

    as_of = day_field("На какую дату", missing="Впишите дату, на которую посчитаны люди.")
    pupils_10_19 = count_field("Обучающихся 10–19 лет", help_text="Основа охвата: от неё считается доля наставляемых.")
    pupils_15_19 = count_field("Из них 15–19 лет")
    teachers = count_field("Педагогических работников, всего")
    young_teachers = count_field("Из них молодых специалистов", help_text="Стаж меньше трёх лет, возраст не важен.")

    def __init__(self, *args: Any, today: date, has_pupils: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        if not has_pupils:  # a kindergarten is not asked about children of ten and older
            for name in PUPILS:
                del self.fields[name]

    def clean_as_of(self) -> date:
        """A day that has come."""
        day: date = self.cleaned_data["as_of"]
        if day > self.today:
            raise forms.ValidationError("Эта дата ещё не наступила. Впишите сегодняшнюю или более раннюю.")
        return day

    def told(self) -> dict[str, Any]:
        """Arguments of ``save_headcount`` of a valid form."""
        return {**dict.fromkeys(PUPILS), **self.cleaned_data}
