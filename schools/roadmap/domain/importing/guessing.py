"""Columns of tables without headings: by their content, or after the table that they continue."""

# ruff: noqa: PLR2004 -- weights and thresholds, found by trying on real and made-up roadmaps, stand where they act

from collections.abc import Sequence

from schools.roadmap.domain.importing.alignment import TIME_ROLES, Profile, align, profile
from schools.roadmap.domain.importing.blocks import Block, usual_spans
from schools.roadmap.domain.importing.item_numbers import split_number
from schools.roadmap.domain.importing.likeness import is_number
from schools.roadmap.domain.importing.lines import Line
from schools.roadmap.domain.importing.roles import Column, Role
from schools.roadmap.domain.importing.stage_titles import STAGE_WORD
from schools.roadmap.domain.importing.words import plain

Spans = list[tuple[int, int]]
SURE = 0.5


def columns_by_content(lines: Sequence[Line]) -> tuple[Column, ...]:
    """Roles guessed from what the cells hold; an empty tuple when they do not look like a plan of activities."""
    spans = usual_spans(list(lines))
    profiles = [profile(texts) for texts in column_texts(lines, spans)]
    if len(spans) == 1:
        return _single(spans, profiles[0])
    roles = [_plain_role(found, index) for index, found in enumerate(profiles)]
    _keep_best(roles, profiles)
    texts = [index for index, role in enumerate(roles) if role is Role.OTHER and profiles[index].filled]
    if not texts or not ({Role.DEADLINE, Role.NUMBER, Role.RESPONSIBLE} & set(roles)):
        return ()
    activity = max(
        texts, key=lambda index: profiles[index].deed * 2 + min(profiles[index].length, 120) / 120 - 0.3 * index
    )
    for index in texts:
        roles[index] = _text_role(index, activity, roles)
    return tuple(Column(*span, "", role, SURE) for span, role in zip(spans, roles, strict=True))


def _single(spans: Spans, only: Profile) -> tuple[Column, ...]:
    return (Column(*spans[0], "", Role.ACTIVITY, SURE),) if only.filled > 2 and only.deed > SURE else ()


def _plain_role(found: Profile, index: int) -> Role:
    if found.number > 0.6 and index < 2:
        return Role.NUMBER
    if found.deadline > 0.5:
        return Role.DEADLINE
    return Role.RESPONSIBLE if found.people > 0.5 and found.length < 150 else Role.OTHER


def _keep_best(roles: list[Role], profiles: list[Profile]) -> None:
    """One column a role; two columns of dates are a beginning and an end."""
    dates = [index for index, role in enumerate(roles) if role is Role.DEADLINE]
    if len(dates) == 2 and dates[1] == dates[0] + 1:
        roles[dates[0]], roles[dates[1]] = Role.START, Role.END
    elif len(dates) > 1:
        best = max(dates, key=lambda index: profiles[index].deadline * profiles[index].filled)
        for index in dates:
            roles[index] = Role.DEADLINE if index == best else Role.OTHER
    for role in (Role.NUMBER, Role.RESPONSIBLE):
        for index in [index for index, here in enumerate(roles) if here is role][1:]:
            roles[index] = Role.OTHER


def _text_role(index: int, activity: int, roles: list[Role]) -> Role:
    if index == activity:
        return Role.ACTIVITY
    if index < activity:
        return Role.STAGE if Role.STAGE not in roles else Role.OTHER
    if index == activity + 1 and any(role in (Role.DEADLINE, Role.START) for role in roles[index:]):
        return Role.CONTENT if Role.CONTENT not in roles else Role.OTHER
    return Role.RESULT if Role.RESULT not in roles else Role.OTHER


def columns_continued(lines: Sequence[Line], known: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of a table's continuation after a page break; an empty tuple when it does not fit ``known``."""
    if all(len(set(line.filled) - {text for text in line.filled if is_number(text)}) == 1 for line in lines):
        return known if all(_is_heading_text(line) for line in lines) else ()
    spans = usual_spans(list(lines))
    profiles = [profile(texts) for texts in column_texts(lines, spans)]
    same = len(spans) == len(known)
    places = list(range(len(known))) if same else align(profiles, [column.role for column in known])[0]
    if len(spans) < 2 or not _goes_on(
        profiles, [known[place].role if place >= 0 else Role.OTHER for place in places], same=same
    ):
        return ()
    return tuple(
        Column(
            *span, known[place].header, known[place].role, known[place].confidence if same else SURE, known[place].also
        )
        if place >= 0
        else Column(*span, "", Role.OTHER, 0.0)
        for span, place in zip(spans, places, strict=True)
    )


def _is_heading_text(line: Line) -> bool:
    """A page that holds nothing but a section's heading."""
    text = " ".join(line.filled)
    return bool(split_number(text)[0].depth or STAGE_WORD.match(plain(text)))


def _goes_on(profiles: list[Profile], roles: list[Role], *, same: bool) -> bool:
    """A list of pairs or of addresses after the plan has other things in its columns than the plan had."""
    found = dict(zip(roles, profiles, strict=True))
    deeds = found.get(Role.ACTIVITY)
    if deeds is None or (deeds.people > 0.6 and deeds.deed < 0.3):
        return False
    times = max((found[role].deadline for role in TIME_ROLES if role in found), default=0.0)
    counted = same and Role.NUMBER in found and found[Role.NUMBER].number >= SURE
    return deeds.deed >= 0.3 or times >= 0.3 or counted


def refined(block: Block) -> tuple[Column, ...]:
    """Headings laid over richer rows: a wide heading over a number and a text, rows with an unnamed first column."""
    spans = usual_spans(block.lines)
    if len(spans) <= len(block.columns) or not block.columns:
        return _filled_in(block)
    texts = column_texts(block.lines, spans)
    profiles = [profile(column) for column in texts]
    if all(column.right - column.left == 1 for column in block.columns):
        places, _ = align(profiles, [column.role for column in block.columns])
    else:
        places = _by_grid(spans, block.columns)
    columns = []
    for index, span in enumerate(spans):
        owner = block.columns[places[index]] if places[index] >= 0 else None
        rivals = [other for other, place in enumerate(places) if place == places[index] and place >= 0]
        columns.append(_share(span, owner, index, rivals, profiles))
    return tuple(columns)


def _share(
    span: tuple[int, int], owner: Column | None, index: int, rivals: list[int], profiles: list[Profile]
) -> Column:
    here = profiles[index]
    if owner is None:
        return Column(*span, "", Role.NUMBER if here.number > SURE else Role.OTHER, SURE)
    if len(rivals) < 2:
        return Column(*span, owner.header, owner.role, owner.confidence, owner.also)
    if owner.role is not Role.NUMBER and here.number > SURE:
        return Column(*span, owner.header, Role.NUMBER, SURE)
    if owner.role is Role.DEADLINE and len(rivals) == 2 and all(profiles[rival].deadline > SURE for rival in rivals):
        return Column(*span, owner.header, Role.START if index == rivals[0] else Role.END, SURE)
    longest = max(rivals, key=lambda rival: profiles[rival].length * profiles[rival].filled)
    return Column(*span, owner.header, owner.role if index == longest else Role.OTHER, owner.confidence)


def _by_grid(spans: Spans, columns: tuple[Column, ...]) -> list[int]:
    return [
        max(range(len(columns)), key=lambda index: min(right, columns[index].right) - max(left, columns[index].left))
        for left, right in spans
    ]


def _filled_in(block: Block) -> tuple[Column, ...]:
    """A column whose heading is empty or unknown takes a role from its content, if that role is still free."""
    columns = list(block.columns)
    has = {column.role for column in columns}
    texts = column_texts(block.lines, [(column.left, column.right) for column in columns])
    for index, column in enumerate(columns):
        found = profile(texts[index])
        if column.confidence or not found.filled:
            continue
        role = _plain_role(found, index)
        if role is Role.OTHER and Role.ACTIVITY not in has and found.deed > SURE:
            role = Role.ACTIVITY
        if role not in has:
            columns[index] = Column(
                column.left, column.right, column.header, role, SURE if role is not Role.OTHER else 0.0
            )
            has.add(role)
    return tuple(columns)


def column_texts(lines: Sequence[Line], spans: Spans) -> list[list[str]]:
    """The cells that stand exactly under each span (in rows of the same shape by order)."""
    found: list[list[str]] = [[] for _ in spans]
    for line in lines:
        same_shape = len(line.cells) == len(spans)
        for index, cell in enumerate(line.cells):
            if same_shape:
                found[index].append(cell.text)
            elif (cell.column, cell.end) in spans:
                found[spans.index((cell.column, cell.end))].append(cell.text)
    return found
