"""Official contacts of the open school follow who holds office in it (decision 13)."""

from __future__ import annotations

from datetime import date

from tenants.accounts.models import User
from tenants.domain.roles import Role
from tenants.models import OfficialContact
from tenants.queries import open_school

IN_OFFICE = (Role.CURATOR, Role.PRINCIPAL)


def note_in_office(user: User, role: Role, *, today: date) -> None:
    """The person holds the office today: her contact is made, or said to be true on this day."""
    if role not in IN_OFFICE:
        return
    school = open_school()
    OfficialContact.objects.update_or_create(
        municipality_id=school.municipality_id,
        school_id=school.id,
        role=role,
        email=user.email,
        defaults={"name": user.short_name, "confirmed_on": today},
        create_defaults={
            "name": user.short_name,
            "position": user.position or ("куратор наставничества" if role is Role.CURATOR else role.word),
            "confirmed_on": today,
        },
    )


def forget_in_office(user: User, role: Role) -> None:
    """The person holds the office no more."""
    if role in IN_OFFICE:
        OfficialContact.objects.filter(school_id=open_school().id, role=role, email__iexact=user.email).delete()
