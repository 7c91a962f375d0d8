"""What the room of pairs refuses."""

from tenants.domain.errors import Refusal


class PairNotFormed(Refusal):
    """A rule of the form, a missing consent or a missing order."""


class ProgrammeNotSaved(Refusal):
    """The programme's term does not hold together."""
