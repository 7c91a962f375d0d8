"""The school's roadmap: the plan of the year and one activity."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from schools.roadmap import presenters, queries
from schools.roadmap.domain.progress import State
from schools.roadmap.models import Activity, Roadmap, RoadmapStatus
from schools.roadmap.presenters import activity as one_words
from schools.roadmap.presenters import changes as change_words
from schools.roadmap.presenters.warnings import warnings_shown
from schools.roadmap.queries.objects import objects_to_prove_with
from schools.roadmap.queries.standings import ActivityStanding, stand, with_everything
from schools.roadmap.row_forms import ClosingForm, DeadlineForm, DoneForm, EvidenceForm
from schools.roadmap.services.mark_done import correct_deadline, mark_done, undo_done
from tenants import clock
from tenants.access import SchoolRequest, curator_required, everyone_of_school
from tenants.domain.errors import Refusal
from tenants.domain.roles import Role
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear
from tenants.year_guard import year_is_open

FILTERS = {
    "": "Все",
    "late": "Просрочено",
    "soon": "Срок близко",
    "unproved": "Без подтверждения",
    "check": "Проверить срок",
    "guess": "Проверить, чем закрывается",
}
WORDS_OF_CHIPS = {"late": "Не выполнено"}  # of a roadmap that is over
ALWAYS = ("", "late", "soon", "unproved", "check")


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
    over = is_over(roadmap, year, today)
    rows = queries.standings([roadmap.pk], today=today, year=year, with_proposed=True)
    lines = [line for line in rows if line.activity.status == "plan"]
    chosen = request.GET.get("show", "")
    whole = presenters.share_of(lines)
    waiting = len(change_words.changes_waiting([line.activity for line in rows]))
    writes = request.place.role == Role.CURATOR and year_is_open(year)
    context = {
        "year": year,
        "roadmap": roadmap,
        "roadmaps": roadmaps,
        "replaced": [one for one in known if one.replaced_on is not None],
        "conclusion": presenters.conclusion(whole, over=over),
        "approval": presenters.approval(roadmap, over=over),
        "waiting": waiting,
        "approval_state": change_words.state_words(roadmap, waiting),
        "stages": presenters.stage_circles(lines, None, over=over),
        "chips": _chips(lines, chosen, over=over),
        "items": presenters.trail(
            [line for line in rows if _matches(line, chosen)], year, today, over=over, writes=writes
        ),
        "indicators": roadmap.indicators.all(),
        "warnings": [] if over else warnings_shown(lines, roadmap, year),
    }
    return render(request, "roadmap/plan.html", context)


def _chips(lines: list[ActivityStanding], chosen: str, *, over: bool) -> list[dict[str, Any]]:
    counts = {code: sum(_matches(line, code) and not line.activity.is_heading for line in lines) for code in FILTERS}
    return [
        {
            "href": f"?show={code}" if code else "?",
            "words": WORDS_OF_CHIPS.get(code, words) if over else words,
            "count": counts[code],
            "current": code == chosen,
        }
        for code, words in FILTERS.items()
        if (code != "soon" or not over) and (code in ALWAYS or counts[code] or code == chosen)
    ]


def is_over(roadmap: Roadmap, year: SchoolYear, today: date) -> bool:
    """Neither its own time nor the writing time of the year goes on; one of several years may outlive the year."""
    return roadmap.period_to < today and not year_is_open(year)


def _matches(line: ActivityStanding, code: str) -> bool:
    one, state = line.activity, line.standing.state
    if not code:
        return True
    if one.is_heading:
        return False
    if code == "unproved":
        return state is State.UNPROVED or (state.is_done and not (one.evidence.all() or line.closed))
    if code == "check":
        return not one.deadline_checked
    if code == "guess":
        return not one.closes_by_checked
    return state.value == code


@everyone_of_school
@require_safe
def activity(request: SchoolRequest, year: SchoolYear, activity_id: int) -> HttpResponse:
    """One activity: its deadline as written and as understood, what is done, what closes and proves it."""
    one = activity_or_404(activity_id)
    roadmap, today = one.stage.roadmap, clock.today()
    [line] = stand([one], today=today, year=year)
    over = is_over(roadmap, year, today)
    words = presenters.WORDS_OF_PAST if over else presenters.WORDS
    context = {
        "year": year,
        "one": one,
        "roadmap": roadmap,
        "line": line,
        "writes": request.place.role == Role.CURATOR and year_is_open(year) and not roadmap.replaced_on,
        "state_words": words[line.standing.state],
        "state_code": line.standing.state.code,
        "meaning": one_words.meaning(line),
        "dates": one_words.dates(line),
        "halves": line.halves,
        "proofs": one_words.proof_rows(line, year),
        "closing": one_words.closing(line, year),
        "register": one_words.register_asked(line),
        "pending": change_words.changes_waiting([one]),
        "done_form": DoneForm(initial={"done_on": today}),
        "evidence_form": EvidenceForm(objects=objects_to_prove_with(year, today=today)),
        "deadline_form": DeadlineForm(
            initial={"phrase": one.deadline_phrase}, asks_reason=roadmap.status != RoadmapStatus.DRAFT
        ),
        "closing_form": ClosingForm(initial={"code": one.closes_by}),
        "asks_mark": not one.is_heading and one_words.asks_mark(line),
    }
    return render(request, "roadmap/activity.html", context)


def activity_or_404(activity_id: int) -> Activity:
    """The row with all that is asked about it."""
    one = with_everything(Activity.objects.filter(pk=activity_id)).first()
    if one is None:
        raise Http404
    return one


def act_on(
    request: SchoolRequest, year: SchoolYear, activity_id: int, deed: Callable[[], Any], said: str
) -> HttpResponse:  # fmt: skip
    """Do it, say what became of it, come back to the activity."""
    if not Activity.objects.filter(pk=activity_id).exists():
        raise Http404
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

    return act_on(request, year, activity_id, deed, "Отмечено выполненным.")


@curator_required
@require_POST
def undo(request: SchoolRequest, year: SchoolYear, activity_id: int) -> HttpResponse:
    """Take the last mark back."""

    def deed() -> None:
        undo_done(activity_id, actor_id=request.user.pk, at=clock.now())

    return act_on(request, year, activity_id, deed, "Отметка снята.")


@curator_required
@require_POST
def deadline(request: SchoolRequest, year: SchoolYear, activity_id: int) -> HttpResponse:
    """Read the deadline anew, or propose another one for an approved roadmap."""
    one = activity_or_404(activity_id)
    form = DeadlineForm(request.POST, asks_reason=True)
    form.is_valid()
    phrase, reason = form.cleaned_data.get("phrase", ""), form.cleaned_data.get("reason", "")
    try:
        days = correct_deadline(one.pk, phrase=phrase, reason=reason, actor_id=request.user.pk, at=clock.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _said_of_term(activity_or_404(activity_id), days))
    return redirect("roadmap:activity", year, activity_id)


def _said_of_term(one: Activity, days: tuple[date, ...]) -> str:
    if "deadline_phrase" in one.pending.get("fields", {}):
        return "Перенос записан. Он вступит в силу, когда изменения утвердят приказом."
    if days:
        return f"Срок понят: {counted(len(days), 'дата', 'даты', 'дат')}."
    return "Срок записан, точной даты в нём нет."
