"""Several points of one cell: is «октябрь май» two months or a window, whose is the one year, what is in brackets."""

from dataclasses import replace

from schools.roadmap.domain.deadlines.days import is_plain
from schools.roadmap.domain.deadlines.residue import Residue
from schools.roadmap.domain.deadlines.things import Doubt, Span, Unit

_OCTOBER, _MAY = 10, 5
_NEAR = 3
_LOST_DASH = Doubt("Между месяцами нет знака: понято как «с — по»; возможно, это два отдельных срока.", 0.45)
_TWO_SEASONS = Doubt("Между месяцами нет знака: понято как два отдельных срока.", 0.35)
_TWO_LINES = Doubt("Сроки стоят в разных строках: поняты как отдельные.", 0.25)
_SLASH = Doubt("Косая черта между месяцами понята как «с — по».", 0.35)
_YEAR_BEFORE = Doubt("Год назван у последнего срока; более ранним месяцам он приписан по порядку.", 0.2)
_YEAR_AFTER = Doubt("Год назван не у каждого срока; остальные поняты по порядку.", 0.25)


class Unreadable(Exception):
    """The points of a cell fit no single reading; the text is a sentence for the curator."""


def arrange(residue: Residue) -> list[Span]:
    """The spans of a cell as they are meant, each year in its place. Adds doubts; raises ``Unreadable``."""
    spans = _joined(residue)
    for span in spans:
        residue.doubts += [doubt for doubt in span.doubts if doubt not in residue.doubts]
    if any(span.weak for span in spans) and not residue.yearly and len(spans) == 1:
        raise Unreadable("Похоже и на дату, и на номер пункта: напишите месяц словом или двумя цифрами.")
    units = {span.unit for span in spans}
    if Unit.YEAR in units and len(units) > 1:
        raise Unreadable("Год стоит отдельно от месяцев: не видно, к каким из них он относится.")
    return _dated(spans, residue)


def _joined(residue: Residue) -> list[Span]:
    spans = [residue.spans[0]]
    for joint, span in zip(residue.joints, residue.spans[1:], strict=True):
        made = _pair(spans[-1], joint, span, residue)
        spans[-1:] = made
    return spans


def _pair(left: Span, joint: str, right: Span, residue: Residue) -> list[Span]:
    if joint.endswith("(") or joint == ", (":
        return [_within(left, right)]
    if joint in ("-", ", -", "- ¶") or "или" in joint or "либо" in joint:
        raise Unreadable("Два срока, и не видно, какой из них верен.")
    if joint in ("", "/"):
        return _unsigned(left, joint, right, residue)
    if set(joint.split()) == {"¶"} and not (left.first_year and right.first_year):
        residue.doubts.append(_TWO_LINES)
    return [left, right]


def _unsigned(left: Span, joint: str, right: Span, residue: Residue) -> list[Span]:
    """Two months side by side with nothing, or a slash, between them."""
    months = (left.first[0], right.first[0])
    plain = {left.unit, right.unit} == {Unit.MONTH} and left.first_year is None and len(residue.spans) == len(months)
    if plain and (months[1] - months[0]) % 12 in range(1, _NEAR + 1):
        residue.doubts.append(_SLASH if joint else _LOST_DASH)
        return [Span(left.first, right.last, Unit.STRETCH, _before(left, right), right.last_year)]
    if plain and months == (_OCTOBER, _MAY) and right.first_year is None:
        residue.doubts.append(_TWO_SEASONS)
        return [left, right]
    raise Unreadable("Между сроками нет знака: не видно, это «с — по» или отдельные сроки.")


def _before(left: Span, right: Span) -> int | None:
    return right.last_year if right.last_year is None else right.last_year - (left.first[0] > right.last[0])


def _within(outer: Span, inner: Span) -> Span:
    """«15.10.2025 (октябрь)», «октябрь (до 15.10)»: the narrower of two that agree."""
    plain = all(is_plain(day) for span in (outer, inner) for _, day in (span.first, span.last))
    for wide, narrow in ((outer, inner), (inner, outer)) if plain else ():
        years = {year for year in (wide.last_year, narrow.last_year) if year is not None}
        starts = wide.first <= narrow.first or narrow.by
        ends = (narrow.last[0], narrow.last[1] or 31) <= (wide.last[0], wide.last[1] or 31)
        inside = wide.first[0] <= narrow.last[0] and ends and not wide.wraps and not narrow.wraps
        if starts and inside and len(years) <= 1:
            year = next(iter(years), None)
            return replace(narrow, first_year=year, last_year=year, weak=False)
    raise Unreadable("Срок и слова в скобках говорят о разном времени.")


def _dated(spans: list[Span], residue: Residue) -> list[Span]:
    """Years that one point names for its neighbours: «октябрь, май 2026 г.» is October 2025 and May 2026."""
    known = [index for index, span in enumerate(spans) if span.last_year is not None]
    if not known or len(known) == len(spans):
        return spans
    made = list(spans)
    for index in range(known[0] - 1, -1, -1):
        year, later = made[index + 1].first_year, made[index].last > made[index + 1].last
        if later:
            residue.doubts.append(_YEAR_BEFORE)
        made[index] = _with_year(made[index], (year or 0) - later)
    for index in range(1, len(made)):
        if made[index].last_year is None:
            previous = made[index - 1]
            residue.doubts.append(_YEAR_AFTER)
            made[index] = _with_year(made[index], (previous.last_year or 0) + (made[index].last <= previous.last))
    return made


def _with_year(span: Span, year: int) -> Span:
    if span.unit in (Unit.HALF, Unit.YEAR_END) or span.winter:
        raise Unreadable("Полугодие, зима или конец года стоят рядом со сроком с годом: не видно, какие они.")
    return replace(span, first_year=year - span.wraps, last_year=year)
