"""Words that people typed, made fit to be kept."""

REMARK_AT_MOST = 1000


def kept(text: str) -> str:
    """The text without edges and without signs that neither PostgreSQL nor UTF-8 takes (NUL, lone surrogates)."""
    return text.replace("\x00", "").encode("utf-8", "ignore").decode().strip()
