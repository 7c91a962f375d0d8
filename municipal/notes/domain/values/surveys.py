"""Surveys, satisfaction, growth, the curators' tables.

What people answered is sensitive: small numbers of it stay hidden. How many answered is not an answer.
"""

from dataclasses import replace

from municipal.notes.domain.note_input import NoteInput
from municipal.notes.domain.rulebook import RoleRow
from municipal.notes.domain.values.campaign import names_where
from municipal.notes.domain.values.making import count, flag, listed, ratio, text
from municipal.notes.domain.values.slices import DEN, NUM, Slice
from municipal.notes.domain.values.targets import against_target, target_for
from municipal.notes.domain.values.value import Frame, Source, SourcePart, Value, ValueKind, Values

PEOPLE = {"mentees": ("H1", "E11"), "mentors": ("H2", "E12")}
GROWTH = ("H6", "H7")
LEVELS = {"level_optimal": range(15, 19), "level_acceptable": range(9, 15), "level_unacceptable": range(9)}


def survey_values(given: NoteInput, now: Slice, *, response_low: int, smallest: int) -> Values:
    """Values of «Опросы и удовлетворённость» and «Рост участников»."""
    found: Values = {}
    sources: list[Source] = []
    for who, (answered, asked) in PEOPLE.items():
        paired = now.paired(answered, asked)
        sources.extend(paired)
        found |= ratio(f"{who}_responded/{who}_asked", paired)
    tops = [source for source in sources if source.part is NUM]
    if sources:
        found |= count("responses", tops) | ratio("responses/asked", sources, share="response_share")
    found |= listed("response_low_orgs", _rarely(given, now, response_low), "")
    return found | guarded(_growth(now), smallest) | _levels(now)


def _rarely(given: NoteInput, now: Slice, response_low: int) -> list[str]:
    sums: dict[int, tuple[int, int]] = {}
    for answered, asked in PEOPLE.values():
        for source in now.paired(answered, asked):
            if source.school_id is not None:
                num, den = sums.get(source.school_id, (0, 0))
                is_top = source.part is NUM
                sums[source.school_id] = (num + source.number * is_top, den + source.number * (not is_top))
    low = {school for school, (num, den) in sums.items() if den and num * 100 < response_low * den}
    return names_where(given, now, lambda form: form.school_id in low)


def _growth(now: Slice) -> Values:
    sources = [source for field in GROWTH for source in now.shares(field)]
    if not any(now.applies(field) for field in GROWTH):
        return {}
    compared = [source for source in sources if source.part is DEN]
    return count("compared", compared) | ratio("grew/compared", sources, share="grew_share")


def _levels(now: Slice) -> Values:
    scores = now.counts("H5")
    found = count("curator_tables", [now.source(form, "H5", 1) for form in now.forms if form.school_id in scores])
    for code, level in LEVELS.items():
        at_level = [form for form in now.forms if scores.get(form.school_id, -1) in level]
        found |= count(code, [now.source(form, "H5", 1) for form in at_level])
    return found


def role_frames(given: NoteInput, rows: tuple[RoleRow, ...], now: Slice, *, enough: int) -> list[Frame]:
    """Satisfaction of mentees and of mentors, out of everybody who took part."""
    return [Frame(row.code, _role(given, row, now, enough)) for row in rows]


def _role(given: NoteInput, row: RoleRow, now: Slice, enough: int) -> Values:
    sources = now.shares(row.satisfied)
    schools = {source.school_id for source in sources}
    answers = sum(number for school, number in now.counts(row.responded).items() if school in schools)
    target = target_for(given.targets, row.code, given.monitoring.reporting_date.year)
    found = {
        **text("satisfied_who", row.who),
        **text("satisfied_of", row.of),
        **ratio("satisfied/participants", sources, share="satisfied_share"),
        **flag("enough", on=answers >= enough),
    }
    if sources:
        found |= count("satisfied", [source for source in sources if source.part is NUM])
    found |= against_target(found, "satisfied/participants", "satisfied_share", target)
    return guarded(found, enough)


def guarded(found: Values, smallest: int) -> Values:
    """Hide figures about people's answers, all that come from one share, where those who answered so, or the rest,
    are a few people, or where one school could work out a few people of the others by taking its own away."""
    shares = [value for value in found.values() if value.kind is ValueKind.RATIO]
    if not any(_is_risky(value, smallest) for value in shares):
        return found
    return {code: replace(value, hidden=bool(value.sources)) for code, value in found.items()}


def _is_risky(share: Value, smallest: int) -> bool:
    positive = _by_school(share, NUM)
    everybody = _by_school(share, DEN)
    rest = {school: everybody[school] - positive[school] for school in everybody}
    return _has_few(positive, smallest) or _has_few(rest, smallest)


def _by_school(share: Value, part: SourcePart) -> dict[int | None, int]:
    sums: dict[int | None, int] = {}
    for source in share.sources:
        if source.part is part:
            sums[source.school_id] = sums.get(source.school_id, 0) + source.number
    return sums


def _has_few(by_school: dict[int | None, int], smallest: int) -> bool:
    total = sum(by_school.values())
    return 0 < total < smallest or any(0 < total - own < smallest for own in by_school.values())
