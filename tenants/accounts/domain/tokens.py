"""Keys of personal links: made by chance, kept only as a keyed digest (security.md T6, T22)."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from enum import StrEnum

BYTES = 24  # 192 bits: more than the 128 that guessing can never reach
_SHAPE = re.compile(r"[A-Za-z0-9_-]{32}\Z")


class Purpose(StrEnum):
    """What a link is for: a key of one purpose opens nothing of another."""

    INVITATION = "invitation"
    SIGN_IN = "sign-in"
    ADDRESS = "address"


def new_token() -> str:
    """A new key, 32 signs that stand in an address as they are."""
    return secrets.token_urlsafe(BYTES)


def looks_like_token(text: str) -> bool:
    """Could ``text`` be a key at all? What is not needs no look into the database."""
    return bool(_SHAPE.match(text))


def digest(value: str, *, purpose: Purpose, place: str, secret: str) -> str:
    """64 hex signs kept in place of ``value``; ``place`` («s7») makes a key of one school nobody's in the next."""
    return hmac.new(secret.encode(), f"{purpose}:{place}:{value}".encode(), hashlib.sha256).hexdigest()
