"""Annexes made of the note's own values: indicators with targets, growth, and where every figure came from."""

from collections.abc import Iterable

from municipal.notes.domain.composed import AnnexTable, Block, Column
from municipal.notes.domain.phrases import Printer
from municipal.notes.domain.rulebook import Rulebook
from municipal.notes.domain.spans import Figure, Form
from municipal.notes.domain.values.value import SourceSeason, Value, ValueKind, Values
from tenants.domain.russian import NO_DATA, number, percent

WITHHELD = "·"
SEASONS = {SourceSeason.PREVIOUS: "прошлый мониторинг", SourceSeason.YEAR_AGO: "год назад"}
WORDS = {
    "expected": "список кампании",
    "missing": "список кампании",
    "pending": "список кампании",
    "exempt": "список кампании",
    "accepted": "принятые формы",
    "late": "принятые формы",
    "returned": "принятые формы",
    "documents": "строки B1–B7",
    "publication": "публикации муниципалитета",
    "enterprises": "указал методист",
}


def targets(values: Values, codes: Iterable[str], printer: Printer) -> tuple[AnnexTable, ...]:
    """Numerator, denominator, share, target, deviation of every indicator."""
    columns = (
        Column("Показатель", is_number=False),
        Column("Числитель"),
        Column("Знаменатель"),
        Column("Доля"),
        Column("Цель"),
        Column("Отклонение"),
    )
    rows = tuple(_target_row(values, code, printer) for code in codes)
    return (AnnexTable("Показатели и цели", columns, rows),)


def _target_row(values: Values, code: str, printer: Printer) -> tuple[str, ...]:
    def of(name: str) -> Value | None:
        return values.get(f"{name}@{code}")

    title, num, den, share, target, gap = map(of, ("indicator_title", "num", "den", "share", "target", "gap"))
    said = str(title.value) if title else code
    if num is None or den is None:
        unknown = "не применяется" if (flag := of("not_applicable")) and flag.value else NO_DATA
        return (said, unknown, "", "", _share(target, printer), "")
    deviation = f"−{printer.text(gap, Form.POINTS)}" if gap else ("нет" if target and share else "")
    shown = _share(share, printer) or "не применяется"
    return (said, number(int(num.number())), number(int(den.number())), shown, _share(target, printer), deviation)


def _share(value: Value | None, printer: Printer) -> str:
    if value is None:
        return ""
    if value.denominator is not None and value.denominator < printer.min_base:
        return "—"
    return printer.text(value, Form.SHARE)


def growth(values: Values) -> tuple[AnnexTable, ...]:
    """How many were asked on entry and exit and grew; only totals, and only where nobody can be singled out."""
    held = values.get("grew/compared")
    if held is None:
        return ()
    columns = (
        Column("Участники", is_number=False),
        Column("Сопоставлено анкет"),
        Column("Отмечен рост"),
        Column("Доля"),
    )
    if held.hidden or held.numerator is None or held.denominator is None:
        row: tuple[str, ...] = ("Наставляемые и наставники", WITHHELD, WITHHELD, WITHHELD)
    else:
        shown = number(held.denominator), number(held.numerator), percent(held.numerator, held.denominator)
        row = ("Наставляемые и наставники", *shown)
    return (AnnexTable("Рост участников по парным анкетам", columns, (row,)),)


def sources(blocks: Iterable[Block], values: Values, book: Rulebook, printer: Printer) -> tuple[AnnexTable, ...]:
    """Every figure of the text once: what it is, its value, the lines of the form it is summed from."""
    columns = (
        Column("Что посчитано", is_number=False),
        Column("Значение", is_number=False),
        Column("Откуда", is_number=False),
        Column("Организаций"),
    )
    seen: dict[str, tuple[str, ...]] = {}
    for block in blocks:
        for figure in block.figures:
            value = values[figure.key]
            if value.kind not in (ValueKind.LIST, ValueKind.THRESHOLD) and figure.form is not Form.LIST:
                seen.setdefault(figure.key, _source_row(figure, value, values, book, printer))
    return (AnnexTable("Числа справки и строки формы, из которых они получены", columns, tuple(seen.values())),)


def _source_row(figure: Figure, value: Value, values: Values, book: Rulebook, printer: Printer) -> tuple[str, ...]:
    schools = len({source.school_id for source in value.sources if source.school_id is not None})
    shown = printer.text(value, figure.form)
    return (_title(figure, values, book), shown, _origin(value), number(schools) if schools else "")


def _title(figure: Figure, values: Values, book: Rulebook) -> str:
    codes = figure.value_code.split("/")
    said = ", из ".join(book.values[code].title for code in codes if code in book.values)
    for name in ("indicator_title", "satisfied_of", "document_title"):
        if (owner := values.get(f"{name}@{figure.item}")) is not None and figure.item:
            return f"{owner.value}: {said}"
    return said


def _origin(value: Value) -> str:
    """«E1; E1 (прошлый мониторинг)»."""
    found: dict[str, None] = {}
    for source in value.sources:
        name = WORDS.get(source.field, source.field.partition(".")[0])
        season = SEASONS.get(source.season)
        found[f"{name} ({season})" if season else name] = None
    return "; ".join(found)
