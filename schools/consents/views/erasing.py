"""Erasure on request, «Кому пора на удаление», protocols."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from schools.consents.forms import EraseForm
from schools.consents.models import Erasure
from schools.consents.queries import due_for_erasure, erasure, erasures, retention_rules
from schools.consents.services.erase import erase_person, erased_name
from schools.consents.sheets import school_said
from schools.consents.views.finding import as_file, person_of
from tenants import clock
from tenants.access import SchoolRequest, curator_reads, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted, date_numeric, date_words
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in
from tenants.paper.sheet import FIELD, HEADING, ITEM, TEXT, Bundle, Line, Sheet, Signature

STAYS = "Числа прежних отчётов остались: в них нет имён."


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def erase(request: SchoolRequest, year: SchoolYear, person_id: int) -> HttpResponse:
    """A question with a typed word, then the erasure."""
    found = person_of(person_id)
    form = EraseForm(typed_in(request), initial={"ground": request.GET.get("osnovanie", "")[:300]})
    if request.method == "POST" and form.is_valid():
        try:
            number = erase_person(
                person_id,
                ground=form.cleaned_data["ground"],
                actor_id=request.user.pk,
                actor_name=request.user.short_name,
                at=clock.now(),
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Данные удалены, протокол составлен.")
            return redirect("consents:erasure", year, number)
    context = {
        "title": f"Удалить данные: {found.full_name}?",
        "text": f"Это нельзя отменить. Вместо имени останется «{erased_name(found.pk)}».",
        "facts": [
            {"name": "Уйдут", "value": "имя, карточки, запросы, согласия, ссылки, сканы, имя в журнале"},
            {"name": "Останутся", "value": "числа прежних отчётов, номера и даты приказов"},
        ],
        "action": "Удалить данные навсегда",
        "back_href": reverse("consents:person", args=[year, person_id]),
        "back": "Оставить",
        "danger": True,
        "form": form,
    }
    return render(request, "confirm.html", context, status=422 if form.errors else 200)


@require_safe
@curator_reads
def due(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Whose term of retention is over, and the protocols."""
    today = clock.today()
    found = due_for_erasure(today)
    terms = [
        f"{one['title'].capitalize()}: {counted(one['years'], 'год', 'года', 'лет')}, считая от: {one['since']}."
        for one in retention_rules()["terms"].values()
    ]
    people = counted(len(found), "человека", "человек", "человек")
    context = {
        "year": year,
        "due": found,
        "terms": terms,
        "protocols": erasures(),
        "conclusion": f"Срок хранения вышел у {people}." if found else "Срок хранения пока ни у кого не вышел.",
    }
    return render(request, "consents/due.html", context)


@require_safe
@curator_reads
def protocol(request: SchoolRequest, year: SchoolYear, erasure_id: int) -> HttpResponse:
    """What was erased, when, on what ground, by whom."""
    row = _found(erasure_id)
    context = {"year": year, "row": row, "facts": _facts(row), "stays": STAYS}
    return render(request, "consents/protocol.html", context)


@require_safe
@curator_reads
def protocol_docx(request: SchoolRequest, year: SchoolYear, erasure_id: int) -> HttpResponse:  # noqa: ARG001 -- the year is the address's
    """The protocol to be signed and filed."""
    row, school = _found(erasure_id), school_said()
    lines = [Line(FIELD, str(fact["value"]), fact["name"]) for fact in _facts(row)[:4]]
    gone = [Line(ITEM, f"{fact['name']}: {fact['value']}") for fact in _facts(row)[4:]]
    sheet = Sheet(
        title=f"Протокол № {row.pk} об удалении персональных данных",
        head=(str(school.values["school.name_full"]),),
        pieces=(*lines, Line(HEADING, "Что удалено"), *gone, Line(TEXT, STAYS)),
        signatures=(Signature("Удалил", row.actor_name), Signature("Директор", "")),
    )
    bundle = Bundle(sheet.title, school.short_name, row.erased_at.date(), (sheet,))
    return as_file(bundle, "docx", f"protokol-{row.pk}")


def _found(erasure_id: int) -> Erasure:
    row = erasure(erasure_id)
    if row is None:
        raise Http404
    return row


def _facts(row: Erasure) -> list[dict[str, Any]]:
    return [
        {"name": "Чьи данные", "value": f"человек № {row.person_number}"},
        {"name": "Когда", "value": date_words(row.erased_at.date())},
        {"name": "Основание", "value": row.ground},
        {"name": "Кто удалил", "value": row.actor_name},
        {"name": "фамилия, имя, отчество", "value": f"удалены {date_numeric(row.erased_at.date())}"},
        *({"name": name, "value": count} for name, count in row.erased.items()),
    ]
