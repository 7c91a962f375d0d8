"""What the form refuses; views show the words as they stand."""

from __future__ import annotations

from collections.abc import Sequence

from municipal.indicators.checks import Contradiction
from tenants.domain.errors import Refusal


class FormClosed(Refusal):
    """The form cannot be written to now: not opened, closed, or accepted already."""


class NoSuchForm(Refusal):
    """The campaign does not concern this school."""


class FormNotReady(Refusal):
    """Lines disagree or are empty; ``problems`` holds them all, those that block first named in ``what``."""

    def __init__(self, what: str, remedy: str, problems: Sequence[Contradiction]) -> None:
        super().__init__(what, remedy)
        self.problems = tuple(problems)


class NamesInTexts(Refusal):
    """A text of the form names somebody: names stay in the school."""
