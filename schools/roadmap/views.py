"""The school's roadmap: the plan, one activity, approval."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from schools.roadmap import presenters, queries
from schools.roadmap.forms import ApprovalForm, DeadlineForm, DoneForm, EvidenceForm
from schools.roadmap.models import Activity, Roadmap
from schools.roadmap.services.mark_done import attach_evidence, correct_deadline, mark_done, undo_done
from schools.roadmap.services.save_roadmap import approve_roadmap
from tenants import clock
from tenants.access import SchoolRequest, curator_required, everyone_of_school
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted, date_words, join_and
from tenants.domain.school_year import SchoolYear
from tenants.year_guard import year_is_open

FILTERS = {
    "": "Все",
    "late": "Просрочено",
    "soon": "Срок близко",
    "unproved": "Без подтверждения",
    "check": "Проверить срок",
}
WORDS_OF_CHIPS = {"late": "Не выполнено"}  # of a roadmap that is over


@everyone_of_school
@require_safe
def plan(request: SchoolRequest, year: SchoolYear, roadmap_id: int | None = None) -> HttpResponse:
    """The year's roadmap (the newest, or the one asked for); without one, the ways to get it."""
    known = queries.all_roadmaps_of_year(year.starts_on, year.ends_on)
    roadmaps = [one for one in known if one.replaced_on is None]
    if not roadmaps:
        return render(request, "roadmap/empty.html", {"year": year, "drafts": queries.import_drafts()})
    roadmap = next((one for one in known if one.pk == roadmap_id), None if roadmap_id else roadmaps[0])
    if roadmap is None:
        raise Http404
    today = clock.today()
    over = _is_over(roadmap, year, today)
    lines = presenters.lines_of(roadmap, queries.activities_of(roadmap.pk), today)
    chosen = request.GET.get("show", "")
    shown = [line for line in lines if _matches(line, chosen)]
    chips = [
        {
            "href": f"?show={code}" if code else "?",
            "words": WORDS_OF_CHIPS.get(code, words) if over else words,
            "count": sum(_matches(line, code) and not line.activity.is_heading for line in lines),
            "current": code == chosen,
        }
        for code, words in FILTERS.items()
        if code != "soon" or not over
    ]
    whole = presenters.share_of(lines)
    context = {
        "year": year,
        "roadmap": roadmap,
        "roadmaps": roadmaps,
        "replaced": [one for one in known if one.replaced_on is not None],
        "conclusion": presenters.conclusion(whole, over=over),
        "approval": presenters.approval(roadmap, over=over),
        "stages": presenters.stage_circles(lines, None, over=over),
        "chips": chips,
        "items": presenters.trail(shown, year, today, over=over),
        "indicators": roadmap.indicators.all(),
        "approval_form": None if roadmap.order_number else ApprovalForm(initial={"order_date": today}),
    }
    return render(request, "roadmap/plan.html", context)


def _is_over(roadmap: Roadmap, year: SchoolYear, today: date) -> bool:
    """Neither its own time nor the writing time of the year goes on; a roadmap of several years may outlive the year."""
    return roadmap.period_to < today and not year_is_open(year)


def _matches(line: presenters.Line, code: str) -> bool:
    one, state = line.activity, line.standing.state.value
    if code in {"late", "soon"}:
        return state == code and not one.is_heading
    if code == "unproved":
        return not one.is_heading and state in {"done", "done_late"} and not one.evidence.all()
    if code == "check":
        return not one.is_heading and not one.deadline_checked
    return True


@everyone_of_school
@require_safe
def activity(request: SchoolRequest, year: SchoolYear, activity_id: int) -> HttpResponse:
    """One activity: its deadline as written and as understood, what is done, what proves it."""
    one = _one(activity_id)
    today = clock.today()
    line = presenters.lines_of(one.stage.roadmap, [one], today)[0]
    words = presenters.WORDS_OF_PAST if _is_over(one.stage.roadmap, year, today) else presenters.WORDS
    context = {
        "year": year,
        "one": one,
        "standing": line.standing,
        "state_words": words[line.standing.state],
        "state_code": "done" if line.standing.state.value == "done_late" else line.standing.state.value,
        "meaning": _meaning(one),
        "done_form": DoneForm(initial={"done_on": today}),
        "evidence_form": EvidenceForm(),
        "deadline_form": DeadlineForm(initial={"phrase": one.deadline_phrase}),
    }
    return render(request, "roadmap/activity.html", context)


def _one(activity_id: int) -> Activity:
    one = queries.activity_card(activity_id)
    if one is None:
        raise Http404
    return one


def _meaning(one: Activity) -> str:
    days = [due.due_on for due in one.occurrences.all() if due.due_on]
    if not days:
        return (
            "Точной даты у этого срока нет: пункт закрывается отметкой."
            if one.deadline_checked
            else ("Срок не понят. Впишите его словами с датой, например: до 15 октября.")
        )
    return f"Понято так: {join_and([date_words(day) for day in days])}."


def _act(
    request: SchoolRequest, year: SchoolYear, activity_id: int, deed: Callable[[], Any], said: str
) -> HttpResponse:
    _one(activity_id)
    try:
        deed()
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)
    return redirect("roadmap:activity", year, activity_id)


@curator_required
@require_POST
def done(request: SchoolRequest, year: SchoolYear, activity_id: int) -> HttpResponse:
    """Mark the waiting date as done."""
    form, today = DoneForm(request.POST), clock.today()
    day = form.cleaned_data["done_on"] if form.is_valid() else today

    def deed() -> None:
        mark_done(activity_id, done_on=day, today=today, actor_id=request.user.pk, at=clock.now())

    return _act(request, year, activity_id, deed, "Отмечено выполненным.")


@curator_required
@require_POST
def undo(request: SchoolRequest, year: SchoolYear, activity_id: int) -> HttpResponse:
    """Take the last mark back."""
    return _act(
        request,
        year,
        activity_id,
        lambda: undo_done(activity_id, actor_id=request.user.pk, at=clock.now()),
        "Отметка снята.",
    )


@curator_required
@require_POST
def evidence(request: SchoolRequest, year: SchoolYear, activity_id: int) -> HttpResponse:
    """Add what proves the activity."""
    form = EvidenceForm(request.POST)
    if not form.is_valid():
        messages.error(request, "Подтверждение не добавлено: ссылка записана не целиком. Скопируйте её из браузера.")
        return redirect("roadmap:activity", year, activity_id)
    found = form.cleaned_data

    def deed() -> None:
        attach_evidence(
            activity_id,
            title=found["title"],
            url=found["url"],
            on=clock.today(),
            actor_id=request.user.pk,
            at=clock.now(),
        )

    return _act(request, year, activity_id, deed, "Подтверждение добавлено.")


@curator_required
@require_POST
def deadline(request: SchoolRequest, year: SchoolYear, activity_id: int) -> HttpResponse:
    """Read the deadline anew."""
    form = DeadlineForm(request.POST)
    phrase = form.cleaned_data["phrase"] if form.is_valid() else ""
    one = _one(activity_id)
    days = correct_deadline(one.pk, phrase=phrase, actor_id=request.user.pk, at=clock.now())
    said = (
        f"Срок понят: {counted(len(days), 'дата', 'даты', 'дат')}." if days else "Срок записан, точной даты в нём нет."
    )
    messages.success(request, said)
    return redirect("roadmap:activity", year, activity_id)


@curator_required
@require_POST
def approve(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """Write the approving order down."""
    form = ApprovalForm(request.POST)
    if roadmap_id not in {one.pk for one in queries.roadmaps_of_year(year.starts_on, year.ends_on)}:
        raise Http404
    try:
        approve_roadmap(
            roadmap_id,
            order_number=form.cleaned_data.get("order_number", "") if form.is_valid() else "",
            order_date=form.cleaned_data.get("order_date", clock.today()) if form.is_valid() else clock.today(),
            today=clock.today(),
            actor_id=request.user.pk,
            at=clock.now(),
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "Приказ записан, карта утверждена.")
    return redirect("roadmap:plan", year)
