"""Chart 6. Are they content: shares of satisfied against the target."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from dashboards.figures.drawing import Bar, Bars, Tone
from dashboards.figures.model import ChartModel, Column, Row, TableModel
from dashboards.figures.wording import ANSWERS_TO_SHOW, PERCENT_MIN_BASE, in_words_of, sentences
from tenants.domain.russian import NBSP, NO_DATA, join_and, number, percent, percent_whole, plural

FEW_ANSWERS = f"меньше{NBSP}{ANSWERS_TO_SHOW} ответов"
_TONES = (Tone.MAIN, Tone.FOURTH, Tone.THIRD)


@dataclass(frozen=True, slots=True)
class SatisfiedGroup:
    """``satisfied`` of ``base`` people; ``answered`` — how many filled the questionnaire in. None — no data.

    ``whom`` is the dative plural for the finding: «наставляемым».
    """

    title: str
    whom: str
    satisfied: int | None
    base: int | None
    answered: int | None
    target_percent: int | None = None

    @property
    def shown(self) -> bool:
        """A share rests on a denominator and on five answers at least, so that nobody can be told by it."""
        enough = self.answered is None or self.answered >= ANSWERS_TO_SHOW
        return self.satisfied is not None and bool(self.base) and enough


@dataclass(frozen=True, slots=True)
class SatisfactionData:
    """``season_title``: «Май 2025»; ``base_words`` says of whom the per cent is («% участников»)."""

    season_title: str
    groups: tuple[SatisfiedGroup, ...]
    base_words: str = "% участников"
    remark: str = ""


def satisfaction_chart(data: SatisfactionData) -> ChartModel:
    """A common target is a line across the bars; where targets differ they stand in the table only."""
    targets = {group.target_percent for group in data.groups}
    target = targets.pop() if len(targets) == 1 else None
    bars = tuple(_bar(group, tone) for group, tone in zip(data.groups, _TONES, strict=False))
    shown = any(group.shown for group in data.groups)
    text = "" if target is None else f"цель{NBSP}{number(target)}{NBSP}%"
    return ChartModel(
        code="satisfaction",
        number=6,
        title=_title(data.groups),
        subtitle=f"Довольны участием, {data.base_words}, {data.season_title.lower()}",
        drawing=Bars(bars, ceiling=100, target=target, target_text=text) if shown else None,
        table=TableModel(
            caption=f"Удовлетворённость участников, {data.season_title.lower()}",
            columns=(
                Column("Кто"),
                Column("Ответили", numeric=True),
                Column("Довольны", numeric=True),
                Column("Доля", numeric=True),
                Column("Цель", numeric=True),
            ),
            rows=tuple(_row(group) for group in data.groups),
        ),
        note=sentences(data.remark, _hidden_note(data.groups)),
    )


def _title(groups: tuple[SatisfiedGroup, ...]) -> str:
    shown = [group for group in groups if group.shown]
    if not shown:
        return "Итогов опроса нет"
    behind = [(group.whom, gap) for group in shown if (gap := _gap(group)) is not None and gap > 0]
    if len(behind) == 1:
        whom, gap = behind[0]
        return f"{whom.capitalize()} до{NBSP}цели не{NBSP}хватает {_points_of(gap)}"
    if behind:
        parts = [f"{whom} {_points_of(gap)}" for whom, gap in behind]
        return f"До{NBSP}цели не{NBSP}хватает: {join_and(parts)}"
    if any(group.target_percent is not None for group in shown):
        return "Цель по удовлетворённости достигнута"
    return f"Довольны участием: {join_and([f'{group.title.lower()} — {_share_words(group)}' for group in shown])}"


def _gap(group: SatisfiedGroup) -> Decimal | None:
    """Points short of the target as printed: whole, or with a decimal where rounding would hide the shortage."""
    if group.target_percent is None or group.satisfied is None or not group.base:
        return None
    exact = Decimal(group.satisfied) * 100 / Decimal(group.base)
    if exact >= group.target_percent:
        return Decimal(0)
    whole = Decimal(group.target_percent - percent_whole(group.satisfied, group.base))
    if whole > 0:
        return whole
    return max((group.target_percent - exact).quantize(Decimal("0.1"), ROUND_HALF_UP), Decimal("0.1"))


def _points_of(gap: Decimal) -> str:
    if gap != int(gap):
        return f"{number(gap)} пункта"
    return f"{in_words_of(int(gap))} {plural(int(gap), 'пункта', 'пунктов', 'пунктов')}"


def _share(group: SatisfiedGroup) -> str:
    """«84 %», with a decimal where the whole number equals a target that was not reached."""
    gap = _gap(group)
    if gap is not None and gap != int(gap):
        return f"{number(Decimal(group.target_percent or 0) - gap)}{NBSP}%"
    return percent(group.satisfied, group.base)


def _share_words(group: SatisfiedGroup) -> str:
    if (group.base or 0) < PERCENT_MIN_BASE:
        return f"{number(group.satisfied or 0)} из{NBSP}{number(group.base or 0)}"
    return _share(group)


def _bar(group: SatisfiedGroup, tone: Tone) -> Bar:
    if not group.shown:
        return Bar(group.title, None, _absent(group), tone)
    return Bar(group.title, Decimal(group.satisfied or 0) * 100 / Decimal(group.base or 1), _share(group), tone)


def _row(group: SatisfiedGroup) -> Row:
    target = "—" if group.target_percent is None else f"{number(group.target_percent)}{NBSP}%"
    answered = NO_DATA if group.answered is None else number(group.answered)
    if not group.shown:
        return Row((group.title, answered, _absent(group), _absent(group), target))
    satisfied = f"{number(group.satisfied or 0)} из{NBSP}{number(group.base or 0)}"
    return Row((group.title, answered, satisfied, _share(group), target))


def _absent(group: SatisfiedGroup) -> str:
    if group.answered is not None and 0 < group.answered < ANSWERS_TO_SHOW:
        return FEW_ANSWERS
    return NO_DATA


def _hidden_note(groups: tuple[SatisfiedGroup, ...]) -> str:
    if any(_absent(group) == FEW_ANSWERS for group in groups):
        return f"Итог показываем от{NBSP}пяти ответов, чтобы никого нельзя было узнать."
    return ""
