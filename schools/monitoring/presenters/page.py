"""A page of the form: the block's lines, the list of blocks beside it, the sentence under the heading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from municipal.campaigns.domain.calendar import Window
from municipal.indicators.editions import Block
from schools.monitoring.presenters.line import Faults, LineView
from schools.monitoring.presenters.links import block_address
from schools.monitoring.services.read_form import Form
from schools.monitoring.services.save_draft import why_closed
from tenants.domain.errors import Refusal
from tenants.domain.russian import NBSP, counted, date_words
from tenants.domain.school_year import SchoolYear

_WEEKDAYS_OF = ("понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья")


@dataclass(frozen=True, slots=True)
class Step:
    """A block in the list beside the form."""

    href: str
    title: str
    code: str
    words: str
    current: bool


@dataclass(frozen=True)
class FormPage:
    """What the page of a block shows. ``reads_only`` is for somebody who may look but not write."""

    form: Form
    year: SchoolYear
    block: Block
    reads_only: bool = False
    faults: Faults = field(default_factory=dict)

    @cached_property
    def blocks(self) -> list[Block]:
        return [block for block, _ in self.form.edition.blocks_for(self.form.ask.season, self.form.ask.organisation)]

    @cached_property
    def lines(self) -> list[LineView]:
        asked = {line.code for line in self.form.ask.lines}
        return [
            LineView(self.form, line, self.year, self.faults.get(line.code))
            for line in self.block.fields
            if line.code in asked
        ]

    @property
    def loud(self) -> list[LineView]:
        """Lines that wait for the curator."""
        return [line for line in self.lines if not line.is_quiet]

    @property
    def quiet(self) -> list[LineView]:
        """Computed lines that fold away."""
        return [line for line in self.lines if line.is_quiet]

    @property
    def quiet_words(self) -> str:
        """«12 строк посчитаны из ваших данных»."""
        count = len(self.quiet)
        verb = "посчитана" if count % 10 == 1 and count % 100 != 11 else "посчитаны"  # noqa: PLR2004 -- Russian plural
        return f"{counted(count, 'строка', 'строки', 'строк')} {verb} из ваших данных"

    @property
    def next_block(self) -> Block | None:
        at = self.blocks.index(self.block)
        return self.blocks[at + 1] if at + 1 < len(self.blocks) else None

    @property
    def previous_block(self) -> Block | None:
        at = self.blocks.index(self.block)
        return self.blocks[at - 1] if at else None

    @property
    def writes(self) -> bool:
        """Somebody who may write, in a form that takes it."""
        return not self.reads_only and self.form.is_writable

    @property
    def closed(self) -> Refusal | None:
        return why_closed(self.form)

    @cached_property
    def steps(self) -> list[Step]:
        return [_step(self.form, self.year, block, current=block.code == self.block.code) for block in self.blocks]

    @property
    def cells(self) -> dict[str, int]:
        """Squares of the aside: done and quiet, done but asking, all."""
        return cells_of(self.form)

    @property
    def lead(self) -> str:
        return lead_of(self.form)


def cells_of(form: Form) -> dict[str, int]:
    """How many required lines are answered, how many of them ask for a look, how many there are."""
    required = {line.code for line in form.ask.lines if line.required}
    check = len(form.to_check & required)
    return {"done": form.progress.done - check, "check": check, "total": form.progress.total}


def _step(form: Form, year: SchoolYear, block: Block, *, current: bool) -> Step:
    done = next(one for one in form.progress.blocks if one.code == block.code)
    asks = any(line.code in form.to_check for line in block.fields)
    code = "check" if asks else ("done" if done.is_complete else ("work" if done.done else "idle"))
    words = f"{done.done}{NBSP}из{NBSP}{done.total}"
    return Step(block_address(year, form.campaign.id, block.code), f"{block.code}. {block.title}", code, words, current)


def first_unfinished(form: Form) -> Block:
    """The block to begin with: of the methodist's first question, else the first that waits, else simply the first."""
    asked = list(form.edition.blocks_for(form.ask.season, form.ask.organisation))
    for block, lines in asked:
        if any(line.code in form.remarks for line in lines):
            return block
    progress = {one.code: one.is_complete for one in form.progress.blocks}
    for block, lines in asked:
        if not progress[block.code] or any(line.code in form.to_check for line in lines):
            return block
    return asked[0][0]


def due_words(day: date) -> str:
    """«пятницы, 24 октября»: after «до»."""
    return f"{_WEEKDAYS_OF[day.weekday()]}, {date_words(day, with_year=False)}"


def lead_of(form: Form) -> str:
    """«Осталось ввести 3 показателя и проверить 1. Сдать до пятницы, 24 октября.»"""
    return " ".join(filter(None, [_left(form), _term(form)]))


def _left(form: Form) -> str:
    fill, check = form.to_fill, len(form.to_check)
    parts: Iterable[str] = filter(
        None,
        [
            f"ввести {counted(fill, 'показатель', 'показателя', 'показателей')}" if fill else "",
            _checks(check, alone=not fill) if check else "",
        ],
    )
    left = " и ".join(parts)
    return f"Осталось {left}." if left else "Все показатели готовы."


def _checks(count: int, *, alone: bool) -> str:
    return f"проверить {counted(count, 'показатель', 'показателя', 'показателей')}" if alone else f"проверить {count}"


def _term(form: Form) -> str:
    dates, window = form.place.dates, form.place.window
    review = form.latest.review if form.latest else None
    if review and review.answer_by:
        return f"Ответьте методисту до {due_words(review.answer_by)}."
    if window is Window.LATE:
        closes = date_words(dates.closes_on, with_year=False)
        return (
            f"Срок был {date_words(dates.due_on, with_year=False)}, сдать можно с пометкой «позже срока» до {closes}."
        )
    return f"Сдать до {due_words(dates.due_on)}." if window is Window.ON_TIME else ""
