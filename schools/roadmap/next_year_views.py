"""Next year's roadmap out of this one's: looked through row by row, then saved."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from schools.roadmap.asking_how import ask_how, how_said
from schools.roadmap.domain.printed import stage_words
from schools.roadmap.models import Roadmap
from schools.roadmap.services.make_room import RoadmapStandsAlready
from schools.roadmap.services.next_roadmap import Proposal, copy_roadmap, propose_next
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear

_PHRASE, _DROP = "phrase-", "drop-"


@curator_required
@require_http_methods(["GET", "HEAD", "POST"])
def next_year(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    """The roadmap ``roadmap_id`` moved to the year of the address: was and will be, row by row."""
    said = _said(request)
    try:
        proposal = propose_next(roadmap_id, year, said=said)
        if request.method == "POST" and "save" in request.POST:
            return _save(request, year, roadmap_id)
    except Roadmap.DoesNotExist:
        raise Http404 from None
    except RoadmapStandsAlready as refusal:
        keep = tuple(name for name in request.POST if name not in {"csrfmiddlewaretoken", "how"})
        return ask_how(request, year, refusal, keep=keep, back_href=request.path)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("roadmap:plan", year)
    return render(request, "roadmap/next_year.html", _context(proposal, year, _dropped(request)))


def _save(request: SchoolRequest, year: SchoolYear, roadmap_id: int) -> HttpResponse:
    made = copy_roadmap(
        roadmap_id,
        year,
        said=_said(request),
        dropped=_dropped(request),
        how=how_said(request),
        actor_id=request.user.pk,
        at=clock.now(),
    )
    messages.success(request, "Карта записана как черновик. Проверьте ответственных и отправьте её на утверждение.")
    return redirect("roadmap:one", year, made)


def _said(request: SchoolRequest) -> dict[int, str]:
    """Deadlines as they stand in the fields, by the row's id."""
    found = {name.removeprefix(_PHRASE): text for name, text in request.POST.items() if name.startswith(_PHRASE)}
    return {int(key): str(text)[:500] for key, text in found.items() if key.isdecimal()}


def _dropped(request: SchoolRequest) -> set[int]:
    keys = [name.removeprefix(_DROP) for name in request.POST if name.startswith(_DROP)]
    return {int(key) for key in keys if key.isdecimal()}


def _context(proposal: Proposal, year: SchoolYear, dropped: set[int]) -> dict[str, object]:
    stages: list[dict[str, object]] = [
        {"title": stage_words(number, title), "rows": [row for row in proposal.rows if row.old.stage == place]}
        for place, (number, title) in enumerate(proposal.plan.stages)
    ]
    counted = [row for row in proposal.rows if not row.old.is_heading]
    return {
        "year": year,
        "old": proposal.roadmap,
        "move": proposal.move,
        "stages": [stage for stage in stages if stage["rows"]],
        "total": len(counted),
        "moved": sum(row.is_moved for row in counted),
        "to_check": sum(bool(row.notes) for row in counted),
        "dropped": dropped,
        "has_targets": bool(proposal.plan.indicators),
    }
