"""Acts over everybody chosen: a page with the names first, then the act, then a way back."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from schools.people.domain.filters import Filter
from schools.people.domain.many import Act
from schools.people.forms.lists import PRINT, FromDayForm, ManyForm
from schools.people.presenters.many import many_page
from schools.people.queries import Register, people_list
from schools.people.queries.bulk import bulk_act, last_undoable
from schools.people.services.many import Wanted, do_to_all, prospect, undo
from schools.people.views.finding import day_of
from schools.people.views.returning import PAGES
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted
from tenants.domain.school_year import SchoolYear

MOST = 3000  # more people than any school has
MOST_PRINTED = 200


@require_POST
@curator_required
def many(request: SchoolRequest, year: SchoolYear, page: str) -> HttpResponse:
    """Ask with the names; with the answer, do it."""
    if page not in PAGES:
        raise Http404
    chosen, register = Filter.read(request.POST.dict()), Register(page)
    form, back = ManyForm(request.POST, prefix="m"), _list_href(year, page, chosen)
    ids = _chosen_ids(request, year, register, chosen)
    if not form.is_valid() or not ids:
        said = "Никто не отмечен. Отметьте людей в списке." if not ids else _first_fault(form)
        messages.error(request, f"Ничего не изменено. {said}")
        return redirect(back)
    if form.cleaned_data["act"] == PRINT:
        return _to_print(request, year, ids, back)
    confirmed = "seen" in request.POST
    day = FromDayForm(
        request.POST if confirmed else None, initial={"on": _usual_day(year, form.cleaned_data["act"])},
        today=clock.today(),
    )  # fmt: skip
    act, topic = Act(form.cleaned_data["act"]), form.cleaned_data["topic"]
    on = day.cleaned_data["on"] if confirmed and day.is_valid() else clock.today()
    wanted, refusal = Wanted(act, ids, on, topic, register), None
    if confirmed and day.is_valid():
        try:
            made = do_to_all(wanted, seen=request.POST["seen"], actor_id=request.user.pk, at=clock.now())
        except Refusal as fault:
            refusal = fault
        else:
            return _done(request, made, back)
    context = {
        "year": year,
        "page_code": page,
        "page": many_page(prospect(wanted), act, topic, clock.today()),
        "ids": ids if "vse" not in request.POST else [],
        "everybody": "vse" in request.POST,
        "chosen": chosen,
        "act": act,
        "topic": topic,
        "day": day,
        "asks_day": act is not Act.TOPIC,
        "today": clock.today(),
        "refusal": refusal,
        "back": back,
    }
    return render(request, "people/many.html", context, status=422 if refusal or (confirmed and day.errors) else 200)


def _to_print(request: SchoolRequest, year: SchoolYear, ids: list[int], back: str) -> HttpResponse:
    """The room of consents prints forms of those named in its address, which has an end."""
    if len(ids) > MOST_PRINTED:
        messages.error(request, f"Бланки не напечатаны: выбрано {len(ids)}, за раз можно {MOST_PRINTED}. Сузьте отбор.")
        return redirect(back)
    return redirect(f"{reverse('consents:forms', args=[year])}?{urlencode({'kto': ids}, doseq=True)}")


def _usual_day(year: SchoolYear, act: str) -> object:
    """A class changes on 1 September, where that day has come; the rest today."""
    today = clock.today()
    return min(today, year.starts_on) if act == Act.CLASS_UP and today >= year.starts_on else today


def _chosen_ids(request: SchoolRequest, year: SchoolYear, register: Register, chosen: Filter) -> list[int]:
    if "vse" in request.POST:
        return list(people_list(day_of(year), register, chosen=chosen).values_list("pk", flat=True)[:MOST])
    return [int(one) for one in request.POST.getlist("chelovek")[:MOST] if one.isdigit()]


def _first_fault(form: ManyForm) -> str:
    faults: Sequence[str] = [str(fault) for found in form.errors.values() for fault in found]
    return faults[0]


def _list_href(year: SchoolYear, page: str, chosen: Filter) -> str:
    return reverse(PAGES[page][0], args=[year]) + (f"?{chosen.query}" if chosen.query else "")


def _done(request: SchoolRequest, act_id: int, back: str) -> HttpResponse:
    done = bulk_act(act_id)
    messages.success(request, f"{done.said if done else 'Готово.'} Если это ошибка, отмените ниже, под списком.")
    return redirect(back)


@require_POST
@curator_required
def undo_last(request: SchoolRequest, year: SchoolYear, act_id: int) -> HttpResponse:
    """Put back what this person's last act over many changed."""
    last = last_undoable(request.user.pk)
    if last is None or last.pk != act_id:
        raise Http404
    back, left = undo(act_id, actor_id=request.user.pk, at=clock.now())
    said = f"Отменено: {counted(back, 'запись', 'записи', 'записей')} снова как прежде."
    if left:
        said += f" Не тронуто: {left}, их после этого изменили."
    messages.success(request, said)
    return redirect("people:mentees", year)
