"""What a curator, or a signer by a link, types about consents."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from schools.consents.models import LabourTerm
from schools.consents.services.labour import NewTerm
from schools.files.forms import file_field
from schools.people.forms.consents import ConsentForm
from schools.people.models import ConsentPurpose
from tenants.form_fields import day_field, text_field

PURPOSES = [(code, title.capitalize()) for code, title in ConsentPurpose.choices]
ERASE_WORD = "удалить"


class PaperForm(ConsentForm):
    """A consent on paper, perhaps with its scan."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scan"] = file_field("Скан", help_text="PDF или снимок. Скан увидит только куратор.")


class ScanForm(forms.Form):
    """The scan of a consent that stands in the register."""

    scan = file_field("Скан", missing="Выберите файл со сканом.")


class PrintForm(forms.Form):
    """Which forms to print for the chosen people."""

    cel = forms.MultipleChoiceField(
        label="Какие бланки",
        choices=PURPOSES,
        widget=forms.CheckboxSelectMultiple(),
        error_messages={"required": "Отметьте хотя бы один бланк.", "invalid_choice": "Выберите бланк из списка."},
    )
    vid = forms.ChoiceField(
        label="Файл",
        choices=[("pdf", "PDF, чтобы напечатать"), ("docx", "DOCX, чтобы поправить")],
        widget=forms.RadioSelect(attrs={"class": "choice--row"}),
        error_messages={"required": "Выберите вид файла.", "invalid_choice": "Выберите вид файла из списка."},
    )


class LinkForm(forms.Form):
    """What the links ask for."""

    cel = forms.ChoiceField(
        label="На что спрашиваем",
        choices=PURPOSES,
        widget=forms.RadioSelect(),
        error_messages={"required": "Выберите, на что согласие.", "invalid_choice": "Выберите цель из списка."},
    )


class EndForm(forms.Form):
    """The day a refusal or a withdrawal came."""

    on = day_field("Когда получено заявление", missing="Впишите день, когда получили заявление.")

    def __init__(self, *args: Any, today: date, given_on: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.given_on = today, given_on

    def clean_on(self) -> date:
        """A day that has come, not before the consent itself."""
        day: date = self.cleaned_data["on"]
        if day > self.today:
            raise forms.ValidationError("Этот день ещё не наступил. Впишите сегодняшний или более ранний.")
        if self.given_on is not None and day < self.given_on:
            raise forms.ValidationError("Этот день раньше самого согласия. Проверьте дату.")
        return day


class LabourForm(forms.Form):
    """The worker's consent and the additional agreement (ст. 351.8 ТК РФ)."""

    content = text_field("Содержание работы", most=300, missing="Впишите, в чём состоит работа наставника.")
    starts_on = day_field("Работа с", missing="Впишите, с какого дня.")
    ends_on = day_field("По", help_text="Если срок назван.")
    consent_on = day_field("Письменное согласие от", missing="Впишите дату письменного согласия.")
    agreement_number = text_field("Номер дополнительного соглашения", most=60)
    agreement_on = day_field("Дата соглашения")
    payment = text_field("Выплата", most=200, help_text="Размер и за какой срок. Если выплаты нет, так и напишите.")

    @staticmethod
    def initial_of(term: LabourTerm | None, today: date) -> dict[str, Any]:
        """The last papers, or an empty form of today."""
        if term is None or term.ended_by:
            return {"starts_on": today, "content": "помощь молодому специалисту в работе"}
        return {name: getattr(term, name) for name in NewTerm.__dataclass_fields__}

    def wanted(self) -> NewTerm:
        """What a valid form says."""
        return NewTerm(**self.cleaned_data)


class EndLabourForm(forms.Form):
    """The work ends early."""

    ended_by = forms.ChoiceField(
        label="Кто прекращает",
        choices=[(LabourTerm.WORKER, "Работник отказался"), (LabourTerm.EMPLOYER, "Работодатель отменил поручение")],
        widget=forms.RadioSelect(),
        error_messages={"required": "Выберите, кто прекращает.", "invalid_choice": "Выберите из двух."},
    )
    warned_on = day_field("Дата предупреждения", missing="Впишите день письменного предупреждения.")
    last_day = day_field("Последний день работы", missing="Впишите последний день работы наставником.")


class EraseForm(forms.Form):
    """The ground of an erasure and a word that nobody types by accident."""

    ground = text_field("Основание", most=300, missing="Впишите основание, например: заявление от 12.10.2025.")
    word = text_field(f"Впишите слово «{ERASE_WORD}»", most=20, missing=f"Впишите слово «{ERASE_WORD}».")

    def clean_word(self) -> str:
        """The word itself, in any case."""
        word: str = self.cleaned_data["word"]
        if word.strip().lower() != ERASE_WORD:
            raise forms.ValidationError(f"Впишите слово «{ERASE_WORD}»: удаление нельзя отменить.")
        return word


class AnswerForm(forms.Form):
    """Who answers by a link."""

    signer_name = text_field("Ваши фамилия, имя и отчество", most=200, missing="Впишите фамилию, имя и отчество.")
    child_name = text_field(
        "Фамилия и имя ученика", most=200, help_text="Вписывает сам ученик: с 14 лет он подписывает тоже."
    )

    def __init__(self, *args: Any, child_signs: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not child_signs:
            del self.fields["child_name"]
