"""What the bank of programmes refuses."""

from tenants.domain.errors import Refusal


class NotShared(Refusal):
    """The text is not in the bank, or has nothing to show."""
