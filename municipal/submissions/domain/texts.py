"""Words that people typed, made fit to be kept."""

from tenants.domain.plain_text import plain

REMARK_AT_MOST = 1000


def kept(text: str) -> str:
    """The text without edges and without signs that cannot be kept (tenants.domain.plain_text)."""
    return plain(text).strip()
