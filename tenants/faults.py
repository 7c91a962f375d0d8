"""What keeps a form from being saved, as pairs for the summary at the top of a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.forms import BaseForm, BaseFormSet, BoundField

Fault = tuple[str, str]  # id of the field's control (may be empty) and the sentence


def faults_of(source: BaseForm | BaseFormSet[Any] | Iterable[Fault]) -> list[Fault]:
    """All faults of a form, of a formset with its forms, or ready pairs, in the order they are read on the page."""
    if isinstance(source, BaseForm):
        whole = [("", str(fault)) for fault in source.non_field_errors()]
        return whole + [(_anchor(field), str(fault)) for field in source for fault in field.errors]
    if isinstance(source, BaseFormSet):
        whole = [("", str(fault)) for fault in source.non_form_errors()]
        return whole + [pair for form in source.forms for pair in faults_of(form)]
    return [(str(anchor), str(sentence)) for anchor, sentence in source]


def _anchor(field: BoundField) -> str:
    """The id that a link of the summary leads to: of a group it is its first choice."""
    return field.id_for_label or f"{field.auto_id}_0"
