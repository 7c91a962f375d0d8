"""A filter of a list of people, as it stands in an address: it survives going to a person and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

LONGEST_SEARCH = 100
LONGEST_VALUE = 40


class Choice(StrEnum):
    """Filters of a list; the values stand in addresses."""

    ALL = "vse"
    WITHOUT_CONSENT = "bez-soglasiya"
    WITHOUT_PAIR = "bez-pary"
    YOUNG = "molodye"


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is narrowed to; empty values narrow nothing.

    ``topic`` and ``measure`` are codes of ``content/*.yaml``; the measure «lyubaya» means any. A value that does not
    exist finds nobody, an unknown choice is everybody.
    """

    choice: Choice = Choice.ALL
    search: str = ""
    class_name: str = ""
    kind: str = ""
    topic: str = ""
    measure: str = ""

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Filter:
        """Out of the words of an address."""
        choice = asked.get("otbor", "")
        values = {name: _clean(asked.get(word, ""), LONGEST_VALUE) for name, word in _WORDS.items()}
        return cls(
            choice=Choice(choice) if choice in list(Choice) else Choice.ALL,
            search=_clean(asked.get("q", ""), LONGEST_SEARCH),
            **values,
        )

    def asked(self) -> dict[str, str]:
        """As the words of an address, only what narrows."""
        said = {"otbor": self.choice.value if self.choice is not Choice.ALL else "", "q": self.search}
        said |= {word: getattr(self, name) for name, word in _WORDS.items()}
        return {word: value for word, value in said.items() if value}

    @property
    def query(self) -> str:
        """«otbor=bez-pary&klass=7+…», always in one order; empty for everybody."""
        return urlencode(self.asked())

    def with_choice(self, choice: Choice) -> Filter:
        """The same with another chip."""
        return Filter(choice, self.search, self.class_name, self.kind, self.topic, self.measure)

    @property
    def is_everybody(self) -> bool:
        """Does it narrow nothing?"""
        return not self.asked()


_WORDS = {"class_name": "klass", "kind": "kto", "topic": "tema", "measure": "podderzhka"}


def _clean(value: str, most: int) -> str:
    return value[:most].replace("\x00", "").strip()
