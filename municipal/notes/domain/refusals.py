"""What the room of notes refuses; views show the words as they stand."""

from tenants.domain.errors import Refusal


class NothingAccepted(Refusal):
    """There is not one accepted form to write about."""


class NoSuchNote(Refusal):
    """The note or the paragraph is not there (or is somebody else's, which looks the same)."""


class NoteSigned(Refusal):
    """A signed note never changes."""


class EmptyText(Refusal):
    """A paragraph says something or is taken out."""


class NothingToRefresh(Refusal):
    """The data do not ask for any change of this paragraph."""


class NotReady(Refusal):
    """Something is wanting before the note may be signed; ``missing`` says each thing in a sentence."""

    def __init__(self, what: str, remedy: str, missing: tuple[str, ...] = ()) -> None:
        super().__init__(what, remedy)
        self.missing = missing
