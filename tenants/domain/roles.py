"""The roles of the product and the words for them."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Who somebody is in an organisation (architecture.md 3.7)."""

    CURATOR = "curator"
    PRINCIPAL = "principal"
    DEPUTY = "deputy"
    FORMAT_LEAD = "format_lead"
    METHODIST = "methodist"
    MUNICIPAL_HEAD = "municipal_head"
    REGION = "region"

    @property
    def word(self) -> str:
        """The role in a word or two, as it stands on the label."""
        return _TITLES[self]

    @property
    def level(self) -> str:
        """«school», «municipality» or «region»: whose pages the role opens."""
        if self in SCHOOL_ROLES:
            return "school"
        return "region" if self is Role.REGION else "municipality"

    @property
    def rights(self) -> Role:
        """Whose pages the role opens: a deputy does everything the curator does."""
        return Role.CURATOR if self is Role.DEPUTY else self

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Pairs for a form or a table."""
        return [(role.value, role.word) for role in cls]


SCHOOL_ROLES = (Role.CURATOR, Role.DEPUTY, Role.PRINCIPAL, Role.FORMAT_LEAD)

_TITLES = {
    Role.CURATOR: "куратор",
    Role.PRINCIPAL: "директор",
    Role.DEPUTY: "заместитель куратора",
    Role.FORMAT_LEAD: "ответственный за форму",
    Role.METHODIST: "методист",
    Role.MUNICIPAL_HEAD: "руководитель",
    Role.REGION: "региональный центр",
}
