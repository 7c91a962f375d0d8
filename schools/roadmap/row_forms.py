"""Forms of one row of the roadmap, of its approval and its indicators."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms

from schools.files.forms import file_field
from schools.roadmap.domain.indicator_facts import TITLES, TYPED
from schools.roadmap.domain.objects import Found
from schools.roadmap.domain.typical import load_vocabulary
from schools.roadmap.forms import DATE
from schools.roadmap.services.change_plan import Wanted
from tenants.form_fields import address_field, count_field, day_field, text_field

REASON_HINT = "Причина попадёт в приложение к приказу об изменениях."


class ApprovalForm(forms.Form):
    """The order that approves the roadmap or its changes."""

    order_number = forms.CharField(label="Номер приказа", max_length=40)
    order_date = forms.DateField(label="Дата приказа", widget=DATE)


class NoteForm(forms.Form):
    """What the principal wants mended."""

    note = text_field("Что исправить", most=1000, rows=3)


class DeadlineForm(forms.Form):
    """A deadline as it is written; ``asks_reason``: the roadmap is approved, the move waits for an order."""

    phrase = forms.CharField(
        label="Срок, как написан",
        max_length=500,
        required=False,
        help_text="Например: до 15 октября, ежеквартально, в течение учебного года.",
    )
    reason = text_field("Причина переноса", most=500, help_text=REASON_HINT)

    def __init__(self, *args: Any, asks_reason: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_reason:
            del self.fields["reason"]


class EvidenceForm(forms.Form):
    """A file, a link, an object of the product or a paper that proves an activity; ``objects`` are what is offered."""

    title = text_field("Что подтверждает", most=300, help_text="Например: протокол № 2.")
    item = forms.ChoiceField(label="Запись из разделов школы", required=False)
    url = address_field("Ссылка")
    file = file_field("Файл")
    dated_on = day_field("Когда это было", help_text="Можно не заполнять, тогда возьмём сегодняшний день.")

    def __init__(self, *args: Any, objects: Sequence[Found] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._objects = {f"{one.kind.value}-{one.id}": one for one in objects}
        choices = [("", "Не выбрана"), *((key, one.title) for key, one in self._objects.items())]
        self.fields["item"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField

    def chosen(self) -> Found | None:
        """The object that a valid form names."""
        return self._objects.get(self.cleaned_data["item"])


class DoneForm(forms.Form):
    """When an activity was done."""

    done_on = forms.DateField(label="Когда сделано", widget=DATE)


class ClosingForm(forms.Form):
    """What closes an activity by itself."""

    code = forms.ChoiceField(label="Чем закрывается", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].choices = closing_choices()  # type: ignore[attr-defined]  # a ChoiceField


MUNICIPAL_ONLY = ("note", "order:municipal_plan", "order:monitoring_results")
WITH_KINDS_ONLY = ("order", "document", "register", "meetings", "survey", "monitoring")


def closing_choices() -> list[tuple[str, str]]:
    """Codes a school's activity may have, «только отметкой» first."""
    titles = load_vocabulary().closes_by
    fitting = [
        (code, f"{title[:1].upper()}{title[1:]}")
        for code, title in titles.items()
        if code not in WITH_KINDS_ONLY and not code.startswith(MUNICIPAL_ONLY)
    ]
    return [("", "Только отметкой куратора"), *fitting]


class ActivityForm(forms.Form):
    """A row of the plan; ``asks_reason`` as of ``DeadlineForm``; a new row is put into one of ``stages``."""

    stage = forms.TypedChoiceField(label="Этап", coerce=int)
    text = text_field("Мероприятие", most=2000, rows=3, missing="Напишите, что нужно сделать.")
    deadline_phrase = text_field(
        "Срок", most=500, help_text="Как в карте, например: до 15 октября, ежеквартально, в течение учебного года."
    )
    responsible = text_field("Ответственный", most=500)
    expected_result = text_field("Ожидаемый результат", most=1000, rows=2)
    content = text_field("Содержание", most=3000, rows=2)
    reason = text_field("Причина изменения", most=500, help_text=REASON_HINT)

    def __init__(
        self, *args: Any, asks_reason: bool, stages: list[tuple[int, str]] | None = None, **kwargs: Any
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        if not asks_reason:
            del self.fields["reason"]
        if stages is None:
            del self.fields["stage"]
        else:
            self.fields["stage"].choices = stages  # type: ignore[attr-defined]  # a ChoiceField

    def wanted(self) -> Wanted:
        """What a valid form says."""
        said = self.cleaned_data
        return Wanted(
            said["text"], said["deadline_phrase"], said["responsible"], said["expected_result"], said["content"]
        )  # fmt: skip


class CountedByForm(forms.Form):
    """What counts an indicator."""

    counted_by = forms.ChoiceField(
        label="Чем считается",
        required=False,
        choices=[
            ("", "Не выбрано"),
            (TYPED, "Впишу сам"),
            *((code, f"{title[:1].upper()}{title[1:]}") for code, title in TITLES.items()),
        ],
    )


class FactForm(forms.Form):
    """A fact of a year typed by hand."""

    year = forms.IntegerField(widget=forms.HiddenInput)
    numerator = count_field("Сколько")
    denominator = count_field("Из скольких")
    value = forms.DecimalField(
        label="Или число",
        required=False,
        max_digits=9,
        decimal_places=2,
        localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "in--num"}),
    )
    source = text_field("Откуда", most=200, help_text="Например: журнал учёта, отчёт за год.")
