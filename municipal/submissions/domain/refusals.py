"""What is refused to a school that hands in and to a methodist who answers; views show the words as they stand."""

from tenants.domain.errors import Refusal


class CampaignClosed(Refusal):
    """The day is outside the dates that hold for the school, or the campaign has not been opened."""


class NotExpected(Refusal):
    """The school is not in the campaign's frozen set."""


class AlreadyAccepted(Refusal):
    """The methodist has accepted the form: it is closed for the school."""


class FormOfAnotherCampaign(Refusal):
    """The form was filled in for another season, date, edition or kind of organisation."""


class FactsContradict(Refusal):
    """The form's own lines disagree or are not filled in."""


class NothingToReview(Refusal):
    """There is no such handed-in form."""


class NewerVersion(Refusal):
    """The school has handed in a later version than the one on the methodist's screen."""


class AlreadyReviewed(Refusal):
    """The version was answered before."""


class NoRemarks(Refusal):
    """A form is returned with at least one question."""


class RemarkTooLong(Refusal):
    """A question is longer than the register keeps."""


class UnknownLine(Refusal):
    """A question stands at a line that this form does not have."""


class AnswerDateRefused(Refusal):
    """The date to answer by has passed, or there is none."""


class NobodyToRemind(Refusal):
    """No school of those named owes a form and may be written to today."""
