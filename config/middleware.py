"""What people type reaches the pages without signs that neither the database nor a document can hold.

NUL, other control characters and halves of surrogate pairs come with text pasted from other programs, or from somebody
who tries the doors. They are dropped from every form, search and cookie in one place, so no page has to think of them;
an address with such a sign names nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from django.http import Http404, HttpRequest, HttpResponse, QueryDict, UnreadablePostError

from tenants.domain.plain_text import is_plain, plain

GetResponse = Callable[[HttpRequest], HttpResponse]


class PlainTextMiddleware:
    """Stands right after the host is known: everything further in sees clean text only."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer with clean fields; «no such page» to an address that cannot be one.

        Refusals of Django about the body itself (too large, too many fields, torn) stay what they are.
        """
        if not is_plain(request.path_info):
            raise Http404
        request.GET = _clean(request.GET)  # type: ignore[assignment]  # an immutable QueryDict as before
        request.COOKIES = {plain(name): plain(text) for name, text in request.COOKIES.items()}
        if request.method == "POST":
            with suppress(UnreadablePostError):  # the visitor has gone; whoever reads the body next says so
                request.POST = _clean(request.POST)  # type: ignore[assignment]  # see above
        return self.get_response(request)


def _clean(fields: QueryDict) -> QueryDict:
    """The same fields in the same order; the very object where there was nothing to clean."""
    if all(is_plain(name) and all(map(is_plain, texts)) for name, texts in fields.lists()):
        return fields
    found = QueryDict(mutable=True, encoding=fields.encoding)
    for name, texts in fields.lists():
        for text in texts:
            found.appendlist(plain(name), plain(text))
    found._mutable = False
    return found
