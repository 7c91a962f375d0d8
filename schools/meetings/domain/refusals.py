"""What the journal of meetings refuses."""

from tenants.domain.errors import Refusal


class MeetingNotRecorded(Refusal):
    """The date does not fit the pair, or such a meeting stands in the journal already."""
