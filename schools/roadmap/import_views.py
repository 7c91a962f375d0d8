"""Getting a roadmap: a typical one, the school's own file, pasted text."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from schools.roadmap import queries
from schools.roadmap.asking_how import ask_how, how_said
from schools.roadmap.forms import FileForm, PasteForm, PeriodForm, TypicalForm
from schools.roadmap.models import Roadmap
from schools.roadmap.services.adopt_typical import adopt_typical
from schools.roadmap.services.import_roadmap import Owner, import_file, import_pasted
from schools.roadmap.services.make_room import RoadmapStandsAlready
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.file_guard import check_file_size
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
        "previous": _previous(year),
    }
    return render(request, "roadmap/start.html", context, status=422 if failed else 200)


def _previous(year: SchoolYear) -> list[Roadmap]:
    """Roadmaps of the year before that do not go on in this one."""
    before = queries.roadmaps_of_year(year.previous.starts_on, year.previous.ends_on)
    return [one for one in before if one.period_to < year.starts_on]


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
        data, file.name, period=form.period, owner=owner_of(request), actor_id=request.user.pk, at=clock.now()
    )
    return redirect("roadmap:preview", year, draft)


def _paste(request: SchoolRequest, year: SchoolYear, form: PeriodForm) -> HttpResponse:
    draft = import_pasted(
        form.cleaned_data["text"],
        period=form.period,
        owner=owner_of(request),
        actor_id=request.user.pk,
        at=clock.now(),
    )
    return redirect("roadmap:preview", year, draft)


_WAYS: dict[str, Callable[[SchoolRequest, SchoolYear, PeriodForm], HttpResponse]] = {
    "typical": _typical,
    "file": _file,
    "paste": _paste,
}


def owner_of(request: SchoolRequest) -> Owner:
    """The school that reads its file."""
    return Owner(request.host_school.short_name, request.host_school.kind)
