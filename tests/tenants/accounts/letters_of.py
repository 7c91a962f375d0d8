"""Reading what the product wrote to somebody: letters in the outbox of a school, and the link inside."""

from __future__ import annotations

import re

from tenants.current import acting_as
from tenants.database.identity import Identity, of_school
from tenants.letters.models import Letter

_LINK = re.compile(r"http://(?P<host>[a-z.-]+)(?::\d+)?(?P<path>/[^\s]+/)")


def link_of(email: str, *, school: int = 1, identity: Identity | None = None, page: str = "") -> str:
    """The path of the link in the newest letter to ``email`` that leads to ``page``, e.g. «priglashenie»."""
    with acting_as(identity or of_school(school)):
        for letter in Letter.objects.filter(to=email).order_by("-created_at", "-id"):
            found = _LINK.search(letter.body)
            if found and page in found["path"]:
                return found["path"]
    raise AssertionError(f"no letter to {email} leads to {page or 'anywhere'}")


def letters_to(email: str, *, identity: Identity) -> int:
    """How many letters to the address stand in an outbox."""
    with acting_as(identity):
        return Letter.objects.filter(to=email).count()
