"""Annexes made of the note's own values: indicators with targets, growth, and where every figure came from."""

from collections.abc import Iterable

from municipal.notes.domain.composed import AnnexTable, Block, Column
from municipal.notes.domain.phrases import Printer
from municipal.notes.domain.rulebook import Rulebook
from municipal.notes.domain.spans import Figure, Form
from municipal.notes.domain.values.value import SourceSeason, Value, ValueKind, Values
from tenants.domain.russian import NO_DATA, number, percent

WITHHELD = "·"
NOT_COUNTED = (ValueKind.LIST, ValueKind.THRESHOLD)
SEASON_TITLES = {SourceSeason.PREVIOUS: "prev_season_title", SourceSeason.YEAR_AGO: "year_season_title"}
OWNERS = ("indicator_title", "satisfied_who", "document_title")
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
            if value.kind not in NOT_COUNTED and value.code != "target":
                seen.setdefault(figure.key, _source_row(figure, value, values, book, printer))
    return (AnnexTable("Числа справки и строки формы, из которых они получены", columns, tuple(seen.values())),)


def _source_row(figure: Figure, value: Value, values: Values, book: Rulebook, printer: Printer) -> tuple[str, ...]:
    schools = len({source.school_id for source in value.sources if source.school_id is not None})
    shown = printer.text(value, figure.form)
    return (_title(figure, values, book), shown, _origin(value, values), number(schools) if schools else "")


def _title(figure: Figure, values: Values, book: Rulebook) -> str:
    said = book.values[figure.value_code].said
    for name in OWNERS:
        if figure.item and (owner := values.get(f"{name}@{figure.item}")) is not None:
            whose = str(owner.value)[:1].upper() + str(owner.value)[1:]
            return whose if figure.value_code == "num/den" else f"{whose}: {said[:1].lower()}{said[1:]}"
    return said


def _origin(value: Value, values: Values) -> str:
    """«строки E1; то же, Май 2025»."""
    seasons: dict[SourceSeason, list[str]] = {}
    for source in value.sources:
        seasons.setdefault(source.season, []).extend(source.field.partition(".")[0].split("−"))
    found = []
    for season, fields in seasons.items():
        title = values.get(SEASON_TITLES.get(season, ""))
        said = "; ".join([*_words(fields), *_lines(fields)])
        found.append(f"{said} ({title.value})" if title else said)
    return "; ".join(found)


def _words(fields: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(WORDS[field] for field in fields if field in WORDS))


def _lines(fields: Iterable[str]) -> list[str]:
    """«строки B1–B7, E10»: neighbours of a block are drawn together."""
    codes = sorted({field for field in fields if field not in WORDS}, key=lambda code: (code[0], len(code), code))
    runs: list[list[str]] = []
    for code in codes:
        if runs and _follows(runs[-1][-1], code):
            runs[-1].append(code)
        else:
            runs.append([code])
    said = ", ".join(run[0] if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
    return [f"строки {said}" if len(codes) > 1 else f"строка {said}"] if codes else []


def _follows(one: str, other: str) -> bool:
    numbers = one[1:], other[1:]
    return one[0] == other[0] and all(map(str.isdigit, numbers)) and int(numbers[1]) == int(numbers[0]) + 1
