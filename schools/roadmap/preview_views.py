"""Looking through a roadmap that was read: mending rows, stages and columns; saving it; forgetting it."""

from __future__ import annotations

import re
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from schools.roadmap.asking_how import ask_how, how_said
from schools.roadmap.domain.importing.columns import ASSIGNABLE
from schools.roadmap.domain.importing.roles import ROLE_TITLES, Role
from schools.roadmap.domain.plan import Plan, PlannedActivity, from_document
from schools.roadmap.forms import SaveForm
from schools.roadmap.import_views import owner_of
from schools.roadmap.models import ImportDraft
from schools.roadmap.services.correct_draft import MOST_STAGES, Correction, assign_columns, correct_draft
from schools.roadmap.services.import_roadmap import save_draft_as_roadmap
from schools.roadmap.services.make_room import RoadmapStandsAlready
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear

COLUMN_TITLES = {**ROLE_TITLES, Role.OTHER: "другое: сохранить рядом"}


@curator_required
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: SchoolRequest, year: SchoolYear, draft_id: int) -> HttpResponse:
    """What was understood of the file; corrections are kept, «Сохранить карту» makes it the school's."""
    draft = ImportDraft.objects.filter(pk=draft_id).defer("source", "layout").first()
    if draft is None and request.method == "POST":
        return _gone(request, year)
    if draft is None:
        raise Http404
    if request.method != "POST":
        return _show(request, year, draft, from_document(draft.content))
    try:
        return _corrected(request, year, draft)
    except ImportDraft.DoesNotExist:  # the other press of the button was quicker
        return _gone(request, year)


def _gone(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    messages.info(request, "Этот разбор уже сохранён как карта или удалён. Вот карты этого года.")
    return redirect("roadmap:plan", year)


def _corrected(request: SchoolRequest, year: SchoolYear, draft: ImportDraft) -> HttpResponse:
    plan = correct_draft(
        draft.pk,
        {row: _correction(request, row) for row in _numbers(request, "row")},
        title=request.POST.get("title", ""),
        stage_titles={at: request.POST[f"stage-title-{at}"] for at in _numbers(request, "stage-title")},
        new_stage=request.POST.get("new-stage", ""),
        looked_at="save" in request.POST,
    )
    if "save" not in request.POST:
        messages.success(request, "Исправления сохранены. Карта ещё не записана.")
        return redirect("roadmap:preview", year, draft.pk)
    form = SaveForm(request.POST)
    if not form.is_valid():
        return _show(request, year, draft, plan, form)
    try:
        model, how = form.cleaned_data["model"], how_said(request)
        save_draft_as_roadmap(draft.pk, model=model, how=how, actor_id=request.user.pk, at=clock.now())
    except RoadmapStandsAlready as refusal:
        return ask_how(request, year, refusal, keep=("save", "title", "model"), back_href=request.path)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _show(request, year, draft, plan, form)
    count = sum(not one.is_heading and not one.is_left_out for one in plan.activities)
    messages.success(request, f"Карта записана: {counted(count, 'мероприятие', 'мероприятия', 'мероприятий')}.")
    return redirect("roadmap:plan", year)


def _numbers(request: SchoolRequest, name: str) -> list[int]:
    """The numbers N of the fields «name-N» that were sent."""
    found = (re.fullmatch(rf"{name}-(\d{{1,6}})", field, re.ASCII) for field in request.POST)
    return [int(match[1]) for match in found if match]


def _correction(request: SchoolRequest, row: int) -> Correction:
    stage = request.POST.get(f"stage-{row}", "")
    result = f"result-{row}"
    return Correction(
        text=_said(request, f"text-{row}"),
        deadline_phrase=_said(request, f"deadline-{row}"),
        responsible=_said(request, f"responsible-{row}"),
        keep=f"drop-{row}" not in request.POST,
        expected_result=_said(request, result) if result in request.POST else None,
        stage=int(stage) if stage.isascii() and stage.isdigit() and len(stage) < len("1000") else None,
    )


def _said(request: SchoolRequest, name: str) -> str:
    """A field's text with the line breaks that the file had: browsers send their own."""
    return request.POST.get(name, "").replace("\r\n", "\n")


@curator_required
@require_POST
def columns(request: SchoolRequest, year: SchoolYear, draft_id: int) -> HttpResponse:
    """Read the file again with the columns as the curator says."""
    said = {key: request.POST.getlist(f"column-{key}") for key in request.POST.getlist("table")}
    try:
        plan = assign_columns(draft_id, said, owner=owner_of(request), at=clock.now())
    except ImportDraft.DoesNotExist:
        return _gone(request, year)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("roadmap:preview", year, draft_id)
    found = counted(sum(_is_taken(one) for one in plan.activities), "мероприятие", "мероприятия", "мероприятий")
    messages.success(request, f"Прочитано заново: {found}. Такие столбцы мы запомнили для следующих карт.")
    return redirect("roadmap:preview", year, draft_id)


def _is_taken(row: PlannedActivity) -> bool:
    return not row.is_heading and not row.is_aside


def _show(
    request: SchoolRequest, year: SchoolYear, draft: ImportDraft, plan: Plan, form: SaveForm | None = None
) -> HttpResponse:
    groups: list[dict[str, Any]] = [
        {"position": position, "number": number, "title": title, "rows": []}
        for position, (number, title) in enumerate(plan.stages)
    ]
    aside: list[tuple[int, PlannedActivity]] = []
    for place, row in enumerate(plan.activities):
        (aside if row.is_aside else groups[row.stage]["rows"]).append((place, row))
    context = {
        "year": year,
        "draft": draft,
        "plan": plan,
        "groups": [group for group in groups if group["rows"]],
        "stages": groups if 1 < len(groups) <= MOST_STAGES else [],
        "may_add_stage": len(groups) < MOST_STAGES,
        "aside": aside,
        "tables": _tables(plan),
        "total": sum(map(_is_taken, plan.activities)),
        "form": form or SaveForm(initial={"title": plan.title, "model": "pupils_r145"}),
    }
    return render(request, "roadmap/preview.html", context, status=422 if form else 200)


def _tables(plan: Plan) -> list[dict[str, Any]]:
    """Tables of the file with what stands in each column and the choice of its meaning."""
    options = [(role.value, COLUMN_TITLES[role]) for role in ASSIGNABLE]
    return [
        {
            "key": one["key"],
            "is_assigned": one["is_assigned"],
            "is_plan": one["is_plan"],
            "options": options,
            "columns": [
                {"header": header or f"Столбец {number}", "role": role, "sample": sample}
                for number, (header, role, sample) in enumerate(
                    zip(one["headers"], one["roles"], one["samples"], strict=True), start=1
                )
            ],
        }
        for one in plan.tables
    ]


@curator_required
@require_POST
def drop_draft(request: SchoolRequest, year: SchoolYear, draft_id: int) -> HttpResponse:
    """Forget a file that was read and is not wanted; pressing twice is the same."""
    ImportDraft.objects.filter(pk=draft_id).delete()
    messages.success(request, "Разбор удалён. В дорожной карте ничего не изменилось.")
    return redirect("roadmap:plan", year)
