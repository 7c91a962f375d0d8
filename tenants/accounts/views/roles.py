"""Closing a role, standing in for somebody, and «Это всё ещё вы?»."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from tenants import clock
from tenants.access import SchoolRequest, everyone_of_school
from tenants.accounts.forms import LendForm, PersonToInviteForm
from tenants.accounts.models import Membership
from tenants.accounts.queries import entrants, role_title
from tenants.accounts.services.close_role import LastCurator, close_role
from tenants.accounts.services.confirm import confirm_roles, roles_to_confirm
from tenants.accounts.services.invite import Invitee, NotInvited, invite
from tenants.accounts.services.lend_role import LENT_ROLES, NotLent, end_lent_role, lend_role
from tenants.accounts.views.keeping import door_keeper_required
from tenants.accounts.views.who_enters import inviter
from tenants.domain.roles import Role
from tenants.domain.russian import date_words


@require_http_methods(["GET", "HEAD", "POST"])
@door_keeper_required
def close_page(request: SchoolRequest, membership_id: int) -> HttpResponse:
    """A question, then the act; the last curator is refused with how to hand over."""
    held = Membership.objects.select_related("user").filter(pk=membership_id).first()
    if held is None:
        raise Http404
    context = {
        "title": f"Закрыть роль: {held.user.short_name}, {role_title(held.role, held.mentoring_format)}?",
        "text": "Человек сразу потеряет доступ по этой роли и получит письмо. Записи, которые он сделал, останутся.",
        "action": "Закрыть роль",
        "back_href": reverse("entry:who"),
        "back": "Оставить",
        "danger": True,
    }
    if request.method != "POST":
        return render(request, "confirm.html", context)
    try:
        close_role(membership_id=membership_id, at=clock.now(), today=clock.today(), actor_id=request.user.pk)
    except Membership.DoesNotExist:
        messages.info(request, "Эта роль уже закрыта.")
    except LastCurator as refusal:
        successor = {"back_href": f"{reverse('entry:invite')}?vmesto={membership_id}", "back": "Пригласить преемника"}
        return render(request, "confirm.html", {**context, **successor, "refusal": refusal}, status=422)
    else:
        messages.success(request, f"Роль закрыта: {held.user.short_name}.")
    return redirect("entry:who")


@require_http_methods(["GET", "HEAD", "POST"])
@door_keeper_required
def lend_page(request: SchoolRequest) -> HttpResponse:
    """Who stands in and until when; the principal's chair is lent by the principal alone."""
    people = [(one.id, f"{one.short_name}, {one.roles[0].title}") for one in entrants(today=clock.today())]
    roles = [role for role in LENT_ROLES if role is Role.CURATOR or request.place.role is role]
    form = LendForm(request.POST if request.method == "POST" else None, people=people, roles=roles)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            lend_role(
                user_id=said["user_id"],
                role=Role(said["role"]),
                until=said["until"],
                at=clock.now(),
                today=clock.today(),
                actor_id=request.user.pk,
            )
        except NotLent as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Роль доверена до {date_words(said['until'])}. Она закроется сама.")
            return redirect("entry:who")
    return render(request, "accounts/lend.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
@door_keeper_required
def end_lent_page(request: SchoolRequest, membership_id: int) -> HttpResponse:
    """The one who is back ends it before its day."""
    try:
        end_lent_role(membership_id=membership_id, at=clock.now(), today=clock.today(), actor_id=request.user.pk)
    except Membership.DoesNotExist as missing:
        raise Http404 from missing
    messages.success(request, "Замещение закончено.")
    return redirect("entry:who")


@require_http_methods(["GET", "HEAD", "POST"])
@everyone_of_school
def still_you(request: SchoolRequest) -> HttpResponse:
    """«Это всё ещё вы?»: yes, or who does it now."""
    at, today, user = clock.now(), clock.today(), request.user
    naming = request.method == "POST" and "successor" in request.POST
    form = PersonToInviteForm(request.POST if naming else None)
    if request.method == "POST" and not naming:
        confirm_roles(user_id=user.pk, at=at, today=today)
        messages.success(request, "Спасибо! До следующего сентября больше не спросим.")
        return redirect("home")
    if naming and form.is_valid() and _successor_invited(request, form):
        return redirect("home")
    due = [role_title(one.role, one.mentoring_format) for one in roles_to_confirm(user_id=user.pk, at=at, today=today)]
    context = {"form": form, "due": due, "keeps": request.place.keeps_the_door}
    return render(request, "accounts/still_you.html", context, status=422 if form.errors else 200)


def _successor_invited(request: SchoolRequest, form: PersonToInviteForm) -> bool:
    held = Membership.objects.get(pk=request.place.membership_id)
    if not request.place.keeps_the_door:
        form.add_error(None, "Приглашение не отправлено: преемника зовёт куратор или директор. Скажите им.")
        return False
    said = form.cleaned_data
    whom = Invitee(
        email=said["email"],
        last_name=said["last_name"],
        first_name=said["first_name"],
        patronymic=said["patronymic"],
        role=Role(held.role),
        position=said["position"],
        mentoring_format=held.mentoring_format,
    )
    try:
        invite(whom=whom, by=inviter(request), at=clock.now(), today=clock.today(), replaces=held.pk)
    except NotInvited as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(
        request, f"Письмо преемнику уйдёт на {whom.email}. Пока он не принял приглашение, роль остаётся у вас."
    )
    return True
