"""Third rewriting: two points that make a window, a point with «до», a start without an end."""

import itertools
import re
from dataclasses import replace

from schools.roadmap.domain.deadline import DeadlineKind
from schools.roadmap.domain.deadlines.days import is_plain
from schools.roadmap.domain.deadlines.line import Line, Rule, rule
from schools.roadmap.domain.deadlines.things import Doubt, Manner, Span, Unit

_P = r"@P\d+ "
_COLUMNS = Doubt("Две даты рядом поняты как начало и конец.", 0.3)
_BY_MONTH = Doubt("«До» месяца понято включительно: по его последний день.", 0.5)
_OPEN = Doubt("Названо только начало.", 0.3)
_AT_EARLIEST = Doubt("Назван только самый ранний день; последний день не назван.", 0.45)
_UNFIT = {Unit.HALF, Unit.YEAR, Unit.YEAR_END}
_BACKWARDS = "Начало и конец срока не сходятся."


def join(first: Span, last: Span) -> Span | None:
    """One window from two points; None where they can't be its ends. A missing year is taken from the other end."""
    if not (is_plain(first.first[1]) and is_plain(last.last[1])) and first.first[0] == last.last[0]:
        return None
    if first.by or last.by or {first.unit, last.unit} & _UNFIT or first.winter or last.winter:
        return None
    first_year, last_year = first.first_year, last.last_year
    wraps = (first.first[0], first.first[1]) > (last.last[0], last.last[1] or 31)
    if first_year is None and last_year is not None:
        first_year = last_year - wraps
    elif last_year is None and first_year is not None:
        last_year = first_year + wraps
    elif first_year is not None and last_year is not None and (first_year, wraps) > (last_year, False):
        return None
    doubts = tuple(dict.fromkeys(first.doubts + last.doubts))
    weak = first.weak and last.weak
    return Span(first.first, last.last, Unit.STRETCH, first_year, last_year, weak=weak, doubts=doubts)


def _range(found: re.Match[str], line: Line) -> Span | None:
    window = join(line.span(found["a"]), line.span(found["b"]))
    if window is None:
        line.fail(_BACKWARDS)
    elif found[0].startswith("с "):
        window = replace(window, weak=False)
    return window


def _until(found: re.Match[str], line: Line) -> Span | None:
    """«с 1 октября до конца мая»: the end has taken its own «до»."""
    first, last = line.span(found["a"]), line.span(found["b"])
    if not last.by or first.by or last.unit is not Unit.DAY:
        return None
    return join(first, replace(last, by=False))


def _columns(found: re.Match[str], line: Line) -> Span | None:
    window = join(line.span(found["a"]), line.span(found["b"]))
    if window is None:
        return None
    return replace(window, doubts=(*window.doubts, _COLUMNS))


def _days(found: re.Match[str], line: Line) -> Span | None:
    """«с 15 по 25 октября»: the first day takes the month of the second."""
    last, day = line.span(found["b"]), int(found["n"])
    if last.unit is not Unit.DAY or last.by or not is_plain(last.first[1]):
        return None
    if not 1 <= day <= last.first[1]:
        line.fail(_BACKWARDS)
        return None
    return Span((last.first[0], day), last.last, Unit.STRETCH, last.first_year, last.last_year, doubts=last.doubts)


def _more_days(found: re.Match[str], line: Line) -> str | None:
    """«5, 15 и 25 октября»: every day takes the month of the last."""
    last = line.span(found["b"])
    days = [int(day) for day in re.findall(r"[no](\d+)", found["days"])]
    if (
        last.unit is not Unit.DAY
        or last.by
        or not is_plain(last.first[1])
        or not all(0 < day < last.first[1] for day in days)
    ):
        return None
    spans = [replace(last, first=(last.first[0], day), last=(last.first[0], day)) for day in days]
    return ", ".join(line.put(span) for span in [*spans, last])


def _by(found: re.Match[str], line: Line) -> Span | None:
    word, span = found["word"], line.span(found["b"])
    doubts = span.doubts
    if span.by or span.winter or (word == "к" and span.unit is not Unit.DAY):
        return None
    if span.unit is not Unit.DAY and word == "до":
        if span.unit is not Unit.MONTH:
            return None
        doubts = (*doubts, _BY_MONTH)
    elif span.unit in (Unit.YEAR, Unit.HALF):
        return None
    return replace(span, first=span.last, unit=Unit.DAY, first_year=span.last_year, by=True, weak=False, doubts=doubts)


def _chain(found: re.Match[str], line: Line) -> Span | None:
    """«сентябрь – октябрь – ноябрь»: neighbouring months, so a window."""
    spans = [line.span(token) for token in re.findall(_P, found[0])]
    months = [span.first[0] for span in spans]
    following = all((later - earlier) % 12 == 1 for earlier, later in itertools.pairwise(months))
    return join(spans[0], spans[-1]) if following and {span.unit for span in spans} == {Unit.MONTH} else None


def _not_before(found: re.Match[str], line: Line) -> Manner | None:
    span = line.span(found["b"])
    if span.by or span.unit in _UNFIT:
        return None
    return Manner(DeadlineKind.WINDOW, since=span, doubts=(_AT_EARLIEST,))


def _since(found: re.Match[str], line: Line) -> Manner | None:
    span = line.span(found["b"])
    if span.by or span.unit in (Unit.HALF, Unit.YEAR_END):
        return None
    return Manner(DeadlineKind.CONTINUOUS, since=span, doubts=(_OPEN,))


_BY_WORDS = r"(?P<word>(?:не позднее(?: чем)?(?: до)?|до|к|по))"
RULES: tuple[Rule, ...] = (
    rule(
        "@P", rf"(?:(?:в )?период )?(?:с|от) (?P<a>{_P})(?:включительно )?(?:¶ )?(?:- )?(?:по|до|-) (?P<b>{_P})", _range
    ),
    rule("@P", rf"(?:(?:в )?период )?(?:с|от) [no](?P<n>\d+) (?:число )?(?:по|до|-) (?P<b>{_P})", _days),
    rule(
        "не ранее ",
        rf"не ранее (?:чем )?(?:с )?(?P<a>{_P})(?:(?:,|и|но) ){{0,2}}(?:не позднее|до|по) (?P<b>{_P})",
        _range,
    ),
    rule("с @P", rf"(?:начиная )?с (?P<a>{_P})(?:и )?(?:- )?(?P<b>{_P})", _until),
    rule("период @P", r"^(?:в |за )?период (?=@P\d+ - @P)", lambda _m, _l: ""),
    rule("- ", rf"{_P}(?:- {_P}){{2,}}", _chain),
    rule("- ", rf"(?P<a>{_P})- (?:по )?(?P<b>{_P})", _range),
    rule("- ", rf"[no](?P<n>\d+) - (?P<b>{_P})", _days),
    rule("@P", rf"(?P<days>(?:[no]\d+ (?:,|и|;) )+)(?P<b>{_P})", _more_days),
    rule(
        "начало ",
        rf"начало (?:[:-] )?(?:с )?(?P<a>{_P})(?:[,;¶⇥] )*(?:конец|окончание|завершение) (?:[:-] )?(?:по )?(?P<b>{_P})",
        _range,
    ),
    rule("⇥", rf"(?:с )?(?P<a>{_P})⇥ (?:по )?(?P<b>{_P})", _columns),
    rule("@P", rf"(?:(?:в )?срок )?{_BY_WORDS} (?P<b>{_P})(?:включительно )?", _by),
    rule("с @P", rf"(?:начиная )?с (?P<b>{_P})(?!(?:по|до|-) )", _since),
    rule("не ранее ", rf"не ранее (?:чем )?(?:с )?(?P<b>{_P})", _not_before),
)
