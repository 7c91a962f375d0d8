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


class RoleNotRecorded(Refusal):
    """The period of a role meets another one, or does not fit the person."""


class MeasureNotRecorded(Refusal):
    """The measure of support stands already, or its days are wrong."""


class NotDoneToAll(Refusal):
    """Something asked for many people at once cannot be done to some of them; nothing was done."""


class FilterNotSaved(Refusal):
    """The filter has no name, or there is nothing to remember."""


class PeopleNotImported(Refusal):
    """The import is at work, is closed, or has nothing ready to be written."""


class PeopleNotMerged(Refusal):
    """The two records cannot become one as they stand."""
