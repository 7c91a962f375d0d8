"""What a curator types about a publication."""

from __future__ import annotations

from typing import Any

from django import forms

from schools.publications.models import Channel, Publication
from schools.publications.services.publish import NewPublication
from tenants.form_fields import address_field, day_field, text_field


class PublicationForm(forms.Form):
    """A page that has been published."""

    url = address_field("Ссылка", missing="Вставьте ссылку на страницу.", help_text="Откройте страницу и скопируйте.")
    title = text_field(
        "О чём", most=300, missing="Напишите, о чём публикация.", help_text="Коротко, без фамилий детей."
    )
    published_on = day_field("Когда опубликовано", missing="Впишите день публикации.")
    channel = forms.ChoiceField(
        label="Где",
        choices=[(code, title.capitalize()) for code, title in Channel.choices],
        widget=forms.RadioSelect(),
        error_messages={"required": "Выберите, где опубликовано.", "invalid_choice": "Выберите место из списка."},
    )
    is_year_results = forms.BooleanField(
        label="Это итоги года", help_text="Такая публикация нужна каждой школе до 31 мая.", required=False
    )

    @staticmethod
    def initial_of(row: Publication) -> dict[str, Any]:
        """A stored publication as the form shows it."""
        names = ("url", "title", "published_on", "channel", "is_year_results")
        return {name: getattr(row, name) for name in names}

    def wanted(self) -> NewPublication:
        """What a valid form says; whether the page opens is noted apart."""
        return NewPublication(**self.cleaned_data)
