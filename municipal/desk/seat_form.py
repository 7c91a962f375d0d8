"""Whom the municipality asks a school to invite."""

from __future__ import annotations

from django import forms

from tenants.accounts.forms import PersonToInviteForm
from tenants.domain.roles import Role

SEATS = (Role.CURATOR, Role.PRINCIPAL)


class SeatForm(PersonToInviteForm):
    """An official contact and the role."""

    role = forms.ChoiceField(
        label="Роль в школе",
        choices=[(role.value, role.word) for role in SEATS],
        initial=Role.CURATOR.value,
        widget=forms.RadioSelect,
        error_messages={"required": "Выберите роль."},
    )
