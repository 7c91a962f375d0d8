"""Charts of a note: the board's own, drawn from the very forms the note was composed from.

Submissions never change, so a signed note gives the same pictures for ever.
"""

from collections.abc import Callable, Iterator

from dashboards.board_charts import coverage_data, formats_data, roadmap_data, satisfaction_data, young_teachers_data
from dashboards.board_data import BoardInput, SeasonForms
from dashboards.figures.coverage import coverage_chart
from dashboards.figures.formats import formats_chart
from dashboards.figures.model import ChartModel, School
from dashboards.figures.print.picture import picture
from dashboards.figures.publications import PublicationsData
from dashboards.figures.roadmap_progress import roadmap_chart
from dashboards.figures.satisfaction import satisfaction_chart
from dashboards.figures.submitted import HandedIn, SchoolForm
from dashboards.figures.wording import SCHOOLS_TO_COMPARE
from dashboards.figures.young_teachers import young_teachers_chart
from municipal.notes.domain.document import Picture
from municipal.notes.domain.draft import StoredNote
from municipal.notes.queries import basis_forms
from tenants.domain.school_year import Season


def _satisfaction(board: BoardInput) -> ChartModel | None:
    """In May only: October's note does not speak of how satisfied people were in spring."""
    data = satisfaction_data(board) if board.current.season.season is Season.MAY else None
    return satisfaction_chart(data) if data else None


# Section of the note → what stands after its text, in order.
PLACES: dict[str, tuple[Callable[[BoardInput], ChartModel | None], ...]] = {
    "coverage": (
        lambda board: coverage_chart(coverage_data(board)),
        lambda board: formats_chart(formats_data(board)),
        lambda board: young_teachers_chart(young_teachers_data(board)),
    ),
    "roadmap": (lambda board: roadmap_chart(roadmap_data(board)),),
    "surveys": (_satisfaction,),
}


def note_charts(note: StoredNote) -> dict[str, list[Picture]]:
    """Pictures by section, numbered through the note: «Рисунок 1. Наставляемых за год стало на 28 % больше».

    None where fewer than three schools (all, where there are fewer) have accepted forms. One query.
    """
    board = _board(note)
    if board is None:
        return {}
    found: dict[str, list[Picture]] = {}
    number = 0
    for section, charts in PLACES.items():
        for chart, png in _drawn(board, charts):
            number += 1
            found.setdefault(section, []).append(Picture(png, f"Рисунок {number}. {chart.title}", chart.alt))
    return found


def _drawn(
    board: BoardInput, charts: tuple[Callable[[BoardInput], ChartModel | None], ...]
) -> Iterator[tuple[ChartModel, bytes]]:
    for make in charts:
        chart = make(board)
        png = picture(chart) if chart is not None else None
        if chart is not None and png is not None:
            yield chart, png


def _board(note: StoredNote) -> BoardInput | None:
    seasons = tuple(SeasonForms(season, forms) for season, forms in basis_forms(note.basis.keys()))
    schools = tuple(School(school_id, name) for school_id, name in note.expected)
    if not seasons or len(seasons[-1].forms) < max(min(SCHOOLS_TO_COMPARE, len(schools)), 1):
        return None
    return BoardInput(
        seasons=seasons,
        states=tuple(SchoolForm(school, HandedIn.ACCEPTED) for school in schools),
        publications=PublicationsData(seasons[-1].season.school_year, 0, ()),
        carry=False,
    )
