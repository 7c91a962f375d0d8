"""Where one figure comes from: schools, with the numbers that add up to it."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from municipal.notes.presenters.glosses import gloss, is_explained
from municipal.notes.presenters.sources_page import source_tables
from municipal.notes.queries import field_titles, school_names
from municipal.notes.views.finding import block_of, note_of
from tenants.access import PlacedRequest, municipality_required
from tenants.domain.school_year import SchoolYear


@require_safe
@municipality_required
def sources(request: PlacedRequest, year: SchoolYear, note_id: int, block_id: int) -> HttpResponse:
    """The figure of a paragraph (its key in the query's «chislo»): tables by monitoring and school."""
    found = note_of(year, note_id)
    block = block_of(found, block_id)
    values = found.note.values_of(block)
    key = request.GET.get("chislo", "")
    figure = next((one for one in block.composed.figures if one.key == key), None)
    if figure is None or not is_explained(figure, values):
        raise Http404
    value = values[key]
    names = school_names({one.school_id for one in value.sources if one.school_id is not None})
    titles = field_titles(found.campaign.edition)
    context = {
        "year": year,
        "note": found.note,
        "campaign": found.campaign,
        "stored": block,
        "gloss": gloss("", figure, values),
        "tables": source_tables(value, found.campaign, names, titles),
    }
    return render(request, "notes/_sources.html" if request.htmx else "notes/sources.html", context)
