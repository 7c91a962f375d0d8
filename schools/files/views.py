"""Giving a file out: to the people of its school, to be saved and never shown in place (security.md T8)."""

from __future__ import annotations

import logging
from typing import cast

from django.http import FileResponse, Http404, HttpResponse
from django.views.decorators.http import require_safe

from schools.files.disk import open_bytes
from schools.files.models import Purpose
from schools.files.queries import stored_file
from tenants.access import SchoolRequest, school_required
from tenants.domain.roles import Role
from tenants.domain.school_year import SchoolYear

log = logging.getLogger("tropa.files")


@require_safe
@school_required
def download(request: SchoolRequest, year: SchoolYear, file_id: int) -> HttpResponse:  # noqa: ARG001 -- the year is the address's
    """The bytes as an attachment. Consents open to the curator alone, for others they are not there."""
    row = stored_file(file_id)
    if row is None or (row.purpose == Purpose.CONSENT and request.place.role != Role.CURATOR):
        raise Http404
    stream = open_bytes(row.key)
    if stream is None:
        log.error("the bytes of file %s are not on the disk", row.pk)
        raise Http404
    answer = FileResponse(stream, as_attachment=True, filename=row.save_name, content_type=row.media_type)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return cast(HttpResponse, answer)  # the frame's types know no answer that comes in pieces
