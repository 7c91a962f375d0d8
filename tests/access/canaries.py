"""Marks in every text field of every row: a mark of somebody else's in an answer is a leak."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models

from tenants.current import acting_as
from tenants.database.identity import of_school
from tenants.owner import owner_connection

DAY = date(2026, 9, 15)
MOMENT = datetime(2026, 9, 15, 3, 0, tzinfo=UTC)
MARK = "ZQX"
ROWS = 2  # two rows of each kind, so that lists have something to mix up
SKIPPED = {"sessions", "accounts"}  # the cast signs in with these; names of accounts are marked apart


def mark(key: str) -> str:
    """The beginning of every mark of a place, e.g. «ZQX-s1-»."""
    return f"{MARK}-{key}-"


def mark_school(school_id: int) -> int:
    """Fill every table of a school's schema with marked rows, the same keys in every school; gives how many."""
    _move_counters(school_id)
    made = 0
    with acting_as(of_school(school_id)):
        for model in _models_in_order():
            for number in range(1, ROWS + 1):
                made += _make(model, f"s{school_id}", number)
    return made


def _move_counters(school_id: int) -> None:
    """The rows below take the keys 1 and 2 in every school; what the pages add must not meet them."""
    with owner_connection() as connection:
        connection.execute(
            "SELECT setval(c.oid::regclass, 1000) FROM pg_class c"
            " WHERE c.relkind = 'S' AND c.relnamespace = %s::regnamespace",
            [of_school(school_id).schema],
        )


def _models_in_order() -> list[type[models.Model]]:
    found: list[type[models.Model]] = []
    for config in apps.get_app_configs():
        if config.name in settings.TENANT_APPS and config.label not in SKIPPED:
            found.extend(model for model in config.get_models() if not model._meta.auto_created)
    ordered: list[type[models.Model]] = []
    while len(ordered) < len(found):
        for model in found:
            needs = {field.related_model for field in model._meta.concrete_fields if field.is_relation}
            if model not in ordered and (needs & set(found)) - {model} <= set(ordered):
                ordered.append(model)
    return ordered


def _make(model: type[models.Model], key: str, number: int) -> int:
    for field in model._meta.concrete_fields:
        target = field.related_model
        if (
            isinstance(target, type)
            and target._meta.app_label in SKIPPED
            and not target._base_manager.filter(pk=number)
        ):
            return 0  # what belongs to an account is there for the cast's own alone
    values = {field.attname: _value(field, key, number) for field in model._meta.concrete_fields}
    values |= _FITTING.get(model._meta.label, lambda _number: {})(number)
    model._base_manager.create(**values)
    return 1


def _value(field: models.Field[Any, Any], key: str, number: int) -> Any:
    if field.is_relation:
        return number
    if field.choices:
        return next(iter(field.flatchoices))[0]
    text = f"{mark(key)}{field.model._meta.model_name}-{field.name}-{number}"
    for kind, make in _KINDS:
        if isinstance(field, kind):
            return make(text[: field.max_length], number)
    return number


_KINDS: list[tuple[type[models.Field[Any, Any]], Any]] = [
    (models.URLField, lambda text, _n: f"https://zqx.example/{text}"),
    (models.EmailField, lambda text, _n: f"{text}@zqx.example"),
    (models.CharField, lambda text, _n: text),
    (models.TextField, lambda text, _n: text),
    (models.BooleanField, lambda _text, _n: False),
    (models.DateTimeField, lambda _text, _n: MOMENT),
    (models.DateField, lambda _text, number: DAY.replace(day=DAY.day + number)),
    (models.DecimalField, lambda _text, _n: Decimal("0.5")),
    (models.JSONField, lambda _text, _n: {}),
]


# What a table's own constraints ask for beside the marks.
_FITTING: dict[str, Any] = {
    "files.StoredFile": lambda _n: {"size": 12},
    "surveys.SurveyRound": lambda _n: {"kind": "exit", "mentoring_format": "", "points": None},
    "people.Person": lambda _n: {"birth_month": 3, "birth_year": 2012, "archived_on": None, "class_name": "7 «А»",
        "past": []},
    "people.MentorCard": lambda _n: {"until": None, "topics": []},
    "people.MenteeCard": lambda _n: {"until": None, "topics": []},
    "people.RolePeriod": lambda n: {"mentoring_format": "pupil_pupil", "since": DAY, "until": None, "person_id": n},
    "people.PeopleImport": lambda n: {"key": f"k{n}", "state": "ready", "data": b"", "tables": [], "rows": []},
    "people.Support": lambda _n: {"measure": "conditions", "since": DAY, "until": None},
    "people.Consent": lambda _n: {"valid_until": None, "withdrawn_on": None},
    "people.Partner": lambda _n: {"until": None},
    "pairs.Pair": lambda _n: {
        "status": "working", "mentoring_format": "pupil_pupil", "kind": "traditional", "ended_on": None,
    },
    "pairs.PairMember": lambda n: {"role": "mentor" if n == 1 else "mentee", "pair_id": 1},
    "pairs.Programme": lambda _n: {"mentoring_format": "pupil_pupil", "valid_to": None, "stages": []},
    "roadmap.Roadmap": lambda _n: {
        "model": "pupils_r145", "period_from": date(2026, 9, 1), "period_to": date(2027, 8, 31), "origin": "typical",
    },
    "roadmap.ImportDraft": lambda _n: {
        "period_from": date(2026, 9, 1),
        "period_to": date(2027, 8, 31),
        "content": {"title": "", "stages": [], "activities": [], "indicators": [], "warnings": [], "columns": []},
    },
    "roadmap.Activity": lambda _n: {"closes_by": "", "deadline_kind": "once_by"},
    "roadmap.Baseline": lambda n: {"number": n, "content": {"activities": []}, "changes": []},
    "roadmap.Evidence": lambda _n: {"object_kind": "", "object_id": None},
    "orders.Document": lambda _n: {"kind": "pairs", "valid_until": None},
    "monitoring.DraftForm": lambda n: {"campaign_id": n},
    "monitoring.HandedIn": lambda n: {"campaign_id": n, "version": 1},
}  # fmt: skip
