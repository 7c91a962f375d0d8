"""Who asks the interface: a programme of a region with a token.

The token is looked up at the platform's door; everything after that runs under the region's own role (api.py), so
that the database, not this code, decides which reports there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.request import Request

from municipal.region.domain.tokens import is_token, prefix_of
from municipal.region.models import ApiToken
from tenants import clock
from tenants.current import door_open

_USED_AGAIN_AFTER = timedelta(minutes=1)  # «last used» is for people; a write a request would be too many
_REFUSED = "Ключ доступа не подошёл: его нет, он отозван или истёк. Попросите новый в региональном центре."


@dataclass(frozen=True, slots=True)
class RegionClient:
    """A programme of a region."""

    region_id: int
    name: str
    is_authenticated: bool = True


class TokenAuthentication(BaseAuthentication):
    """``Authorization: Bearer trp_…``"""

    def authenticate(self, request: Request) -> tuple[RegionClient, str] | None:
        """The client of the token; None where no token came, AuthenticationFailed where it does not fit."""
        scheme, _, text = get_authorization_header(request).decode("latin-1").partition(" ")
        if scheme.lower() != "bearer":
            return None
        now = clock.now()
        with door_open():
            row = _find(text.strip(), now)
            if row.last_used_at is None or now - row.last_used_at >= _USED_AGAIN_AFTER:
                ApiToken.objects.filter(pk=row.pk).update(last_used_at=now)
        return RegionClient(row.region_id, row.name), row.prefix

    def authenticate_header(self, request: Request) -> str:
        """Makes a missing token 401, not 403."""
        del request
        return 'Bearer realm="region"'


def _find(text: str, now: datetime) -> ApiToken:
    prefix = prefix_of(text)
    row = ApiToken.objects.filter(prefix=prefix).first() if prefix else None
    if row is None or not is_token(text, row.digest) or row.revoked_at is not None or row.expires_at <= now:
        raise AuthenticationFailed(_REFUSED)
    return row


class RegionOnly(BasePermission):
    """A region's programme, and nobody else: a signed-in person has pages."""

    message = "Эти данные читает программа регионального центра с ключом доступа."

    def has_permission(self, request: Request, view: Any) -> bool:
        """Whether the request came with a token that fits."""
        del view
        return isinstance(request.user, RegionClient)
