"""Records of the two pools, and the choice of whom to add."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from schools.people.domain.content import TopicGroup, topic_groups
from schools.people.models import MenteeCard, MentorCard, PersonKind
from schools.people.queries import Register
from tenants.form_fields import count_field, day_field, text_field

NOT_YET = "Этот день ещё не наступил. Впишите сегодняшний или более ранний."
MENTEE_KINDS = (PersonKind.PUPIL, PersonKind.TEACHER, PersonKind.STUDENT, PersonKind.OTHER)


class WhomForm(forms.Form):
    """Into which pool, and who it is: decides what the next page asks."""

    baza = forms.ChoiceField(
        label="В какую базу",
        choices=[(Register.MENTORS.value, "Наставник"), (Register.MENTEES.value, "Наставляемый")],
        widget=forms.RadioSelect(),
        error_messages={"required": "Выберите, наставник это или наставляемый."},
    )
    kto = forms.ChoiceField(
        label="Кто это",
        widget=forms.RadioSelect(),
        error_messages={"required": "Выберите, кто это."},
    )

    def __init__(self, *args: Any, organisation: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = [kind for kind in PersonKind if organisation != "kindergarten" or kind != PersonKind.PUPIL]
        asked = self.fields["kto"]
        assert isinstance(asked, forms.ChoiceField)
        asked.choices = [(kind.value, kind.label.capitalize()) for kind in own]

    def clean(self) -> dict[str, Any]:
        """A mentee is a pupil, a teacher, a student or somebody else; the rest come to help."""
        said = super().clean() or self.cleaned_data
        if said.get("baza") == Register.MENTEES and said.get("kto") not in (None, *MENTEE_KINDS):
            self.add_error("kto", "Наставляемым может быть обучающийся, педагог или студент. Выберите другое.")
        return said


class _CardForm(forms.Form):
    since = day_field("В базе с", missing="Впишите, с какого дня человек в базе.")
    topics = forms.MultipleChoiceField(
        label="Темы",
        required=False,
        widget=forms.CheckboxSelectMultiple(),
        error_messages={"invalid_choice": "Выберите темы из списка."},
    )

    def __init__(self, *args: Any, today: date, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        field = self.fields["topics"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(group.title, list(group.topics.items())) for group in self.groups(kind)]

    def groups(self, kind: str) -> list[TopicGroup]:  # noqa: ARG002  # a mentor may help with anything
        """Topics that may be chosen by people of this kind."""
        return list(topic_groups())

    def _come(self, name: str) -> date | None:
        day: date | None = self.cleaned_data[name]
        if day is not None and day > self.today:
            raise forms.ValidationError(NOT_YET)
        return day

    def clean_since(self) -> date | None:
        """A day that has come."""
        return self._come("since")


class MentorCardForm(_CardForm):
    """A record of the mentors' pool; a worker's own consent and agreement are asked of teachers alone."""

    strengths = text_field(
        "Чем ещё может помочь", most=500, help_text="Своими словами, через запятую: предметы, умения, опыт.", rows=2
    )
    capacity = count_field(
        "Сколько пар может вести", missing="Впишите, сколько пар может вести: хотя бы одну.", at_least=1
    )
    trained_on = day_field("День обучения", help_text="Когда закончилось обучение наставника.")
    labour_consent_on = day_field(
        "Письменное согласие работника", help_text="Для работников школы, ст. 351.8 Трудового кодекса."
    )
    labour_agreement = text_field("Номер дополнительного соглашения", most=60)

    def __init__(self, *args: Any, kind: str, **kwargs: Any) -> None:
        super().__init__(*args, kind=kind, **kwargs)
        self.fields["topics"].label = "С чем может помочь"
        self.order_fields(["since", "topics", "strengths"])
        if kind != PersonKind.TEACHER:
            del self.fields["labour_consent_on"], self.fields["labour_agreement"]

    def clean_trained_on(self) -> date | None:
        """A day that has come."""
        return self._come("trained_on")

    def clean_labour_consent_on(self) -> date | None:
        """A day that has come."""
        return self._come("labour_consent_on")

    @staticmethod
    def initial_of(card: MentorCard | None, *, today: date) -> dict[str, Any]:
        """A stored card as the form shows it; one who left the pool comes back today."""
        if card is None:
            return {"since": today, "capacity": 1}
        names = ("topics", "strengths", "capacity", "trained_on", "labour_consent_on", "labour_agreement")
        return {name: getattr(card, name) for name in names} | {"since": today if card.until else card.since}


class MenteeCardForm(_CardForm):
    """A record of the mentees' pool."""

    request = text_field(
        "Запрос своими словами", most=500, help_text="Если нужного нет в списке. Без диагнозов.", rows=2
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["topics"].label = "С чем нужна помощь"
        self.order_fields(["since", "topics", "request"])

    def groups(self, kind: str) -> list[TopicGroup]:
        """A pupil asks for a pupil's topics, a teacher for a teacher's."""
        own = {PersonKind.PUPIL: "pupil", PersonKind.STUDENT: "pupil", PersonKind.TEACHER: "teacher"}
        code = own.get(PersonKind(kind))
        return [group for group in topic_groups() if code in (None, group.code)]

    @staticmethod
    def initial_of(card: MenteeCard | None, *, today: date) -> dict[str, Any]:
        """A stored card as the form shows it; one who left the pool comes back today."""
        if card is None:
            return {"since": today}
        return {"topics": card.topics, "request": card.request, "since": today if card.until else card.since}
