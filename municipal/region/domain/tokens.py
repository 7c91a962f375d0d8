"""Tokens of the region's programme: «trp_<prefix>_<secret>», kept as a digest."""

from __future__ import annotations

import hashlib
import hmac

_KIND = "trp"
_PARTS = 3


def token_text(prefix: str, secret: str) -> str:
    """The token as it is shown once and sent with every request."""
    return f"{_KIND}_{prefix}_{secret}"


def prefix_of(token: str) -> str | None:
    """The part that finds the row; None where the text is no token of ours."""
    parts = token.split("_", _PARTS - 1)
    return parts[1] if len(parts) == _PARTS and parts[0] == _KIND and parts[1].isalnum() and token.isascii() else None


def digest_of(token: str) -> str:
    """SHA-256 of the whole token: with 256 random bits in it no salt or slow hash is needed."""
    return hashlib.sha256(token.encode()).hexdigest()


def is_token(token: str, digest: str) -> bool:
    """Whether the token has this digest, compared in constant time."""
    return hmac.compare_digest(digest_of(token), digest)
