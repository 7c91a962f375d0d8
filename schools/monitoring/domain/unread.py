"""What was typed and cannot be read: it is kept on the page, with what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class Unread(ValueError):
    """The text of the exception is the sentence shown at the line."""


@dataclass(frozen=True, slots=True)
class Fault:
    """The sentence, and what was typed by the parts of the inputs' names."""

    sentence: str
    came: Mapping[str, str]
