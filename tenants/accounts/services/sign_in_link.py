"""A link by letter that signs in once, for a quarter of an hour."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from tenants.accounts.domain.letters import letter_text
from tenants.accounts.domain.tokens import Purpose, looks_like_token, new_token
from tenants.accounts.models import Membership, SignInLink, User
from tenants.accounts.services.sending import digest_here
from tenants.accounts.services.throttle import slow_down
from tenants.current import acting_as, current_identity
from tenants.database.identity import PUBLIC, of_municipality, of_region
from tenants.domain.errors import Refusal
from tenants.domain.russian import clock, counted
from tenants.letters.services.queue_letter import queue_letter
from tenants.queries import address_for_letters

MINUTES = 15
LETTERS_AN_HOUR = 5
ASKINGS_AN_HOUR = 20
HOUR = timedelta(hours=1)
KEEP = timedelta(days=1)


class LinkClosed(Refusal):
    """The link is unknown, late or used."""


@dataclass(frozen=True, slots=True)
class LetIn:
    """Who came by a link, and whether she came for a new password."""

    user: User
    password_after: bool


@transaction.atomic
def ask_for_link(*, email: str, password_after: bool, address: str, at: datetime) -> None:
    """Queue a letter with a link if the mail is somebody's here; says nothing of whether it is.

    ``address`` is where the request comes from. Refuses the twenty-first asking of one address within an hour; the
    sixth asking for one mail is passed over in silence, as an unknown mail is.
    """
    slow_down(kind="link", value=address, most=ASKINGS_AN_HOUR, within=HOUR, at=at)
    asked_for = digest_here(email.strip().lower(), Purpose.ADDRESS)
    SignInLink.objects.filter(made_at__lt=at - KEEP).delete()
    if SignInLink.objects.filter(asked_for=asked_for, made_at__gt=at - HOUR).count() >= LETTERS_AN_HOUR:
        return
    user = User.objects.filter(email__iexact=email.strip(), is_active=True).first()
    token = new_token()
    link = SignInLink.objects.create(
        digest=digest_here(token, Purpose.SIGN_IN),
        asked_for=asked_for,
        user=user,
        password_after=password_after,
        made_at=at,
        until=at + timedelta(minutes=MINUTES),
    )
    text = letter_text(
        "login_link",
        link=address_for_letters(f"/vhod/po-ssylke/{token}/"),
        minutes=counted(MINUTES, "минута", "минуты", "минут"),
        until=clock(timezone.localtime(link.until)),
    )
    if user is None:
        return
    with outbox_of(user):
        queue_letter(
            key=f"sign-in:{current_identity().key}:{link.pk}",
            to=user.email,
            subject=text.subject,
            body=text.body,
            at=at,
            forget=True,
        )


def outbox_of(user: User) -> AbstractContextManager[None]:
    """Where letters to the person lie: in her school, or with the municipality or region she works for.

    The base domain's door has no outbox of its own, so that it need not see those of the municipalities.
    """
    if current_identity() != PUBLIC:
        return nullcontext()
    held = Membership.objects.filter(user=user).first()
    if held is None:
        return nullcontext()
    return acting_as(of_municipality(held.municipality_id) if held.municipality_id else of_region(held.region_id or 0))


def look_at_link(*, token: str, at: datetime) -> None:
    """Refuses a link that would let nobody in; changes nothing, because mail programs open links by themselves."""
    if not _usable(token, at).exists():
        raise _closed()


@transaction.atomic
def use_link(*, token: str, at: datetime) -> LetIn:
    """Let its owner in; the link and every other one of hers are used up. Refuses an unknown, late or used link."""
    row = _usable(token, at).select_for_update(of=("self",)).select_related("user").first()
    if row is None or row.user is None or not row.user.is_active:
        raise _closed()
    SignInLink.objects.filter(user=row.user, used_at__isnull=True).update(used_at=at)
    return LetIn(row.user, row.password_after)


def _usable(token: str, at: datetime) -> QuerySet[SignInLink]:
    digest = digest_here(token, Purpose.SIGN_IN) if looks_like_token(token) else ""
    return SignInLink.objects.filter(digest=digest, used_at__isnull=True, until__gt=at, user__isnull=False)


def _closed() -> LinkClosed:
    return LinkClosed(
        "Ссылка больше не действует: она живёт 15 минут и срабатывает один раз.", "Попросите новую, это займёт минуту."
    )
