"""What narrows a list of people, keeps it under a name, and says what to do to those chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from schools.people.domain.content import measures, topic_groups
from schools.people.domain.filters import LONGEST_SEARCH
from schools.people.domain.many import Act
from schools.people.models import PersonKind
from tenants.form_fields import day_field, text_field

ANY_MEASURE = "lyubaya"
PRINT = "blanki"  # changes nobody: leads to the room of consents


def topic_choices() -> list[Any]:
    """Topics in their groups, for a list to choose from."""
    return [(group.title, list(group.topics.items())) for group in topic_groups()]


class FilterForm(forms.Form):
    """The narrowing of a list, as a form of the address; shown and never judged: nothing in it can be wrong.

    Fields are not called optional: a word beside each, that it may stay empty, would only be noise here.
    """

    use_required_attribute = False
    q = forms.CharField(
        label="Имя",
        max_length=LONGEST_SEARCH,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    klass = forms.ChoiceField(label="Класс")
    kto = forms.ChoiceField(label="Кто это")
    tema = forms.ChoiceField(label="Тема")
    podderzhka = forms.ChoiceField(label="Мера поддержки")

    def __init__(self, *args: Any, classes: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choose("klass", "Все классы", [(name, name) for name in classes])
        self._choose("kto", "Все", [(kind.value, kind.label.capitalize()) for kind in PersonKind])
        self._choose("tema", "Все темы", topic_choices())
        named = [(ANY_MEASURE, "Любая мера"), *((one.code, one.title) for one in measures().values())]
        self._choose("podderzhka", "Не важно", named)
        if not classes:
            del self.fields["klass"]

    def _choose(self, name: str, empty: str, choices: list[Any]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", empty), *choices]


class NameFilterForm(forms.Form):
    """A name for the filter of the address."""

    name = text_field("Название отбора", most=80, missing="Впишите название отбора.")
    shared = forms.BooleanField(label="Показать коллегам", required=False)


class ManyForm(forms.Form):
    """What to do to everybody chosen."""

    act = forms.ChoiceField(
        label="Что сделать",
        choices=[
            (Act.CLASS_UP.value, "Перевести в следующий класс"),
            (Act.GRADUATE.value, "Сделать выпускниками"),
            (Act.TOPIC.value, "Добавить тему"),
            (Act.ARCHIVE.value, "Убрать из действующих"),
            (PRINT, "Напечатать бланки согласий"),
        ],
        error_messages={"required": "Выберите, что сделать.", "invalid_choice": "Выберите действие из списка."},
    )
    topic = forms.ChoiceField(label="Какая тема", required=False, help_text="Нужна, если добавляете тему.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["topic"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", "Не выбрана"), *topic_choices()]

    def clean(self) -> dict[str, Any]:
        """A topic is asked only where it is to be added."""
        said = super().clean() or self.cleaned_data
        if said.get("act") == Act.TOPIC and not said.get("topic"):
            self.add_error("topic", "Выберите тему, которую добавить.")
        return said


class FromDayForm(forms.Form):
    """From which day the act counts."""

    on = day_field("С какого дня", missing="Впишите день.")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today

    def clean_on(self) -> date:
        """A day that has come."""
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise forms.ValidationError("Этот день ещё не наступил. Впишите сегодняшний или более ранний.")
        return day
