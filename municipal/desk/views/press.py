"""Publications of the district: register, norm, counts."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from municipal.desk.forms import PublicationForm
from municipal.desk.presenters.press_page import press_page
from municipal.desk.queries import school_names
from municipal.desk.views.finding import may_change
from municipal.press.queries import own_publications, publications_norm
from municipal.press.services.add_publication import add_publication
from municipal.press.services.remove_publication import remove_publication
from municipal.submissions.queries import school_publications, schools_reported
from tenants import clock
from tenants.access import PlacedRequest, methodist_required, municipality_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear


@require_http_methods(["GET", "HEAD"])
@municipality_required
def publication_list(request: PlacedRequest, year: SchoolYear) -> HttpResponse:
    """What came out this year and what is wanting."""
    return _page(request, year, PublicationForm())


@require_POST
@methodist_required
def add(request: PlacedRequest, year: SchoolYear) -> HttpResponse:
    """Add a publication of the municipality."""
    form = PublicationForm(request.POST)
    if form.is_valid():
        try:
            add_publication(
                municipality_id=request.place.id,
                title=form.cleaned_data["title"],
                url=form.cleaned_data["url"],
                resource=form.cleaned_data["resource"],
                published_on=form.cleaned_data["published_on"],
                today=clock.today(),
                at=clock.now(),
                actor_id=request.user.pk,
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Публикация добавлена.")
            return redirect("press:list", SchoolYear.of(form.cleaned_data["published_on"]))
    return _page(request, year, form)


@require_POST
@methodist_required
def remove(request: PlacedRequest, year: SchoolYear, publication_id: int) -> HttpResponse:
    """Take a publication out of the register."""
    if remove_publication(publication_id=publication_id, at=clock.now(), actor_id=request.user.pk):
        messages.success(request, "Публикация убрана из списка.")
    return redirect("press:list", year)


def _page(request: PlacedRequest, year: SchoolYear, form: PublicationForm) -> HttpResponse:
    norm = publications_norm(request.place.id)
    page = press_page(
        own_publications(year),
        school_publications(year),
        school_names(),
        schools_reported(year),
        norm=norm,
        year=year,
        today=clock.today(),
    )
    context = {"year": year, "page": page, "norm": norm, "form": form, "may_change": may_change(request, year)}
    return render(request, "desk/press.html", context, status=422 if form.errors else 200)
