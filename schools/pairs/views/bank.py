"""The district's bank of programmes as a school sees it: read, take a copy, show one's own, take it back."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from municipal.bank.intake import bank_text, bank_texts
from municipal.indicators.formats import load_formats
from schools.pairs.models import Programme
from schools.pairs.queries import programme_by_id
from schools.pairs.services.share_programme import share_programme, take_copy, unshare_programme
from schools.pairs.views.finding import may_change
from tenants import clock
from tenants.access import SchoolRequest, curator_required, everyone_of_school
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear


@require_safe
@everyone_of_school
def texts(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Programmes of the schools of the municipality, of all forms or of one."""
    formats, asked = load_formats(), request.GET.get("forma", "")
    found = bank_texts()
    chips = [{"href": "?", "words": "Все", "count": len(found), "current": not asked}]
    for code in dict.fromkeys(one.mentoring_format for one in found):
        count = sum(one.mentoring_format == code for one in found)
        chips.append({"href": f"?forma={code}", "words": formats.title(code), "count": count, "current": asked == code})
    context = {
        "year": year,
        "rows": [
            {"text": one, "form": formats.title(one.mentoring_format), "own": one.school_id == request.host_school.id}
            for one in found
            if asked in ("", one.mentoring_format)
        ],
        "chips": chips,
        "conclusion": _conclusion(len(found)),
    }
    return render(request, "pairs/bank.html", context)


def _conclusion(count: int) -> str:
    if not count:
        return "Банк пока пуст. Покажите округу свою программу: другим школам пригодится."
    return f"{counted(count, 'программа', 'программы', 'программ')} школ округа. Возьмите копию и поправьте под себя."


@require_safe
@everyone_of_school
def text(request: SchoolRequest, year: SchoolYear, text_id: int) -> HttpResponse:
    """One text of the bank."""
    found = bank_text(text_id)
    if found is None:
        raise Http404
    context = {
        "year": year,
        "text": found,
        "form": load_formats().title(found.mentoring_format),
        "own": found.school_id == request.host_school.id,
        "may_take": may_change(request, year),
    }
    return render(request, "pairs/bank_text.html", context)


@require_POST
@curator_required
def take(request: SchoolRequest, year: SchoolYear, text_id: int) -> HttpResponse:
    """A copy becomes the school's own programme."""
    found = bank_text(text_id)
    if found is None:
        raise Http404
    made = take_copy(found, today=clock.today(), actor_id=request.user.pk, at=clock.now())
    messages.success(request, "Копия взята. Поправьте её под свою школу: образец в банке не изменится.")
    return redirect("pairs:programme", year, made)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def share(request: SchoolRequest, year: SchoolYear, programme_id: int) -> HttpResponse:
    """What exactly the district will see, and the press that shows it."""
    row = _own(programme_id)
    school, refusal = request.host_school, None
    if request.method == "POST":
        try:
            share_programme(
                programme_id,
                school_id=school.id,
                school_name=school.short_name,
                municipality_id=school.municipality_id,
                actor_id=request.user.pk,
                at=clock.now(),
            )
        except Refusal as fault:
            refusal = fault
        else:
            messages.success(request, f"«{row.title}»: программу видят школы округа и методист.")
            return redirect("pairs:bank", year)
    context = {
        "title": f"Показать программу школам округа: «{row.title}»?",
        "text": "Её прочтут кураторы школ округа и методист, каждая школа сможет взять копию. "
        "Уйдёт только текст: название, форма, назначение и этапы. Людей в нём быть не должно.",
        "facts": _facts(row),
        "refusal": refusal,
        "action": "Показать округу",
        "back_href": reverse("pairs:programme", args=[year, programme_id]),
    }
    return render(request, "confirm.html", context, status=200 if refusal is None else 422)


@require_POST
@curator_required
def unshare(request: SchoolRequest, year: SchoolYear, programme_id: int) -> HttpResponse:
    """Take the text out of the bank."""
    row = _own(programme_id)
    try:
        unshare_programme(programme_id, actor_id=request.user.pk, at=clock.now())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"«{row.title}»: из банка округа убрана. У кого есть копия, у тех она останется.")
    return redirect("pairs:programmes", year)


def _own(programme_id: int) -> Programme:
    row = programme_by_id(programme_id)
    if row is None:
        raise Http404
    return row


def _facts(row: Programme) -> list[dict[str, str]]:
    facts = [{"name": "Форма", "value": load_formats().title(row.mentoring_format)}]
    if row.purpose:
        facts.append({"name": "Для чего", "value": row.purpose})
    for number, stage in enumerate(row.stages, 1):
        hours = counted(stage["hours"], "час", "часа", "часов") if stage.get("hours") else ""
        said = "; ".join(filter(None, [stage["title"], hours, stage.get("term"), stage.get("result")]))
        facts.append({"name": f"Этап {number}", "value": said})
    return facts
