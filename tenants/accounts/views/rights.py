"""«Кто что видит»: the signed-in person's rights in sentences, and what is seen above a school."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from tenants.access import PlacedRequest
from tenants.accounts.formats import format_titles
from tenants.accounts.rights import sections, seen_above


@require_safe
def who_sees_what(request: PlacedRequest) -> HttpResponse:
    """The page; everything on it is read from the tables that govern access."""
    place = request.place
    if place is None:
        return redirect("home")
    rows = [
        {"title": one.title, "sign": one.sign_for(place.role), "words": one.words_for(place.role), "people": one.people}
        for one in sections("school" if place.level == "school" else "district")
    ]
    context = {
        "rows": rows,
        "municipality": seen_above("m"),
        "region": seen_above("r"),
        "form": format_titles().get(place.mentoring_format, ""),
        "keeps": place.keeps_the_door,
        "word": place.word,
    }
    return render(request, "accounts/who_sees_what.html", context)
