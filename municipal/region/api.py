"""The interface for the region's programme: lists of reports, one report, the meaning of indicators."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, cast

from django.db.models import Q
from django.http import Http404
from django.urls import reverse
from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from municipal.indicators.catalogue import load_catalogue
from municipal.indicators.payload import digest
from municipal.region.authentication import RegionClient, TokenAuthentication
from municipal.region.domain.cursor import Cursor
from municipal.region.models import Report
from municipal.region.queries import report_by_id, reports
from municipal.region.serializers import IndicatorList, Problem, ReportDocument, ReportList, ReportsQuery
from tenants import clock
from tenants.current import region_open

PAGE = 50
_REFUSED = {400: Problem, 401: Problem}

Handler = Callable[..., Response]


def under_the_region(handler: Handler) -> Handler:
    """Run a method under the role of the token's region: other regions' rows do not exist for it."""

    @wraps(handler)
    def run(view: APIView, request: Request, *args: Any, **kwargs: Any) -> Response:
        client = cast(RegionClient, request.user)
        with region_open(client.region_id):
            return handler(view, request, *args, **kwargs)

    return run


class BearerScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # registers itself
    """How the description names the token."""

    target_class = TokenAuthentication
    name = "regionToken"

    def get_security_definition(self, auto_schema: Any) -> dict[str, Any]:
        """A bearer token of the form «trp_…»."""
        del auto_schema
        return {"type": "http", "scheme": "bearer", "bearerFormat": "trp_<prefix>_<secret>"}


class ReportsView(APIView):
    """Published revisions of the region's municipalities."""

    @extend_schema(
        operation_id="reports_list",
        parameters=[ReportsQuery],
        responses={200: ReportList, **_REFUSED},
        summary="Переданные отчёты, новые сверху",
    )
    @under_the_region
    def get(self, request: Request) -> Response:
        """A page of at most fifty; superseded revisions stay in the list."""
        query = ReportsQuery(data=request.query_params)
        query.is_valid(raise_exception=True)
        rows = reports(campaign=query.validated_data.get("campaign", ""))
        if text := query.validated_data.get("cursor"):
            last = _cursor(text)
            rows = rows.filter(Q(published_at__lt=last.at) | Q(published_at=last.at, id__lt=last.row))
        found = list(rows[: PAGE + 1])
        page = found[:PAGE]
        following = str(Cursor(page[-1].published_at, page[-1].pk)) if len(found) > PAGE else None
        answer = {
            "items": [_item(row) for row in page],
            "next_cursor": following,
            "server_time": clock.now().isoformat(timespec="seconds"),
        }
        return Response(answer, headers={"Cache-Control": "private, no-store"})


def _cursor(text: str) -> Cursor:
    try:
        return Cursor.parse(text)
    except ValueError as fault:
        raise ValidationError({"cursor": ["Возьмите next_cursor прошлого ответа без изменений."]}) from fault


def _item(row: Report) -> dict[str, Any]:
    group: Mapping[str, Any] = row.payload["group"]
    return {
        "id": row.public_id,
        "campaign": group["campaign"],
        "org_unit": group["org_unit"],
        "status": group["status"],
        "revision": row.revision,
        "supersedes": row.supersedes or None,
        "content_hash": row.content_hash,
        "updated_at": row.published_at.isoformat(timespec="seconds"),
        "href": reverse("region_api:report", args=[row.public_id]),
    }


class ReportView(APIView):
    """One revision."""

    @extend_schema(
        operation_id="reports_read",
        responses={200: ReportDocument, 304: None, 401: Problem, 404: Problem},
        summary="Отчёт целиком; не меняется, ETag — контрольная сумма",
    )
    @under_the_region
    def get(self, request: Request, public_id: str) -> Response:
        """The document as it was frozen; 304 where the programme has it."""
        found = report_by_id(public_id)
        if found is None:
            raise Http404
        return _tagged(request, found.payload, found.content_hash)


class IndicatorsView(APIView):
    """What the codes mean."""

    @extend_schema(
        operation_id="meta_indicators",
        responses={200: IndicatorList, 304: None, 401: Problem},
        summary="Показатели: коды, формулы словами, чувствительность",
    )
    def get(self, request: Request) -> Response:
        """The catalogue of the product."""
        catalogue = load_catalogue()
        items = [
            {
                "code": one.code,
                "title": one.title,
                "unit": one.unit.code.upper(),
                "numerator": one.numerator,
                "denominator": one.denominator,
                "sensitivity": one.sensitivity.value,
                "aggregation": one.aggregation,
            }
            for one in catalogue.indicators.values()
        ]
        answer = {"version": catalogue.version, "items": items}
        return _tagged(request, answer, digest(answer))


def _tagged(request: Request, document: Mapping[str, Any], content_hash: str) -> Response:
    tag = f'"{content_hash}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    known = [one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")]
    if tag in known or "*" in known:
        return Response(status=304, headers=headers)
    return Response(document, headers=headers)
