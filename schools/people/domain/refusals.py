"""Rules of the registers of people that say no."""

from tenants.domain.errors import Refusal


class PersonNotAdded(Refusal):
    """The record lacks something, or the person is in the register already."""


class PersonNotChanged(Refusal):
    """The record would lack something, or become somebody else's."""


class ConsentNotRecorded(Refusal):
    """The consent cannot stand as it was given."""


class PartnerNotAdded(Refusal):
    """A partner of this name works with the school already."""
