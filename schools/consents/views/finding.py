"""What the addresses of the room name, or «no such page»."""

from __future__ import annotations

from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse

from schools.consents.queries import person_papers
from schools.people.models import ConsentPurpose, Person
from tenants.paper.docx import render_docx
from tenants.paper.pdf import render_pdf
from tenants.paper.sheet import Bundle

MOST_DIGITS = 18
MOST_PEOPLE = 300  # one file of forms; more are printed class by class
MEDIA = {
    "pdf": ("application/pdf", render_pdf),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", render_docx),
}


def person_of(person_id: int) -> Person:
    """The person with papers; Http404 where this school has none such."""
    found = person_papers(person_id)
    if found is None:
        raise Http404
    return found


def purpose_of(code: str) -> ConsentPurpose:
    """A purpose by its code; Http404 otherwise."""
    if code not in ConsentPurpose.values:
        raise Http404
    return ConsentPurpose(code)


def chosen_people(request: HttpRequest) -> list[int]:
    """Ids of the people marked in a list, or named by the address."""
    typed: Sequence[str] = request.POST.getlist("kto") or request.GET.getlist("kto")
    ids = [int(value) for value in typed if value.isascii() and value.isdigit() and len(value) <= MOST_DIGITS]
    return list(dict.fromkeys(ids))[:MOST_PEOPLE]


def as_file(bundle: Bundle, kind: str, name: str) -> HttpResponse:
    """The bundle as an attachment of ``kind`` (pdf or docx), never cached."""
    media, render = MEDIA[kind]
    answer = HttpResponse(render(bundle), content_type=media)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
