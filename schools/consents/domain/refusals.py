"""What the room of consents refuses."""

from tenants.domain.errors import Refusal


class ConsentNotAsked(Refusal):
    """Nobody to ask, or nothing to ask with."""


class LinkClosed(Refusal):
    """The personal link is unknown, run out or used."""


class AnswerIncomplete(Refusal):
    """The answer lacks the name of who signs."""


class LabourNotKept(Refusal):
    """The labour papers do not hold together, or the warning is too late."""


class NotErased(Refusal):
    """The person's data may not be erased yet."""
