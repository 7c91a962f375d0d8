"""Who somebody is; which fields are asked depends on the kind."""

from __future__ import annotations

from typing import Any

from django import forms

from schools.people.domain.classes import class_written
from schools.people.domain.content import measures
from schools.people.models import Partner, Person, PersonKind
from schools.people.services.add_person import WRONG_CLASS, NewPerson
from tenants.domain.russian import MONTHS
from tenants.form_fields import count_field, day_field, text_field
from tenants.models.school import SchoolKind

_MONTH_CHOICES = [("", "Месяц"), *((number, name.capitalize()) for number, name in enumerate(MONTHS, 1))]
_PLACES = {
    PersonKind.TEACHER: ("Должность", "Например, учитель химии."),
    PersonKind.PARTNER: ("Должность", "Кем работает у партнёра."),
    PersonKind.STUDENT: ("Где учится", "Колледж или вуз."),
    PersonKind.GRADUATE: ("Где учится или работает", ""),
    PersonKind.OTHER: ("Кем приходится школе", "Например, родитель, ветеран, тренер."),
}


class PersonForm(forms.Form):
    """The record of one person of ``kind``. Of a child only the month and year of birth are asked."""

    last_name = text_field("Фамилия", most=100, missing="Впишите фамилию.")
    first_name = text_field("Имя", most=100, missing="Впишите имя.")
    patronymic = text_field("Отчество", most=100)
    class_name = text_field(
        "Класс", most=20, missing="Впишите класс цифрой и буквой: 7 «Б».", help_text="Например, 7 «Б» или 11."
    )
    birth_month = forms.TypedChoiceField(
        label="Месяц рождения",
        choices=_MONTH_CHOICES,
        coerce=int,
        error_messages={
            "required": "Выберите месяц рождения: по нему считается возраст.",
            "invalid_choice": "Выберите месяц из списка.",
        },
    )
    birth_year = count_field(
        "Год рождения", missing="Впишите год рождения четырьмя цифрами.", help_text="День рождения не храним."
    )
    teaching_since = day_field(
        "Педагогический стаж с",
        missing="Впишите, с какого дня идёт педагогический стаж.",
        help_text="По этому дню видно молодых специалистов: стаж меньше трёх лет.",
    )
    partner = forms.ModelChoiceField(
        label="Партнёр",
        queryset=Partner.objects.none(),
        empty_label="Выберите из списка",
        error_messages={
            "required": "Выберите партнёра. Если его нет в списке, сначала добавьте его на странице «Партнёры».",
            "invalid_choice": "Выберите партнёра из списка.",
        },
    )
    position = text_field("Должность", most=200)
    measures = forms.MultipleChoiceField(
        label="Меры поддержки",
        choices=lambda: [(one.code, one.title) for one in measures().values()],
        widget=forms.CheckboxSelectMultiple(),
        help_text="Что школа делает для человека. Причин и диагнозов здесь не пишут; видит только куратор.",
        required=False,
    )

    def __init__(self, *args: Any, kind: str, organisation: str, is_new: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind, self.has_classes = kind, organisation == SchoolKind.SCHOOL
        asked = [*fields_of(kind), *(["measures"] if is_new and kind == PersonKind.PUPIL else [])]
        for name in list(self.fields):
            if name not in asked:
                del self.fields[name]
        if "position" in self.fields:
            self.fields["position"].label, self.fields["position"].help_text = _PLACES[PersonKind(kind)]
        if "class_name" in self.fields and not self.has_classes:
            group = self.fields["class_name"]
            group.label, group.help_text = "Группа или класс", "Как её называют у вас."
            group.error_messages["required"] = "Впишите группу или класс."
        if "partner" in self.fields:
            partner = self.fields["partner"]
            assert isinstance(partner, forms.ModelChoiceField)
            partner.queryset = Partner.objects.all()

    def clean_class_name(self) -> str:
        """A class in one writing; a group of a kindergarten or of a circle as it was typed."""
        typed: str = self.cleaned_data["class_name"]
        if not self.has_classes:
            return typed
        if (written := class_written(typed)) is None:
            raise forms.ValidationError(WRONG_CLASS)
        return written

    @staticmethod
    def initial_of(person: Person) -> dict[str, Any]:
        """A stored person as the form shows it."""
        return {name: getattr(person, name) for name in fields_of(person.kind)}

    def wanted(self, stored: Person | None = None) -> NewPerson:
        """What a valid form says; what it did not ask stays as it is ``stored``."""
        said = dict(self.cleaned_data)
        if "partner" in said:
            said["partner_id"] = said.pop("partner").pk
        said["measures"] = tuple(said.get("measures", ()))
        known = (
            {name: getattr(stored, name) for name in NewPerson.__dataclass_fields__ if name != "measures"}
            if stored
            else {}
        )
        return NewPerson(**{**known, "kind": self.kind, **said})


def fields_of(kind: str) -> tuple[str, ...]:
    """Fields that are asked of a kind of people, in the order of the form."""
    own = {
        PersonKind.PUPIL: ("class_name", "birth_month", "birth_year"),
        PersonKind.TEACHER: ("teaching_since", "position"),
        PersonKind.PARTNER: ("partner", "position"),
    }
    return ("last_name", "first_name", "patronymic", *own.get(PersonKind(kind), ("position",)))
