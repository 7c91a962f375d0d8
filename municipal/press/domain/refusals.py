"""What the register of the municipality's publications refuses."""

from tenants.domain.errors import Refusal


class AlreadyListed(Refusal):
    """The address is in the register."""


class PublicationRefused(Refusal):
    """The date lies ahead, or the title or the resource is empty."""
