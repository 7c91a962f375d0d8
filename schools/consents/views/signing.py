"""The public page of a personal link: the very text, who signs, «Даю согласие» or «Не даю». No signing in."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from schools.consents.domain.refusals import AnswerIncomplete, LinkClosed
from schools.consents.forms import AnswerForm
from schools.consents.models import ConsentRequest
from schools.consents.services.answer import answer_request, open_request
from tenants import clock
from tenants.accounts.services.throttle import GUESSING, WRONG_LINKS, TooManyTries, count_try, refuse_guessers
from tenants.paper.sheet import Grid, from_document

AGREE, REFUSE = "dayu", "ne-dayu"


@login_not_required
@never_cache
@sensitive_post_parameters()
@sensitive_variables("token")
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, token: str) -> HttpResponse:
    """Shows the text that was fixed with the link and takes the answer once."""
    if getattr(request, "host_school", None) is None:
        raise Http404
    at, address = clock.now(), request.META.get("REMOTE_ADDR", "")
    try:
        refuse_guessers(kind="wrong-link", value=address, most=WRONG_LINKS, within=GUESSING, at=at)
        answer = _answered(request, token)
    except LinkClosed as refusal:
        count_try(kind="wrong-link", value=address, at=at)
        answer = render(request, "consents/link_closed.html", {"refusal": refusal}, status=410)
    except TooManyTries as refusal:
        answer = render(request, "consents/link_closed.html", {"refusal": refusal}, status=429)
    answer.headers["Referrer-Policy"] = "no-referrer"  # the address is the key
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _answered(request: HttpRequest, token: str) -> HttpResponse:
    found = open_request(token, today=clock.today())
    answered = request.method == "POST"
    form = AnswerForm(request.POST if answered else None, child_signs=found.child_signs)
    said = request.POST.get("otvet", "")
    if answered and said not in {AGREE, REFUSE}:
        form.add_error(None, "Ответ не записан: не видно, согласны ли вы. Нажмите одну из двух кнопок.")
    if said == REFUSE and "child_name" in form.errors:
        del form.errors["child_name"]
    if answered and form.is_valid():
        try:
            answer_request(
                token,
                agrees=said == AGREE,
                signer_name=form.cleaned_data["signer_name"],
                child_name=form.cleaned_data.get("child_name", ""),
                answers=_answers(request, found),
                today=clock.today(),
                at=clock.now(),
            )
        except AnswerIncomplete as refusal:
            form.add_error(None, str(refusal))
        else:
            return render(request, "consents/signed.html", {"agreed": said == AGREE, "request_": found})
    context = {
        "asked": found,
        "sheet": from_document(found.text),
        "pieces": _pieces(request, found),
        "form": form,
    }
    return render(request, "consents/sign.html", context, status=422 if form.errors else 200)


def _pieces(request: HttpRequest, found: ConsentRequest) -> list[dict[str, object]]:
    """Pieces of the sheet; a table becomes questions, one a row."""
    shown: list[dict[str, object]] = []
    for piece in from_document(found.text).pieces:
        if not isinstance(piece, Grid):
            shown.append({"line": piece})
            continue
        questions = [
            {"name": name, "words": ", ".join(filter(None, row)), "said": request.POST.get(name, "")}
            for name, row in _questions(piece)
            if any(row)
        ]
        shown.append({"grid": piece, "questions": questions})
    return shown


def _questions(grid: Grid) -> list[tuple[str, tuple[str, ...]]]:
    return [(f"{grid.code}-{number}", row) for number, row in enumerate(grid.rows)]


def _answers(request: HttpRequest, found: ConsentRequest) -> dict[str, bool]:
    """«Да» only where it was said: silence is a refusal."""
    grids = [piece for piece in from_document(found.text).pieces if isinstance(piece, Grid)]
    return {name: request.POST.get(name) == "da" for grid in grids for name, row in _questions(grid) if any(row)}
