"""The bank of programmes as the methodist sees it: what schools share, and taking down what should not stand there."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from municipal.bank.queries import bank_text, bank_texts
from municipal.bank.services.share import take_down
from municipal.desk.views.finding import may_change
from municipal.indicators.formats import load_formats
from tenants import clock
from tenants.access import PlacedRequest, methodist_required, municipality_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear
from tenants.journal.services.record import record


@require_safe
@municipality_required
def texts(request: PlacedRequest, year: SchoolYear) -> HttpResponse:
    """Every text that stands in the bank."""
    found, formats = bank_texts(), load_formats()
    schools = len({one.school_id for one in found})
    shared = counted(schools, "школа показала", "школы показали", "школ показали")
    context = {
        "year": year,
        "rows": [{"text": one, "form": formats.title(one.mentoring_format)} for one in found],
        "conclusion": f"{shared} {counted(len(found), 'программу', 'программы', 'программ')}."
        if found
        else "Школы пока не показали округу ни одной программы.",
    }
    return render(request, "desk/bank.html", context)


@require_safe
@municipality_required
def text(request: PlacedRequest, year: SchoolYear, text_id: int) -> HttpResponse:
    """One text with its stages."""
    found = bank_text(text_id)
    if found is None:
        raise Http404
    context = {
        "year": year,
        "text": found,
        "form": load_formats().title(found.mentoring_format),
        "may_change": may_change(request, year),
    }
    return render(request, "desk/bank_text.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@methodist_required
def remove(request: PlacedRequest, year: SchoolYear, text_id: int) -> HttpResponse:
    """A question, then the text leaves the bank; copies of schools stay with them."""
    found = bank_text(text_id)
    if found is None:
        raise Http404
    if request.method == "POST":
        try:
            take_down(text_id, at=clock.now())
        except Refusal as refusal:
            messages.error(request, str(refusal))
        else:
            said = f"Из банка программ убрана программа «{found.title}» ({found.school_name})."
            record(
                act="bank_text_removed",
                text=said[:300],
                at=clock.now(),
                actor_id=request.user.pk,
                object_kind="bank_text",
                object_id=text_id,
            )
            messages.success(request, said)
        return redirect("bank:list", year)
    context = {
        "title": f"Убрать из банка: «{found.title}»?",
        "text": f"Программу показала {found.school_name}. Школы, которые уже взяли копию, сохранят её у себя.",
        "action": "Убрать из банка",
        "back_href": reverse("bank:text", args=[year, text_id]),
        "back": "Оставить",
        "danger": True,
    }
    return render(request, "confirm.html", context)
