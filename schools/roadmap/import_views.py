"""Getting a roadmap: a typical one, the school's own file, pasted text; looking it through; saving it."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from schools.roadmap import queries
from schools.roadmap.asking_how import ask_how, how_said
from schools.roadmap.domain.plan import Plan, from_document
from schools.roadmap.forms import FileForm, PasteForm, PeriodForm, SaveForm, TypicalForm
from schools.roadmap.models import ImportDraft
from schools.roadmap.services.adopt_typical import adopt_typical
from schools.roadmap.services.import_roadmap import (
    Correction,
    Owner,
    correct_draft,
    import_file,
    import_pasted,
    save_draft_as_roadmap,
)
from schools.roadmap.services.make_room import RoadmapStandsAlready
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.file_guard import check_file_size
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear


@curator_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Three ways to begin, each its own form."""
    initial = {"starts_on": year.starts_on, "ends_on": year.ends_on}
    way = request.POST.get("way", "")
    kind = request.host_school.kind
    data = request.POST if request.method == "POST" else None
    forms = {
        "typical": TypicalForm(data if way == "typical" else None, initial=initial, prefix="t", organisation=kind),
        "file": FileForm(data if way == "file" else None, request.FILES or None, initial=initial, prefix="f"),
        "paste": PasteForm(data if way == "paste" else None, initial=initial, prefix="p"),
    }
    if way in forms and forms[way].is_valid():
        try:
            return _WAYS[way](request, year, forms[way])
        except RoadmapStandsAlready as refusal:
            keep = ("way", "t-code", "t-starts_on", "t-ends_on")
            return ask_how(request, year, refusal, keep=keep, back_href=request.path)
        except Refusal as refusal:
            forms[way].add_error(None, str(refusal))
    failed = any(form.errors for form in forms.values())
    context = {
        "year": year,
        "forms": forms,
        "failed": forms.get(way) if failed else None,
        "drafts": queries.import_drafts(),
    }
    return render(request, "roadmap/start.html", context, status=422 if failed else 200)


def _typical(request: SchoolRequest, year: SchoolYear, form: PeriodForm) -> HttpResponse:
    how = how_said(request)
    adopt_typical(form.cleaned_data["code"], period=form.period, how=how, actor_id=request.user.pk, at=clock.now())
    messages.success(request, "Образец взят: сроки посчитаны на ваш период. Проверьте ответственных.")
    return redirect("roadmap:plan", year)


def _file(request: SchoolRequest, year: SchoolYear, form: PeriodForm) -> HttpResponse:
    file = form.cleaned_data["file"]
    check_file_size(file.size, file.name)  # before it is read into memory
    data = file.read()
    draft = import_file(
        data, file.name, period=form.period, owner=_owner(request), actor_id=request.user.pk, at=clock.now()
    )
    return redirect("roadmap:preview", year, draft)


def _paste(request: SchoolRequest, year: SchoolYear, form: PeriodForm) -> HttpResponse:
    draft = import_pasted(
        form.cleaned_data["text"],
        period=form.period,
        owner=_owner(request),
        actor_id=request.user.pk,
        at=clock.now(),
    )
    return redirect("roadmap:preview", year, draft)


_WAYS: dict[str, Callable[[SchoolRequest, SchoolYear, PeriodForm], HttpResponse]] = {
    "typical": _typical,
    "file": _file,
    "paste": _paste,
}


def _owner(request: SchoolRequest) -> Owner:
    return Owner(request.host_school.short_name, request.host_school.kind)


@curator_required
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: SchoolRequest, year: SchoolYear, draft_id: int) -> HttpResponse:
    """What was understood of the file; corrections are kept, «Сохранить карту» makes it the school's."""
    draft = ImportDraft.objects.filter(pk=draft_id).defer("source").first()
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
    draft_id = draft.pk
    plan = correct_draft(draft_id, _corrections(request), title=request.POST.get("title", ""))
    if "save" not in request.POST:
        messages.success(request, "Исправления сохранены. Карта ещё не записана.")
        return redirect("roadmap:preview", year, draft_id)
    form = SaveForm(request.POST)
    if not form.is_valid():
        return _show(request, year, draft, plan, form)
    try:
        model, how = form.cleaned_data["model"], how_said(request)
        save_draft_as_roadmap(draft_id, model=model, how=how, actor_id=request.user.pk, at=clock.now())
    except RoadmapStandsAlready as refusal:
        return ask_how(request, year, refusal, keep=("save", "title", "model"), back_href=request.path)
    except Refusal as refusal:
        form.add_error(None, str(refusal))
        return _show(request, year, draft, plan, form)
    count = sum(not one.is_heading and not one.is_left_out for one in plan.activities)
    messages.success(request, f"Карта записана: {counted(count, 'мероприятие', 'мероприятия', 'мероприятий')}.")
    return redirect("roadmap:plan", year)


def _corrections(request: SchoolRequest) -> dict[int, Correction]:
    rows = [int(name[4:]) for name in request.POST if name.startswith("row-") and name[4:].isdigit()]
    return {
        row: Correction(
            text=request.POST.get(f"text-{row}", ""),
            deadline_phrase=request.POST.get(f"deadline-{row}", ""),
            responsible=request.POST.get(f"responsible-{row}", ""),
            keep=f"drop-{row}" not in request.POST,
        )
        for row in rows
    }


def _show(
    request: SchoolRequest, year: SchoolYear, draft: ImportDraft, plan: Plan, form: SaveForm | None = None
) -> HttpResponse:
    groups = [
        {
            "number": number,
            "title": title,
            "rows": [(place, row) for place, row in enumerate(plan.activities) if row.stage == position],
        }
        for position, (number, title) in enumerate(plan.stages)
    ]
    total = sum(not one.is_heading for one in plan.activities)
    context = {
        "year": year,
        "draft": draft,
        "plan": plan,
        "groups": [group for group in groups if group["rows"]],
        "total": total,
        "form": form or SaveForm(initial={"title": plan.title, "model": "pupils_r145"}),
    }
    return render(request, "roadmap/preview.html", context, status=422 if form else 200)


@curator_required
@require_POST
def drop_draft(request: SchoolRequest, year: SchoolYear, draft_id: int) -> HttpResponse:
    """Forget a file that was read and is not wanted; pressing twice is the same."""
    ImportDraft.objects.filter(pk=draft_id).delete()
    messages.success(request, "Разбор удалён. В дорожной карте ничего не изменилось.")
    return redirect("roadmap:plan", year)
