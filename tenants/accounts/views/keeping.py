"""Who lets people into a school: its curators and its principal, not a deputy and not who stands in for a time."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from tenants.access import SchoolRequest, View, school_required

KEEPER = "Приглашают в школу и закрывают роли постоянный куратор и директор."


def door_keeper_required(view: View) -> View:
    """Lets in whoever ``Place.keeps_the_door``."""

    @wraps(view)
    def guarded(request: SchoolRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.place.keeps_the_door:
            return render(request, "errors/not_yours.html", {"keeper": KEEPER}, status=403)
        return view(request, *args, **kwargs)

    return school_required(guarded)
