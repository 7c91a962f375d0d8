"""What campaigns refuse; views show the words as they stand."""

from tenants.domain.errors import Refusal


class DatesOutOfOrder(Refusal):
    """Opening, due and closing days do not follow one another."""


class SeasonTaken(Refusal):
    """The municipality has this campaign already."""


class NoSchoolsYet(Refusal):
    """Nobody to expect a form from."""


class TooEarlyToOpen(Refusal):
    """The campaign's first day has not come."""


class SchoolNotExpected(Refusal):
    """The school is not in the campaign's frozen set."""


class ExtensionRefused(Refusal):
    """The later date is not later, or has no reason."""


class ReasonNeeded(Refusal):
    """An exemption says why."""
