"""A composed note as JSON and back: what the tables of the room keep, and what a later composition is compared with.

Exact fractions are kept as «n/d» texts, dates as ISO texts; every other part is a plain number, text or list.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from municipal.notes.domain.composed import Annex, AnnexTable, Block, Column, Composed, Section
from municipal.notes.domain.spans import Figure, Form, Span, Text
from municipal.notes.domain.values.value import Held, Source, SourcePart, SourceSeason, Value, ValueKind

Json = dict[str, Any]


def to_document(note: Composed) -> Json:
    """The whole note; :func:`from_document` gives an equal one."""
    return {
        "kind": note.kind,
        "number": note.number,
        "title": note.title,
        "municipality": note.municipality,
        "note_date": note.note_date.isoformat(),
        "is_region_copy": note.is_region_copy,
        "sections": [
            {"code": one.code, "title": one.title, "blocks": [block_to_dict(block) for block in one.blocks]}
            for one in note.sections
        ],
        "annexes": annexes_to_list(note.annexes),
        "values": values_to_dict(note.values),
        "thresholds": dict(note.thresholds),
    }


def from_document(document: Mapping[str, Any]) -> Composed:
    """The note of :func:`to_document`."""
    return Composed(
        kind=document["kind"],
        number=document["number"],
        title=document["title"],
        municipality=document["municipality"],
        note_date=date.fromisoformat(document["note_date"]),
        is_region_copy=document["is_region_copy"],
        sections=tuple(
            Section(one["code"], one["title"], tuple(block_from_dict(one["code"], held) for held in one["blocks"]))
            for one in document["sections"]
        ),
        annexes=annexes_from_list(document["annexes"]),
        values=values_from_dict(document["values"]),
        thresholds=document["thresholds"],
    )


def spans_to_list(spans: Sequence[Span]) -> list[Json]:
    """[{"t": text}] for plain text, [{"t": text, "k": key, "f": form}] for a figure."""
    return [
        {"t": span.text, "k": span.key, "f": span.form.value} if isinstance(span, Figure) else {"t": span.text}
        for span in spans
    ]


def spans_from_list(spans: Sequence[Mapping[str, str]]) -> tuple[Span, ...]:
    return tuple(Figure(span["t"], span["k"], Form(span["f"])) if "k" in span else Text(span["t"]) for span in spans)


def block_to_dict(block: Block) -> Json:
    """A paragraph without its section, which its place says."""
    return {
        "key": block.key,
        "kind": block.kind,
        "rules": list(block.rules),
        "spans": spans_to_list(block.spans),
        "is_item": block.is_item,
        "tone": block.tone,
        "addressee": block.addressee,
        "term": block.term,
    }


def block_from_dict(section: str, held: Mapping[str, Any]) -> Block:
    return Block(
        key=held["key"],
        section=section,
        kind=held["kind"],
        rules=tuple(held["rules"]),
        spans=spans_from_list(held["spans"]),
        is_item=held["is_item"],
        tone=held["tone"],
        addressee=held["addressee"],
        term=held["term"],
    )


def annexes_to_list(annexes: Sequence[Annex]) -> list[Json]:
    return [
        {
            "code": annex.code,
            "number": annex.number,
            "title": annex.title,
            "remark": annex.remark,
            "tables": [_table_to_dict(table) for table in annex.tables],
        }
        for annex in annexes
    ]


def annexes_from_list(annexes: Sequence[Mapping[str, Any]]) -> tuple[Annex, ...]:
    return tuple(
        Annex(one["code"], one["number"], one["title"], tuple(map(_table_from_dict, one["tables"])), one["remark"])
        for one in annexes
    )


def _table_to_dict(table: AnnexTable) -> Json:
    return {
        "caption": table.caption,
        "columns": [[column.title, column.is_number] for column in table.columns],
        "rows": [list(row) for row in table.rows],
        "total": list(table.total),
    }


def _table_from_dict(held: Mapping[str, Any]) -> AnnexTable:
    columns = tuple(Column(title, is_number) for title, is_number in held["columns"])
    return AnnexTable(held["caption"], columns, tuple(map(tuple, held["rows"])), tuple(held["total"]))


def values_to_dict(values: Mapping[str, Value]) -> Json:
    """Key of a figure → its value with sources."""
    return {key: _value_to_dict(value) for key, value in values.items()}


def values_from_dict(held: Mapping[str, Any]) -> dict[str, Value]:
    return {key: _value_from_dict(value) for key, value in held.items()}


def _value_to_dict(value: Value) -> Json:
    found: Json = {"code": value.code, "kind": value.kind.value, "value": _plain(value.value)}
    optional = {
        "num": value.numerator,
        "den": value.denominator,
        "printed": None if value.printed is None else _plain(value.printed),
        "decimals": value.decimals or None,
        "hidden": value.hidden or None,
        "annex": value.annex or None,
        "sources": [_source_to_list(source) for source in value.sources] or None,
    }
    return found | {name: held for name, held in optional.items() if held is not None}


def _value_from_dict(held: Mapping[str, Any]) -> Value:
    kind = ValueKind(held["kind"])
    printed = held.get("printed")
    return Value(
        code=held["code"],
        kind=kind,
        value=_exact(kind, held["value"]),
        sources=tuple(_source_from_list(source) for source in held.get("sources", ())),
        numerator=held.get("num"),
        denominator=held.get("den"),
        printed=None if printed is None else Fraction(printed),
        decimals=held.get("decimals", 0),
        hidden=held.get("hidden", False),
        annex=held.get("annex", ""),
    )


def _plain(value: Held) -> object:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}"
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _exact(kind: ValueKind, held: Any) -> Held:
    if kind is ValueKind.DATE:
        return date.fromisoformat(held)
    if kind is ValueKind.LIST:
        return tuple(held)
    if kind in (ValueKind.RATIO, ValueKind.SHARE, ValueKind.POINTS, ValueKind.DECIMAL):
        return Fraction(held)
    return held  # type: ignore[no-any-return]  # a count, a flag or a text is kept as it is


def _source_to_list(source: Source) -> list[object]:
    return [
        source.school_id,
        source.submission_id,
        source.field,
        source.number,
        source.part.value,
        source.season.value,
    ]


def _source_from_list(held: Sequence[Any]) -> Source:
    school, submission, field, number, part, season = held
    return Source(school, submission, field, number, SourcePart(part), SourceSeason(season))
