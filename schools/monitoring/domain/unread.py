"""What was typed cannot be read; it is kept on the page, with what to do about it."""


class Unread(ValueError):
    """The text of the exception is the sentence shown at the line."""
