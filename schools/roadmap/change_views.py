"""Rows of the plan changed by hand: edited, added, taken out, left as they were."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from schools.roadmap.approval_views import roadmap_of
from schools.roadmap.models import Activity, RoadmapStatus, Stage
from schools.roadmap.row_forms import ActivityForm
from schools.roadmap.services.change_plan import add_activity, drop_activity, edit_activity, withdraw_change
from schools.roadmap.views import act_on, activity_or_404
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in


@curator_required
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: SchoolRequest, year: SchoolYear, activity_id: int) -> HttpResponse:
    """Edit a row: a draft's at once, an approved roadmap's as a change that waits for an order."""
    one = activity_or_404(activity_id)
    approved = one.stage.roadmap.status != RoadmapStatus.DRAFT and one.status == "plan"
    names = ("text", "deadline_phrase", "responsible", "expected_result", "content")
    now = {name: getattr(one, name) for name in names} | one.pending.get("fields", {})
    now["reason"] = one.pending.get("reason", "")
    form = ActivityForm(typed_in(request), initial=now, asks_reason=approved)
    refused = ""
    if request.method == "POST" and form.is_valid():
        try:
            edit_activity(
                activity_id,
                form.wanted(),
                reason=form.cleaned_data.get("reason", ""),
                actor_id=request.user.pk,
                at=clock.now(),
            )
        except Refusal as refusal:
            refused = str(refusal)
        else:
            said = "Изменение записано и ждёт приказа." if approved else "Пункт изменён."
            messages.success(request, said)
            return redirect("roadmap:activity", year, activity_id)
    if refused:
        messages.error(request, refused)
    context = {"year": year, "one": one, "form": form, "approved": approved, "roadmap": one.stage.roadmap}
    failed = request.method == "POST"
    return render(request, "roadmap/edit_activity.html", context, status=422 if failed else 200)


@curator_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """Add a row to a stage."""
    roadmap = roadmap_of(year, roadmap_id)
    approved = roadmap.status != RoadmapStatus.DRAFT
    stages = [
        (stage.pk, f"{stage.number}. {stage.title}" if stage.number else stage.title)
        for stage in Stage.objects.filter(roadmap=roadmap).order_by("position")
    ]
    form = ActivityForm(typed_in(request), asks_reason=approved, stages=stages)
    if request.method == "POST" and form.is_valid():
        try:
            made = add_activity(
                roadmap_id,
                form.cleaned_data["stage"],
                form.wanted(),
                reason=form.cleaned_data.get("reason", ""),
                actor_id=request.user.pk,
                at=clock.now(),
            )
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, "Пункт добавлен и ждёт приказа." if approved else "Пункт добавлен.")
            return redirect("roadmap:activity", year, made)
    context = {"year": year, "form": form, "approved": approved, "roadmap": roadmap}
    return render(request, "roadmap/edit_activity.html", context, status=422 if request.method == "POST" else 200)


@curator_required
@require_POST
def drop(request: SchoolRequest, year: SchoolYear, activity_id: int) -> HttpResponse:
    """Take a row out."""
    one = Activity.objects.filter(pk=activity_id).select_related("stage").first()
    if one is None:
        raise Http404
    try:
        reason = request.POST.get("reason", "")[:500]
        drop_activity(activity_id, reason=reason, actor_id=request.user.pk, at=clock.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("roadmap:activity", year, activity_id)
    still_there = Activity.objects.filter(pk=activity_id).exists()
    messages.success(request, "Исключение пункта ждёт приказа." if still_there else "Пункт убран.")
    if still_there:
        return redirect("roadmap:activity", year, activity_id)
    return redirect("roadmap:one", year, one.stage.roadmap_id)


@curator_required
@require_POST
def keep(request: SchoolRequest, year: SchoolYear, activity_id: int) -> HttpResponse:
    """Leave the row as it is in force."""
    one = Activity.objects.filter(pk=activity_id).select_related("stage").first()
    if one is None:
        raise Http404
    was_proposed = one.status == "proposed"

    def deed() -> None:
        withdraw_change(activity_id, actor_id=request.user.pk, at=clock.now())

    answer = act_on(request, year, activity_id, deed, "Предложенное изменение снято.")
    return redirect("roadmap:approval", year, one.stage.roadmap_id) if was_proposed else answer
