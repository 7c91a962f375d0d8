"""What closes activities by itself: computed on reading from the registers, in at most four queries.

The rules are told in ``content/vocabulary.yaml``. Nothing is stored: an object that is mended or taken away mends the
roadmap too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from schools.roadmap.domain.by_registers import Registers, Rule, Tally, asked_once, close_by_rule, rule_of
from schools.roadmap.domain.closed import LEAD, Closed, assign, window_of
from schools.roadmap.domain.halves import STEADY
from schools.roadmap.domain.objects import ROUTES, WITH_PAGE, Found, ObjectKind
from schools.roadmap.models import Activity, Evidence, Roadmap, RoadmapStatus
from schools.roadmap.queries.objects import dated_objects
from schools.roadmap.queries.registers import pair_facts
from tenants.domain.russian import date_words

__all__ = ["Closings", "closings"]

PAPERS = ("document", "file", "publication")  # a file or a link given by hand closes these, by their rules


@dataclass(frozen=True, slots=True)
class Closings:
    """What was found for one activity.

    ``by_occurrence`` maps a date (its key) to what closes it; ``all`` is every object of the activity's kind, for
    half-years; ``tally`` how far a rule of the registers has got, None where the activity closes otherwise.
    """

    by_occurrence: dict[int, Closed] = field(default_factory=dict)
    all: tuple[Closed, ...] = ()
    tally: Tally | None = None


def closings(activities: Sequence[Activity], *, today: date) -> dict[int, Closings]:
    """By activity: what closes its dates as of ``today``. ``activities`` come with stage, roadmap, dates, evidence.

    Objects dated after ``today`` are not looked at, nor codes that are only a guess.
    """
    asked = [one for one in activities if one.closes_by and one.closes_by_checked and not one.is_heading]
    codes = {one.closes_by for one in asked}
    found, registers = _gather(asked, codes, today)
    rules = {code: asked_once(rule) for code in codes if (rule := rule_of(code)) is not None}
    result: dict[int, Closings] = {}
    by_roadmap: dict[int, list[Activity]] = {}
    for one in activities:
        by_roadmap.setdefault(one.stage.roadmap_id, []).append(one)
    for rows in by_roadmap.values():
        result |= _of_roadmap(rows, found, registers, rules, today)
    return result


def _gather(asked: Sequence[Activity], codes: Collection[str], today: date) -> tuple[list[Found], Registers]:
    if not asked:
        return [], Registers()
    since = min(one.stage.roadmap.period_from for one in asked) - LEAD
    until = min(today, max(one.stage.roadmap.period_to for one in asked))
    families = {code.partition(":")[0] for code in codes}
    found, mentees = dated_objects(since, until, with_forms="monitoring:municipal" in codes)
    if not families & {"consents", "matching", "pairs_confirmed", "meetings"}:
        return found, Registers()
    purposes = {code.partition(":")[2] or "processing" for code in codes if code.startswith("consents")}
    pairs = pair_facts(since, until, today=today, purposes=purposes, with_meetings="meetings" in families)
    return found, Registers(pairs, mentees)


def _of_roadmap(
    rows: Sequence[Activity], found: Sequence[Found], registers: Registers, rules: Mapping[str, Rule], today: date
) -> dict[int, Closings]:
    roadmap = rows[0].stage.roadmap
    approved = [*found, *_own_order(roadmap, today)]
    spent: set[tuple[ObjectKind, int]] = set()
    result: dict[int, Closings] = {}
    for one in sorted(rows, key=_first_due):
        own = _pinned(one, today)
        code = one.closes_by if one.closes_by_checked and not one.is_heading else ""
        rule = rules.get(code)
        if rule is not None:
            result[one.pk] = _by_rule(one, rule, registers, own, today)
            continue
        objects = [obj for obj in approved if code in obj.codes and (obj.kind, obj.id) not in spent]
        result[one.pk] = closed = _by_objects(one, objects, own)
        used = {id(each) for each in closed.by_occurrence.values()}
        for obj, each in zip(objects, closed.all[len(own) :], strict=True):
            if not obj.serves_all and id(each) in used:
                spent.add((obj.kind, obj.id))
    return result


def _first_due(one: Activity) -> date:
    return min((due.due_on for due in one.occurrences.all() if due.due_on), default=date.max)


def _own_order(roadmap: Roadmap, today: date) -> Iterable[Found]:
    """The order that approved this very roadmap."""
    if roadmap.order_date is None or roadmap.order_date > today or roadmap.status == RoadmapStatus.DRAFT:
        return ()
    words = f"приказом № {roadmap.order_number} от {date_words(roadmap.order_date)}"
    order = Found(
        ObjectKind.DOCUMENT, 0, roadmap.order_date, words.capitalize(), words, frozenset({"order:roadmap"}),
        "roadmap:plan",
    )  # fmt: skip
    return (order,)


def _pinned(one: Activity, today: date) -> list[Closed]:
    """Evidence given by hand that closes the activity by itself: an object always, a file or a link by the rules."""
    papers = one.closes_by.partition(":")[0] in PAPERS and one.closes_by_checked
    return [
        _of_evidence(each)
        for each in one.evidence.all()
        if each.shown_on <= today and (each.object_kind or (papers and (each.file_id or each.url)))
    ]


def _of_evidence(each: Evidence) -> Closed:
    on, words = each.shown_on, f"подтверждением «{each.title}»"
    if each.object_kind in set(ObjectKind):
        kind = ObjectKind(each.object_kind)
        return Closed(on, words, ROUTES[kind], each.object_id if kind in WITH_PAGE else None)
    return Closed(on, words, "files:download" if each.file_id else "", each.file_id)


def _by_objects(one: Activity, objects: Sequence[Found], own: Sequence[Closed]) -> Closings:
    period_from, period_to = one.stage.roadmap.period_from, one.stage.roadmap.period_to
    found = [*own, *(Closed(obj.on, obj.words, obj.route, obj.number or None) for obj in objects)]
    occurrences = [due for due in one.occurrences.all()]
    dated = sorted((due for due in occurrences if due.due_on is not None), key=lambda due: (due.due_on, due.pk))
    if one.deadline_kind in STEADY:
        return Closings(all=tuple(found))
    days = [due.due_on for due in dated if due.due_on is not None]
    taken = assign(days, found, starts_on=one.starts_on)
    by_occurrence = {due.pk: each for due, each in zip(dated, taken, strict=True) if each is not None}
    undated = [due for due in occurrences if due.due_on is None]
    within = sorted((each for each in found if period_from - LEAD <= each.on <= period_to), key=lambda each: each.on)
    by_occurrence |= {due.pk: each for due, each in zip(undated, within, strict=False)}
    return Closings(by_occurrence, tuple(found))


def _by_rule(one: Activity, rule: Rule, registers: Registers, own: Sequence[Closed], today: date) -> Closings:
    tally = rule(registers, min(today, one.stage.roadmap.period_to))
    by_occurrence: dict[int, Closed] = {}
    for due in one.occurrences.all():
        day = due.due_on or one.stage.roadmap.period_to
        at_the_end = one.closes_by == "meetings:regular"
        pinned = next((each for each in own if each.on in window_of(day, starts_on=one.starts_on)), None)
        closed = pinned or close_by_rule(
            rule, registers, due=day, starts_on=one.starts_on, at_the_end=at_the_end, today=today
        )
        if closed is not None:
            by_occurrence[due.pk] = closed
    return Closings(by_occurrence, tuple(by_occurrence.values()) or tuple(own), tally)
