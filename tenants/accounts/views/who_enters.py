"""«Кто входит»: people of the school, roles lent for a time, invitations with their states."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tenants import clock
from tenants.access import SchoolRequest, everyone_of_school
from tenants.accounts.forms import InviteForm
from tenants.accounts.models import Invitation, Membership
from tenants.accounts.queries import entrants, invited
from tenants.accounts.services.invite import (
    Invitee,
    Inviter,
    NotInvited,
    invite,
    send_again,
    send_again_to_the_rest,
    withdraw,
)
from tenants.accounts.views.keeping import door_keeper_required
from tenants.domain.roles import Role
from tenants.domain.russian import counted

LONG = 10  # digits: no number of a row is longer


@require_safe
@everyone_of_school
def who_enters(request: SchoolRequest) -> HttpResponse:
    """The page; buttons only for who keeps the door."""
    at, today = clock.now(), clock.today()
    people = entrants(today=today)
    lent = [(one, held) for one in people for held in one.roles if held.until is not None]
    waiting = invited(at=at)
    context = {"people": people, "lent": lent, "waiting": waiting, "keeps": request.place.keeps_the_door}
    return render(request, "accounts/who_enters.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@door_keeper_required
def invite_page(request: SchoolRequest) -> HttpResponse:
    """Whom and for what; the letter goes at once. ``vmesto`` names the role whose holder hands it over."""
    form = InviteForm(request.POST if request.method == "POST" else None)
    replaced = _replaced(request)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        whom = Invitee(
            email=said["email"],
            last_name=said["last_name"],
            first_name=said["first_name"],
            patronymic=said["patronymic"],
            role=Role(said["role"]),
            position=said["position"],
            mentoring_format=said["mentoring_format"],
            until=said["until"],
        )
        try:
            replaces = replaced.pk if replaced is not None and replaced.role == whom.role else None
            invite(whom=whom, by=inviter(request), at=clock.now(), today=clock.today(), replaces=replaces)
        except NotInvited as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Письмо со ссылкой уйдёт на {whom.email}. Ссылка действует 14 дней.")
            return redirect("entry:who")
    if replaced is not None:
        form.initial["role"] = replaced.role
    context = {"form": form, "replaces": replaced.pk if replaced else None}
    return render(request, "accounts/invite.html", context, status=422 if form.errors else 200)


def _replaced(request: SchoolRequest) -> Membership | None:
    said = (request.POST if request.method == "POST" else request.GET).get("vmesto", "")
    return (
        Membership.objects.filter(pk=int(said)).first()
        if said.isascii() and said.isdigit() and len(said) < LONG
        else None
    )


def inviter(request: SchoolRequest) -> Inviter:
    """The signed-in person as a letter names her: «Лапина О. В., куратор»."""
    return Inviter(f"{request.user.short_name}, {request.place.word}", request.user.pk)


@require_POST
@door_keeper_required
def resend(request: SchoolRequest, invitation_id: int) -> HttpResponse:
    """A new letter with a new link."""
    try:
        send_again(invitation_id=invitation_id, at=clock.now(), actor_id=request.user.pk)
    except Invitation.DoesNotExist as missing:
        raise Http404 from missing
    except NotInvited as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Новое письмо уйдёт сейчас. Прежняя ссылка больше не действует.")
    return redirect("entry:who")


@require_POST
@door_keeper_required
def resend_to_the_rest(request: SchoolRequest) -> HttpResponse:
    """A new letter to everybody who has not answered."""
    sent = send_again_to_the_rest(at=clock.now(), actor_id=request.user.pk)
    if sent:
        messages.success(request, f"Уйдёт ещё раз: {counted(sent, 'письмо', 'письма', 'писем')}.")
    else:
        messages.info(request, "Писать некому: все приняли приглашение или получили письмо меньше суток назад.")
    return redirect("entry:who")


@require_POST
@door_keeper_required
def take_back(request: SchoolRequest, invitation_id: int) -> HttpResponse:
    """The link of the letter opens nothing any more."""
    try:
        withdraw(invitation_id=invitation_id, at=clock.now(), actor_id=request.user.pk)
    except Invitation.DoesNotExist as missing:
        raise Http404 from missing
    except NotInvited as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Приглашение отозвано. Ссылка из письма больше не действует.")
    return redirect("entry:who")
