"""Proposing a pair: the form of mentoring first, then the people it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from municipal.indicators.formats import Format
from schools.pairs.domain.suiting import formats_for
from schools.pairs.forms import ProposeForm
from schools.pairs.presenters.choices import mentee_choices, mentor_choices
from schools.pairs.queries import Loaded, mentors_with_load, programmes_on, waiting_mentees
from schools.pairs.services.form_pair import propose_pair
from schools.pairs.views.finding import UNPROCESSABLE
from schools.people.models import MenteeCard
from schools.people.queries import mentees_on
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear


@dataclass(frozen=True, slots=True)
class Pools:
    """Both pools of today, and whom the address names of each: «?kto=» a mentor, «?komu=» a mentee."""

    mentors: list[Loaded]
    mentees: list[MenteeCard]
    mentor_id: int | None
    mentee_id: int | None

    def formats(self, organisation: str) -> list[Format]:
        """Forms that suit whoever is named."""
        mentor_kind = next((one.card.person.kind for one in self.mentors if one.card.pk == self.mentor_id), "")
        mentee_kind = next((one.person.kind for one in self.mentees if one.pk == self.mentee_id), "")
        return formats_for(organisation, mentor_kind=mentor_kind, mentee_kind=mentee_kind)

    def choice(self, form: Format) -> dict[str, Any]:
        """A form to choose: its address with the same people named, and how many of each pool it suits."""
        named = {"kto": self.mentor_id, "komu": self.mentee_id}
        return {
            "form": form,
            "href": f"?{urlencode({'forma': form.code, **{name: pk for name, pk in named.items() if pk}})}",
            "mentors": sum(one.card.person.kind in form.mentor_kinds for one in self.mentors),
            "mentees": sum(one.person.kind in form.mentee_kinds for one in self.mentees),
        }


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def propose(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """A new pair; «?forma=» is the form of mentoring, without it the curator chooses one first."""
    today = clock.today()
    pools = Pools(mentors_with_load(today), list(mentees_on(today)), _number(request, "kto"), _number(request, "komu"))
    formats = pools.formats(request.host_school.kind)
    wanted = request.GET.get("forma", "")
    chosen = next((one for one in formats if one.code == wanted or len(formats) == 1), None)
    if chosen is None:
        choices = [pools.choice(one) for one in formats]
        ready = [one for one in choices if one["mentors"] and one["mentees"]]
        others = [one for one in choices if one not in ready]
        shown = {"year": year, "choices": choices, "ready": ready, "others": others}
        return render(request, "pairs/choose_format.html", shown)
    return _people(request, year, chosen, pools)


def _number(request: SchoolRequest, name: str) -> int | None:
    said = request.GET.get(name, "")
    return int(said) if said.isdecimal() else None


def _people(request: SchoolRequest, year: SchoolYear, chosen: Format, pools: Pools) -> HttpResponse:
    today = clock.today()
    mentors = mentor_choices(pools.mentors, chosen)
    mentees = mentee_choices(pools.mentees, waiting_mentees(today), chosen)
    form = ProposeForm(
        request.POST or None,
        form=chosen,
        mentors=mentors,
        mentees=mentees,
        programmes=[(one.pk, one.title) for one in programmes_on(today) if one.mentoring_format == chosen.code],
        initial={"mentors": [pools.mentor_id], "mentees": [pools.mentee_id], "kind": "traditional"},
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = propose_pair(form.wanted(), on=today, actor_id=request.user.pk, at=clock.now())
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Пара предложена. Когда будет приказ, закрепите её.")
            return redirect("pairs:pair", year, made)
    shown = {"year": year, "form": form, "chosen": chosen, "mentors": mentors, "mentees": mentees}
    return render(request, "pairs/propose.html", shown, status=UNPROCESSABLE if form.errors else 200)
