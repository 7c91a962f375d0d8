"""Indicators against their yearly targets, each with its change since a comparable monitoring."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from municipal.notes.domain.note_input import NoteInput, PastMonitoring, Targets
from municipal.notes.domain.rulebook import IndicatorRow
from municipal.notes.domain.values.making import as_fraction, count, flag, known, listed, points, ratio, text
from municipal.notes.domain.values.slices import DEN, NUM, Slice
from municipal.notes.domain.values.value import Frame, Source, Value, ValueKind, Values
from tenants.domain.school_year import Season


def target_for(targets: Targets, code: str, year: int) -> Decimal | int | None:
    """The target of a year; one set for any year serves where the year has none of its own."""
    by_year = targets.get(code, {})
    return by_year.get(year, by_year.get(None))


def indicator_frames(
    given: NoteInput, rows: tuple[IndicatorRow, ...], now: Slice, before: Slice | None, year_ago: Slice | None
) -> list[Frame]:
    """For each indicator: numerator, denominator, share, target, gap, change."""
    past, past_title = comparable(given, before, year_ago)
    return [Frame(row.code, _indicator(given, row, now, past, past_title)) for row in rows]


def comparable(given: NoteInput, before: Slice | None, year_ago: Slice | None) -> tuple[Slice | None, str]:
    """What a share that grows through the school year may be compared with.

    May is compared with October of the same school year (the glossary's «динамика»), October with the October
    before: the May in between stands at the other end of another year and would always look better.
    """
    same_year = given.monitoring.season is Season.MAY
    past, monitoring = (before, given.previous) if same_year else (year_ago, given.year_ago)
    return past, monitoring.title if isinstance(monitoring, PastMonitoring) else ""


def _indicator(given: NoteInput, row: IndicatorRow, now: Slice, past: Slice | None, past_title: str) -> Values:
    sources = _sources(given, row, now)
    found: Values = {
        **text("indicator_title", row.title),
        **ratio("num/den", sources, share="share"),
        **count("num", [source for source in sources if source.part is NUM]),
        **count("den", [source for source in sources if source.part is DEN]),
    }
    if not sources:
        del found["num"], found["den"]
    asked = not row.numerator or (now.applies(row.numerator) and now.applies(row.denominator))
    nobody = bool(sources) and "share" not in found
    found |= flag("not_applicable", on=bool(now.forms) and (nobody or not asked))
    found |= flag("no_data", on=bool(now.forms) and asked and not sources)
    found |= against_target(found, "num/den", "share", target_for(given.targets, row.code, _year(given)))
    if past is not None and row.numerator:
        found |= _change(row, now, past, past_title)
    return found


def _year(given: NoteInput) -> int:
    return given.monitoring.reporting_date.year


def _sources(given: NoteInput, row: IndicatorRow, now: Slice) -> tuple[Source, ...]:
    if row.numerator:
        return now.paired(row.numerator, row.denominator)
    if given.enterprises is None:
        return ()
    entered = given.enterprises
    return (
        Source(None, None, "enterprises", entered.numerator, NUM),
        Source(None, None, "enterprises", entered.denominator, DEN),
    )


def against_target(found: Values, pair: str, share: str, target: Decimal | int | None) -> Values:
    """target, gap and target_unset; a share just under its target gets a decimal, so that it does not look reached."""
    if share not in found:
        return {}
    if target is None:
        return flag("target_unset", on=True)
    goal = as_fraction(target)
    held: Values = flag("target_unset", on=False)
    held["target"] = Value("target", ValueKind.SHARE, goal)
    lacking = goal - Fraction(found[share].number())
    if lacking > 0:
        gap = points("gap", found[share], goal)
        held["gap"] = replace(gap, value=-Fraction(gap.number()), printed=-gap.printed if gap.printed else None)
        if lacking < 1:
            held[pair] = replace(found[pair], decimals=1)
            held[share] = replace(found[share], decimals=1)
    return held


def _change(row: IndicatorRow, now: Slice, past: Slice, past_title: str) -> Values:
    ids = now.ids & past.ids
    current = ratio("_", now.only(ids).paired(row.numerator, row.denominator), share="share_common")
    was = ratio("_", past.only(ids).paired(row.numerator, row.denominator), share="share_prev")
    if not current or not was:
        return {}
    diff = points("share_diff", current["share_common"], was["share_prev"])
    return text("compare_title", past_title) | {diff.code: diff}


def target_totals(frames: list[Frame]) -> Values:
    """How many indicators have a share, a target, and stand below it."""
    rated = [frame for frame in frames if "share" in frame.values]
    missed = [frame for frame in rated if "gap" in frame.values]
    unset = [frame for frame in rated if frame.values["target_unset"].value]
    titles = [str(frame.values["indicator_title"].value) for frame in missed]
    return {
        **known("targets_rated", len(rated)),
        **known("targets_unset", len(unset)),
        **known("targets_missed", len(missed)),
        **listed("targets_missed_titles", [_quiet(title) for title in titles], "targets"),
    }


def _quiet(title: str) -> str:
    return title[:1].lower() + title[1:]
