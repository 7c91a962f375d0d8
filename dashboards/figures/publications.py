"""Chart 7. Is the plan of publications met: a cell a material, empty cells up to the norm."""

from dataclasses import dataclass
from datetime import date

from dashboards.figures.drawing import PublicationCell, PublicationCells
from dashboards.figures.model import ChartModel, Column, Row, TableModel
from dashboards.figures.wording import in_words, in_words_of, sentences
from tenants.domain.russian import NBSP, counted, date_numeric, date_words, number, plural
from tenants.domain.school_year import SchoolYear

CELLS_AT_MOST = 12


@dataclass(frozen=True, slots=True)
class PublishedItem:
    """A material of the municipality: when, what, where («сайт ИМЦ»), address or empty."""

    published_on: date
    title: str
    resource: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class PublicationsData:
    """``norm`` a year. ``schools_published`` of ``schools`` put out their year's results; None — not counted yet."""

    school_year: SchoolYear
    norm: int
    items: tuple[PublishedItem, ...]
    schools: int = 0
    schools_published: int | None = None


def publications_chart(data: PublicationsData) -> ChartModel:
    """What came out, oldest first; the table holds all of it however many."""
    items = sorted(data.items, key=lambda item: (item.published_on, item.title))
    return ChartModel(
        code="publications",
        number=7,
        title=_title(len(items), data.norm),
        subtitle=f"Муниципальные ресурсы, {data.school_year.title} учебный год, {_norm_words(data.norm)}",
        drawing=PublicationCells((*_published(items), *_empty(len(items), data))),
        table=TableModel(
            caption=f"Публикации на муниципальных ресурсах, {data.school_year.title} учебный год",
            columns=(Column("Дата"), Column("Материал"), Column("Где")),
            rows=tuple(Row((date_numeric(item.published_on), item.title, item.resource)) for item in items),
        ),
        note=sentences(_left_note(len(items)), _schools_note(data)),
    )


def _title(count: int, norm: int) -> str:
    if count >= norm:
        return f"Норма публикаций выполнена: {number(count)} при{NBSP}норме {number(norm)}"
    if not count:
        return f"За{NBSP}год не{NBSP}опубликовано ни{NBSP}одного материала"
    verb = plural(count, "Опубликован", "Опубликованы", "Опубликовано")
    noun = plural(count, "материал", "материала", "материалов")
    return f"{verb} {in_words(count)} {noun} из{NBSP}{in_words_of(norm)} за{NBSP}год"


def _norm_words(norm: int) -> str:
    return f"норма — не{NBSP}меньше{NBSP}{number(norm)}"


def _published(items: list[PublishedItem]) -> list[PublicationCell]:
    return [PublicationCell(item.title, item.published_on, item.url) for item in items[:CELLS_AT_MOST]]


def _empty(count: int, data: PublicationsData) -> list[PublicationCell]:
    due = f"до{NBSP}{date_words(data.school_year.ends_on, with_year=False)}"
    return [PublicationCell(f"{at}-я", due=due) for at in range(count + 1, data.norm + 1)]


def _left_note(count: int) -> str:
    rest = count - CELLS_AT_MOST
    return "" if rest <= 0 else f"Ещё {counted(rest, 'материал', 'материала', 'материалов')} — в{NBSP}таблице."


def _schools_note(data: PublicationsData) -> str:
    if data.schools_published is None:
        return ""
    done = f"{number(data.schools_published)} из{NBSP}{number(data.schools)}"
    return f"Школы публикуют итоги года в{NBSP}мае, опубликовали: {done}."
