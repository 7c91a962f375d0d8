"""Forms for many people as one file, personal links, single sheets."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from schools.consents.domain.form_texts import FormText, acts, form_texts
from schools.consents.forms import LinkForm, PrintForm
from schools.consents.presenters.register import TITLES
from schools.consents.queries import labour_terms, people_by_id
from schools.consents.services.ask import hand_out_forms, send_links
from schools.consents.sheets import (
    consent_sheet,
    doubtful_of,
    form_for,
    plain_sheet,
    school_said,
    usual_term,
    worker_values,
)
from schools.consents.views.finding import MEDIA, as_file, chosen_people, person_of
from schools.people.models import Person
from tenants import clock
from tenants.access import SchoolRequest, curator_required
from tenants.domain.errors import Refusal
from tenants.domain.russian import counted, date_numeric
from tenants.domain.school_year import SchoolYear
from tenants.paper.sheet import Bundle
from tenants.queries import address_for_letters

SINGLE = ("worker_consent_351_8", "agreement_351_8", "consent_withdrawal", "memo_mentor", "memo_mentee")


@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def forms(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """«Бланки для 12 человек»: which forms, what to look at before printing, one file, each form from a new page."""
    people, today = people_by_id(chosen_people(request)), clock.today()
    if not people:
        messages.error(request, "Бланки не напечатаны: никто не отмечен. Отметьте людей в списке.")
        return redirect("consents:list", year)
    asked = "vid" in request.POST
    form = PrintForm(
        request.POST if asked else None, initial={"cel": request.GET.getlist("cel") or ["processing"], "vid": "pdf"}
    )
    school, until = school_said(), usual_term(today)
    if asked and form.is_valid():
        purposes = form.cleaned_data["cel"]
        filled = [
            consent_sheet(person, purpose, school=school, on=today, until=until)
            for person in people
            for purpose in purposes
        ]
        hand_out_forms([person.pk for person in people], purposes, on=today, actor_id=request.user.pk, at=clock.now())
        bundle = Bundle("Бланки согласий", school.short_name, today, tuple(one.sheet for one in filled))
        return as_file(bundle, form.cleaned_data["vid"], "blanki-soglasij")
    first = consent_sheet(people[0], "processing", school=school, on=today, until=until)
    all_texts = (form_for(person, purpose, today) for person in people for purpose in TITLES)
    texts = {text.code: text for text in all_texts}
    context = {
        "year": year,
        "people": people,
        "title": f"Бланки: {counted(len(people), 'человек', 'человека', 'человек')}",
        "form": form,
        "until": until,
        "doubtful": doubtful_of([first]),
        "texts": [_about(text) for text in texts.values()],
    }
    return render(request, "consents/forms.html", context, status=422 if asked else 200)


def _about(text: FormText) -> dict[str, object]:
    basis = [acts()[code] for code in text.legal_basis if code in acts()]
    return {"title": text.title, "warnings": text.warnings, "lawyer": text.lawyer_reason, "basis": basis}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@curator_required
def links(request: SchoolRequest, year: SchoolYear) -> HttpResponse:
    """Personal links: shown once, because only their digests are kept."""
    people = people_by_id(chosen_people(request))
    if not people:
        messages.error(request, "Ссылки не созданы: никто не отмечен. Отметьте людей в списке.")
        return redirect("consents:list", year)
    asked = "sdelat" in request.POST
    form = LinkForm(request.POST if asked else None, initial={"cel": request.GET.get("cel") or "processing"})
    context = {"year": year, "people": people, "form": form, "links": []}
    if asked and form.is_valid():
        try:
            sent = send_links(
                [person.pk for person in people],
                form.cleaned_data["cel"],
                on=clock.today(),
                actor_id=request.user.pk,
                at=clock.now(),
            )
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            base = address_for_letters("/s/")
            context["links"] = [{"said": one, "href": f"{base}{one.token}/"} for one in sent]
            context["purpose"] = TITLES[form.cleaned_data["cel"]]
    return render(request, "consents/links.html", context, status=422 if form.errors else 200)


@require_safe
@curator_required
def sheet(
    request: SchoolRequest,  # noqa: ARG001 -- what is printed depends on the address alone
    year: SchoolYear,  # noqa: ARG001 -- the same
    person_id: int,
    code: str,
    kind: str,
) -> HttpResponse:
    """One sheet for one person: labour papers, an application of withdrawal, a memo."""
    found = person_of(person_id)
    if code not in SINGLE or kind not in MEDIA:
        raise Http404
    school, today = school_said(), clock.today()
    filled = plain_sheet(code, _values(found), school=school)
    bundle = Bundle(form_texts()[code].title, school.short_name, today, (filled.sheet,))
    return as_file(bundle, kind, code.replace("_", "-"))


def _values(found: Person) -> dict[str, str | bool]:
    said: dict[str, str | bool] = {"mentee.is_pupil": found.kind == "pupil"}
    terms = labour_terms(found.pk)
    if terms and not terms[0].ended_by:
        term = terms[0]
        said |= {
            "work.content": term.content,
            "start": date_numeric(term.starts_on),
            "end": date_numeric(term.ends_on) if term.ends_on else "",
            "payment.terms": term.payment,
            "payment.amount": term.payment,
            "worker_consent.date": date_numeric(term.consent_on),
            "agreement.number": term.agreement_number,
            "agreement.date": date_numeric(term.agreement_on) if term.agreement_on else "",
        }
    return worker_values(found, said)
