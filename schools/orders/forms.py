"""What a curator types about a document."""

from __future__ import annotations

from typing import Any

from django import forms

from municipal.indicators.vocabulary import load_vocabulary
from schools.orders.domain.expected import EXPECTED_KINDS, NAMING_PEOPLE
from schools.orders.domain.naming import kind_title
from schools.orders.models import Document
from schools.orders.services.register_document import NewDocument
from tenants.form_fields import address_field, count_field, day_field, text_field

MUNICIPAL_ONLY = ("municipal_plan", "monitoring_results")


class DocumentForm(forms.Form):
    """A signed order or an adopted document."""

    kind = forms.ChoiceField(
        label="Какой документ",
        error_messages={"required": "Выберите, какой это документ.", "invalid_choice": "Выберите документ из списка."},
    )
    number = text_field("Номер", most=40, help_text="Как на бумаге, например 118-од. Можно обойтись ссылкой.")
    signed_on = day_field("Дата", missing="Впишите дату документа.")
    valid_until = day_field("Действует до", help_text="Для приказа на учебный год — последний день года.")
    url = address_field("Ссылка", help_text="Где документ можно прочитать, например раздел сайта.")
    people_count = count_field(
        "Сколько человек названо", help_text="Нужно для приказа о поощрении: столько наставников попадёт в мониторинг."
    )
    title = text_field("Название", most=300, help_text="Если пусто, возьмём из вида документа.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kind.choices = kind_choices()

    @staticmethod
    def initial_of(row: Document) -> dict[str, Any]:
        """A stored document as the form shows it."""
        names = ("kind", "number", "signed_on", "valid_until", "url", "people_count", "title")
        return {name: getattr(row, name) for name in names}

    def wanted(self) -> NewDocument:
        """What a valid form says; a count of people is kept only where the kind names people."""
        said = dict(self.cleaned_data)
        said["title"] = said["title"] or kind_title(said["kind"])
        if said["kind"] not in NAMING_PEOPLE:
            said["people_count"] = None
        return NewDocument(**said)


def kind_choices() -> list[tuple[str, Any]]:
    """Kinds of documents: those every school is asked about first, then other orders and documents."""
    kinds = load_vocabulary().document_kinds
    others = [code for code in kinds if code not in EXPECTED_KINDS and code not in MUNICIPAL_ONLY]
    return [
        ("", "Выберите из списка"),
        ("Обязательные", [(code, kind_title(code)) for code in EXPECTED_KINDS]),
        ("Другие приказы", [(code, kind_title(code)) for code in others if kinds[code].is_order]),
        ("Другие документы", [(code, kind_title(code)) for code in others if not kinds[code].is_order]),
    ]
