"""Chart 1. Who handed in: schools of a campaign as squares, those that need attention first."""

from dataclasses import dataclass
from enum import StrEnum

from dashboards.figures.drawing import SchoolSquare, SchoolSquares
from dashboards.figures.model import ChartModel, Column, Row, School, TableModel
from dashboards.figures.wording import in_words_feminine
from tenants.domain.russian import NBSP, counted, number, plural


class HandedIn(StrEnum):
    """A school's form in a campaign, in the order of attention."""

    LATE = "late"
    MISSING = "missing"  # the campaign is closed
    RETURNED = "returned"
    REVIEW = "review"
    SOON = "soon"
    FILLING = "filling"
    NOT_STARTED = "not_started"
    ACCEPTED = "accepted"


_HANDED_IN = (HandedIn.ACCEPTED, HandedIn.REVIEW, HandedIn.RETURNED)
# the sign of a state (one of the nine of the product) and its word
_LOOKS = {
    HandedIn.LATE: ("late", "Опаздывает"),
    HandedIn.MISSING: ("late", "Не сдан"),
    HandedIn.RETURNED: ("return", "Возвращён"),
    HandedIn.REVIEW: ("review", "На проверке"),
    HandedIn.SOON: ("soon", "Скоро срок"),
    HandedIn.FILLING: ("work", "Заполняется"),
    HandedIn.NOT_STARTED: ("idle", "Не начат"),
    HandedIn.ACCEPTED: ("done", "Принят"),
}


@dataclass(frozen=True, slots=True)
class SchoolForm:
    """One school; ``detail`` replaces the state's own word («Опаздывает на 3 дня») where more is known."""

    school: School
    state: HandedIn
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SubmittedData:
    """``campaign`` is its title: «Октябрь 2025»."""

    campaign: str
    forms: tuple[SchoolForm, ...]


def submitted_chart(data: SubmittedData) -> ChartModel:
    """A returned form counts as handed in: it is the methodist who sent it back."""
    order = list(HandedIn)
    forms = sorted(data.forms, key=lambda form: order.index(form.state))
    return ChartModel(
        code="submitted",
        number=1,
        title=_title(data),
        subtitle=f"Мониторинг «{data.campaign}», {counted(len(forms), 'школа', 'школы', 'школ')}",
        drawing=SchoolSquares(tuple(_square(form) for form in forms)) if forms else None,
        table=TableModel(
            caption=f"Состояние отчётов школ, мониторинг «{data.campaign}»",
            columns=(Column("Школа"), Column("Отчёт")),
            rows=tuple(Row((form.school.name, _words(form)), form.school.id) for form in forms),
        ),
    )


def _title(data: SubmittedData) -> str:
    total = len(data.forms)
    done = sum(form.state in _HANDED_IN for form in data.forms)
    late, missing = (sum(form.state is state for form in data.forms) for state in (HandedIn.LATE, HandedIn.MISSING))
    if not total:
        return "В этом мониторинге нет школ"
    if not done:
        said = "Мониторинг никто не сдал"
    elif done == total:
        return f"Мониторинг сдали все школы: {number(total)}"
    else:
        verb = plural(done, "Сдала", "Сдали", "Сдали")
        said = f"{verb} {counted(done, 'школа', 'школы', 'школ')} из{NBSP}{number(total)}"
    tails = [_tail(late, "опаздывает", "опаздывают"), _tail(missing, "не сдала", "не сдали")]
    return ", ".join([said, *(tail for tail in tails if tail)])


def _tail(n: int, one: str, many: str) -> str:
    return f"{in_words_feminine(n)} {plural(n, one, many, many)}" if n else ""


def _square(form: SchoolForm) -> SchoolSquare:
    return SchoolSquare(form.school.name, _LOOKS[form.state][0], _words(form), form.school.id)


def _words(form: SchoolForm) -> str:
    return form.detail or _LOOKS[form.state][1]
