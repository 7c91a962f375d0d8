"""Pages of publications: the curator's list, a new one, whether links open."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from schools.publications import presenters
from schools.publications.forms import PublicationForm
from schools.publications.models import Channel, Publication
from schools.publications.queries import counts_between, publication, publications_between, year_results
from schools.publications.services.publish import correct_publication, mark_link, publish
from tenants import clock
from tenants.access import SchoolRequest, curator_reads, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear
from tenants.form_fields import typed_in
from tenants.year_guard import year_is_open

PAGE = 50
OPENS = {"da": True, "net": False}


@require_safe
@curator_reads
def publication_list(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Publications of the year by place, with the state of their links."""
    chosen = request.GET.get("gde", "")
    rows = publications_between(year.starts_on, year.ends_on)
    if chosen in Channel.values:
        rows = rows.filter(channel=chosen)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    counts = counts_between(year.starts_on, year.ends_on)
    context = {
        "year": year,
        "may_change": year_is_open(year),
        "conclusion": presenters.conclusion(counts, year, over=year < request.place.year),
        "chips": presenters.chips(counts, chosen) if counts.total else [],
        "duty": presenters.duty(year_results(*presenters.duty_period(year)), year, clock.today()),
        "lines": presenters.lines(page),
        "page": page,
    }
    return render(request, "publications/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def new_publication(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """A new publication; it goes to the list of the school year of its date."""
    today = clock.today()
    initial = {"published_on": today, "is_year_results": "itogi" in request.GET}
    form = PublicationForm(typed_in(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            publish(form.wanted(), today=today, actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(request, form, "Публикация добавлена")
    return _form_page(request, year, form)


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def edit_publication(request: SchoolRequest, year: SchoolYear, publication_id: int) -> HttpResponse:
    """Mend an entry."""
    row = _found(publication_id)
    form = PublicationForm(typed_in(request), initial=PublicationForm.initial_of(row))
    if request.method == "POST" and form.is_valid():
        try:
            correct_publication(row.pk, form.wanted(), today=clock.today(), actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(request, form, "Публикация исправлена")
    return _form_page(request, year, form, row)


@require_POST
@curator_required
def mark_checked(request: SchoolRequest, year: SchoolYear, publication_id: int) -> HttpResponse:
    """The curator looked: the page opens (field «otkryvaetsya» = da) or does not (net)."""
    row = _found(publication_id)
    works = OPENS.get(request.POST.get("otkryvaetsya", ""))
    if works is None:
        messages.error(request, "Отметка не сохранена: непонятно, открывается ли ссылка. Нажмите одну из двух кнопок.")
        return redirect("publications:list", year)
    mark_link(row.pk, works=works, today=clock.today(), actor_id=request.user.pk, at=clock.now())
    if works:
        messages.success(request, "Отмечено: ссылка открывается.")
    else:
        messages.warning(
            request, "Отмечено: ссылка не открывается. В мониторинг она не войдёт, пока вы её не исправите."
        )
    return redirect("publications:list", year)


def _found(publication_id: int) -> Publication:
    row = publication(publication_id)
    if row is None:
        raise Http404
    return row


def _saved(request: SchoolRequest, form: PublicationForm, what: str) -> HttpResponse:
    year = SchoolYear.of(form.cleaned_data["published_on"])
    messages.success(request, f"{what}. Она в списке {year.title} учебного года.")
    return redirect("publications:list", year)


def _form_page(
    request: SchoolRequest, year: SchoolYear, form: PublicationForm, row: Publication | None = None
) -> HttpResponse:
    context = {"year": year, "form": form, "row": row}
    return render(request, "publications/form.html", context, status=422 if form.errors else 200)
