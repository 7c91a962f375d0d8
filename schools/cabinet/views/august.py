"""The steps from one school year into the next: each is left and resumed at will."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from municipal.indicators.formats import load_formats
from schools.cabinet import addresses
from schools.cabinet.domain.august import KEY_OF, ORDER, AugustStep, Progress, year_prepared
from schools.cabinet.queries import august as facts
from schools.cabinet.queries.remembered import remembered_of
from schools.cabinet.services.august import Chosen, Decision, decide_pairs, move_classes
from schools.cabinet.services.remember import remember
from schools.people.queries import Register, choice_counts
from schools.people.queries.lists import future_mentors
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear

ON_A_PAGE = 50
LONGEST_REASON = 300


@require_safe
@curator_required
def august(_request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Go on where it was left."""
    wanted = year_prepared(clock.today())
    return redirect("cabinet:august_step", year, Progress.of(remembered_of(KEY_OF(wanted))).current.value)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def august_step(request: SchoolRequest, year: SchoolYear, step: str) -> HttpResponse:
    """One step: what there is to decide; with POST, decide and go on."""
    if step not in set(AugustStep):
        raise Http404
    if year != request.place.year:
        return redirect("cabinet:august", request.place.year)
    here, wanted = AugustStep(step), year_prepared(clock.today())
    refusal: Refusal | None = None
    if request.method == "POST":
        try:
            return _ACTS[here](request, year, wanted)
        except Refusal as fault:
            refusal = fault
    progress = Progress.of(remembered_of(KEY_OF(wanted)))
    context = {
        "year": year,
        "wanted": wanted,
        "step": here,
        "steps": _steps(year, here, progress),
        "refusal": refusal,
        "is_done": here.value in progress.done,
        **_PARTS[here](request, year, wanted, progress),
    }
    return render(request, f"cabinet/august_{here.name.lower()}.html", context, status=422 if refusal else 200)


def _steps(year: SchoolYear, here: AugustStep, progress: Progress) -> list[dict[str, Any]]:
    return [
        {
            "href": reverse("cabinet:august_step", args=[year, one.value]),
            "title": f"{number}. {one.words}",
            "code": "done" if one.value in progress.done else "work" if one is here else "idle",
            "words": "Сделано" if one.value in progress.done else "Сейчас" if one is here else "Впереди",
            "current": one is here,
        }
        for number, one in enumerate(ORDER, 1)
    ]


def _pairs(request: SchoolRequest, _year: SchoolYear, _wanted: SchoolYear, progress: Progress) -> dict[str, Any]:
    known = facts.pairs_to_decide(progress.continued)
    waiting = [one for one in known if not one.is_proposed]
    formats = load_formats()
    page = Paginator(waiting, ON_A_PAGE).get_page(1)
    rows = [
        {
            "id": one.id,
            "words": one.words,
            "format": formats.title(one.mentoring_format),
            "leaves": one.leaves,
            "choice": request.POST.get(f"para-{one.id}")
            or (Decision.COMPLETE.value if one.leaves else Decision.GO_ON.value),
            "reason": request.POST.get(f"pochemu-{one.id}", ""),
        }
        for one in page
    ]
    return {
        "rows": rows,
        "count": len(waiting),
        "proposed": len(known) - len(waiting),
        "decided": len(progress.continued),
        "rest": len(waiting) - len(rows),
    }


def _classes(_request: SchoolRequest, _year: SchoolYear, _wanted: SchoolYear, progress: Progress) -> dict[str, Any]:
    return {"classes": facts.classes_now(), "moved": bool(progress.acts)}


def _consents(_request: SchoolRequest, _year: SchoolYear, wanted: SchoolYear, _progress: Progress) -> dict[str, Any]:
    counts = choice_counts(clock.today(), Register.BOTH)
    later = choice_counts(wanted.starts_on, Register.BOTH)
    return {"counts": counts, "new": max(later.without_consent - counts.without_consent, 0)}


def _graduates(_request: SchoolRequest, _year: SchoolYear, _wanted: SchoolYear, _progress: Progress) -> dict[str, Any]:
    page = Paginator(future_mentors(clock.today()), ON_A_PAGE).get_page(1)
    return {"people": [{"id": one.pk, "name": one.full_name} for one in page], "count": page.paginator.count}


def _plan(_request: SchoolRequest, _year: SchoolYear, wanted: SchoolYear, _progress: Progress) -> dict[str, Any]:
    known, source = facts.roadmap_of(wanted), facts.roadmap_to_copy(wanted)
    copy = addresses.address_of("roadmap:next_year", wanted, source.pk) if source else ""
    return {
        "roadmap": known,
        "source": source,
        "copy_href": copy,
        "new_href": addresses.address_of("roadmap:start", wanted),
        "plan_href": addresses.address_of("roadmap:one", wanted, known.pk) if known else "",
    }


def _summary(_request: SchoolRequest, year: SchoolYear, wanted: SchoolYear, progress: Progress) -> dict[str, Any]:
    pairs = facts.pairs_since(wanted.starts_on.replace(month=6, day=1))
    counts = choice_counts(clock.today(), Register.BOTH)
    undecided = sum(not one.is_proposed for one in facts.pairs_to_decide(progress.continued))
    plan = facts.roadmap_of(wanted)
    rows = [
        ("Пар продолжают работать", pairs.working, AugustStep.PAIRS),
        ("Пар закрыто с 1 июня", pairs.ended, AugustStep.PAIRS),
        ("Пар без решения", undecided, AugustStep.PAIRS),
        ("Классы переведены", "да" if progress.acts else "нет", AugustStep.CLASSES),
        ("Согласий не хватает", counts.without_consent, AugustStep.CONSENTS),
        ("Дорожная карта", plan.title if plan else "ещё нет", AugustStep.PLAN),
    ]
    lines = [
        {"name": name, "value": value, "href": reverse("cabinet:august_step", args=[year, step.value])}
        for name, value, step in rows
    ]
    return {"lines": lines, "undecided": undecided, "finished": progress.finished}


def _decide(request: SchoolRequest, year: SchoolYear, wanted: SchoolYear) -> HttpResponse:
    chosen = {
        int(name[5:]): Chosen(Decision(said), request.POST.get(f"pochemu-{name[5:]}", "")[:LONGEST_REASON])
        for name, said in request.POST.items()
        if name.startswith("para-") and name[5:].isdecimal() and said in set(Decision)
    }
    made = decide_pairs(wanted, chosen, today=clock.today(), actor_id=request.user.pk, at=clock.now())
    if chosen:
        on = counted(made.going_on, "пара продолжает", "пары продолжают", "пар продолжают")
        messages.success(
            request, f"Записано: {on}, {counted(made.over, 'пара закрыта', 'пары закрыты', 'пар закрыто')}."
        )
    progress = Progress.of(remembered_of(KEY_OF(wanted)))
    if any(not one.is_proposed for one in facts.pairs_to_decide(progress.continued)):
        return redirect("cabinet:august_step", year, AugustStep.PAIRS.value)
    return _go_on(request, year, wanted, AugustStep.PAIRS)


def _move(request: SchoolRequest, year: SchoolYear, wanted: SchoolYear) -> HttpResponse:
    if "propustit" not in request.POST:
        changed = move_classes(wanted, today=clock.today(), actor_id=request.user.pk, at=clock.now())
        words = counted(changed, "запись изменена", "записи изменены", "записей изменено")
        messages.success(request, f"Классы переведены: {words}." if changed else "Классы уже переведены.")
    return _go_on(request, year, wanted, AugustStep.CLASSES)


def _go_on(request: SchoolRequest, year: SchoolYear, wanted: SchoolYear, step: AugustStep) -> HttpResponse:
    remember(KEY_OF(wanted), {step.value: True}, actor_id=request.user.pk, at=clock.now())
    return redirect("cabinet:august_step", year, ORDER[min(ORDER.index(step) + 1, len(ORDER) - 1)].value)


def _passes(step: AugustStep) -> Callable[[SchoolRequest, SchoolYear, SchoolYear], HttpResponse]:
    return lambda request, year, wanted: _go_on(request, year, wanted, step)


def _finish(request: SchoolRequest, year: SchoolYear, wanted: SchoolYear) -> HttpResponse:
    said = {"finished": True, AugustStep.SUMMARY.value: True}
    remember(KEY_OF(wanted), said, actor_id=request.user.pk, at=clock.now())
    messages.success(request, f"Переход в {wanted.title} учебный год закончен.")
    return redirect("cabinet:today", year)


_PARTS = {
    AugustStep.PAIRS: _pairs,
    AugustStep.CLASSES: _classes,
    AugustStep.CONSENTS: _consents,
    AugustStep.GRADUATES: _graduates,
    AugustStep.PLAN: _plan,
    AugustStep.SUMMARY: _summary,
}
_ACTS = {
    AugustStep.PAIRS: _decide,
    AugustStep.CLASSES: _move,
    AugustStep.CONSENTS: _passes(AugustStep.CONSENTS),
    AugustStep.GRADUATES: _passes(AugustStep.GRADUATES),
    AugustStep.PLAN: _passes(AugustStep.PLAN),
    AugustStep.SUMMARY: _finish,
}
