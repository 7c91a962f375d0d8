"""Shapes of the interface: what comes in with a request, what goes out."""

from __future__ import annotations

from typing import Any

from rest_framework import serializers


class ReportsQuery(serializers.Serializer[dict[str, Any]]):
    """Parameters of the list."""

    campaign = serializers.RegexField(
        r"^\d{4}-(05|10)$",
        required=False,
        help_text="Код мониторинга: «2025-10».",
        error_messages={"invalid": "Напишите код мониторинга, например 2025-10."},
    )
    cursor = serializers.CharField(required=False, max_length=200, help_text="next_cursor прошлого ответа.")


class OrgUnit(serializers.Serializer[dict[str, Any]]):
    """A municipality by its code."""

    scheme = serializers.CharField()
    code = serializers.CharField()
    level = serializers.CharField(required=False)


class ReportItem(serializers.Serializer[dict[str, Any]]):
    """One revision in the list."""

    id = serializers.CharField()
    campaign = serializers.CharField()
    org_unit = OrgUnit()
    status = serializers.ChoiceField(choices=["provisional", "final", "withdrawn"])
    revision = serializers.IntegerField()
    supersedes = serializers.CharField(allow_null=True)
    content_hash = serializers.CharField()
    updated_at = serializers.DateTimeField()
    href = serializers.CharField()


class ReportList(serializers.Serializer[dict[str, Any]]):
    """A page of the list; ``next_cursor`` is null on the last one."""

    items = ReportItem(many=True)
    next_cursor = serializers.CharField(allow_null=True)
    server_time = serializers.DateTimeField()


class Observation(serializers.Serializer[dict[str, Any]]):
    """One figure: never a bare per cent, and null where it is withheld or unknown."""

    i = serializers.IntegerField()
    indicator = serializers.CharField()
    dims = serializers.DictField(child=serializers.CharField())
    unit = serializers.CharField()
    numerator = serializers.IntegerField(required=False, allow_null=True)
    denominator = serializers.IntegerField(required=False, allow_null=True)
    value = serializers.CharField(allow_null=True, help_text="Целое число или десятичная дробь текстом.")
    obs_status = serializers.ChoiceField(choices=["A", "L", "M", "O", "Q"])
    conf_status = serializers.ChoiceField(choices=["F", "N", "C"])
    additive = serializers.BooleanField()


class ReportDocument(serializers.Serializer[dict[str, Any]]):
    """One revision whole, immutable."""

    schema = serializers.CharField()
    id = serializers.CharField()
    exported = serializers.DateTimeField()
    sender = serializers.DictField()
    environment = serializers.CharField()
    group = serializers.DictField()
    disclosure = serializers.DictField()
    observations = Observation(many=True)
    schools = serializers.ListField(child=serializers.DictField())
    content_hash = serializers.DictField()


class Problem(serializers.Serializer[dict[str, Any]]):
    """RFC 9457."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField(required=False)
    errors = serializers.ListField(child=serializers.DictField(), required=False)  # type: ignore[assignment]  # RFC's name


class IndicatorItem(serializers.Serializer[dict[str, Any]]):
    """An indicator's meaning."""

    code = serializers.CharField()
    title = serializers.CharField()
    unit = serializers.CharField()
    numerator = serializers.CharField()
    denominator = serializers.CharField(allow_null=True)
    sensitivity = serializers.ChoiceField(choices=["open", "internal", "sensitive"])
    aggregation = serializers.CharField()


class IndicatorList(serializers.Serializer[dict[str, Any]]):
    """The catalogue."""

    version = serializers.CharField()
    items = IndicatorItem(many=True)
