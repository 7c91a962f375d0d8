"""The roles of the product and the words for them."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Who somebody is in an organisation (architecture.md 3.7)."""

    CURATOR = "curator"
    PRINCIPAL = "principal"
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
        if self in {Role.CURATOR, Role.PRINCIPAL}:
            return "school"
        return "region" if self is Role.REGION else "municipality"

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Pairs for a form or a table."""
        return [(role.value, role.word) for role in cls]


_TITLES = {
    Role.CURATOR: "куратор",
    Role.PRINCIPAL: "директор",
    Role.METHODIST: "методист",
    Role.MUNICIPAL_HEAD: "руководитель",
    Role.REGION: "региональный центр",
}
