"""What the passing on to the region refuses; views and the interface show the words as they stand."""

from tenants.domain.errors import Refusal


class NothingToPublish(Refusal):
    """No form of the campaign has been accepted."""


class NoChanges(Refusal):
    """What would go is what went last time."""


class ReasonNeeded(Refusal):
    """A new revision says why."""


class TokenRefused(Refusal):
    """A token without a purpose, or with a term that makes no sense."""
