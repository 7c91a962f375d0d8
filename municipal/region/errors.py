"""Every answer that is not a success, as RFC 9457 «problem details»."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from tenants.domain.errors import Refusal

PROBLEM = "application/problem+json"
NO_TOKEN = "Передайте ключ в заголовке «Authorization: Bearer ключ». Ключ выдают на странице «Ключи доступа»."
_TITLES = {
    HTTPStatus.BAD_REQUEST: "Запрос не разобрать",
    HTTPStatus.UNAUTHORIZED: "Нужен ключ доступа",
    HTTPStatus.FORBIDDEN: "Нет доступа",
    HTTPStatus.NOT_FOUND: "Не найдено",
    HTTPStatus.METHOD_NOT_ALLOWED: "Так спрашивать нельзя",
    HTTPStatus.NOT_ACCEPTABLE: "Такого вида данных нет",
    HTTPStatus.UNPROCESSABLE_ENTITY: "Отказано",
}


def problem(fault: Exception, context: dict[str, Any]) -> Response | None:
    """The answer to an exception of a view; None for a fault of ours, which Django then reports as 500."""
    del context
    if isinstance(fault, Refusal):
        return _answer(HTTPStatus.UNPROCESSABLE_ENTITY, str(fault))
    if isinstance(fault, Http404):
        fault = exceptions.NotFound("Такой записи нет или она не вашего региона.")
    elif isinstance(fault, exceptions.NotAuthenticated):
        header, fault = getattr(fault, "auth_header", None), exceptions.NotAuthenticated(NO_TOKEN)
        fault.auth_header = header  # type: ignore[attr-defined]  # the framework sets it on the first one
    elif isinstance(fault, PermissionDenied):
        fault = exceptions.PermissionDenied()
    if not isinstance(fault, exceptions.APIException):
        return None
    set_rollback()
    status = HTTPStatus(fault.status_code)
    detail = str(fault.detail) if isinstance(fault.detail, str) else ""
    answer = _answer(status, detail, errors=_pointers(fault.detail))
    if header := getattr(fault, "auth_header", None):
        answer["WWW-Authenticate"] = header
    if wait := getattr(fault, "wait", None):
        answer["Retry-After"] = str(int(wait))
    return answer


def _answer(status: HTTPStatus, detail: str, *, errors: list[dict[str, str]] | None = None) -> Response:
    said: dict[str, Any] = {"type": "about:blank", "title": _TITLES.get(status, status.phrase), "status": status.value}
    if detail:
        said["detail"] = detail
    if errors:
        said["errors"] = errors
    return Response(said, status=status.value, content_type=PROBLEM)


def _pointers(detail: Any) -> list[dict[str, str]]:
    """Which parameter is wrong and why, one entry a sentence."""
    if not isinstance(detail, dict):
        return []
    return [{"parameter": str(name), "detail": str(one)} for name, said in detail.items() for one in said]
