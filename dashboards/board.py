"""The district's board as a value: what the page prints, the workbook holds and a note may borrow."""

from dataclasses import dataclass

from dashboards.board_charts import (
    coverage_data,
    deviations_data,
    formats_data,
    rhythm_data,
    roadmap_data,
    satisfaction_data,
    young_teachers_data,
)
from dashboards.board_data import BoardInput
from dashboards.board_words import Attention, attention, completeness, lead
from dashboards.figures.coverage import coverage_chart
from dashboards.figures.deviations import deviations_chart
from dashboards.figures.formats import formats_chart
from dashboards.figures.model import ChartModel
from dashboards.figures.publications import publications_chart
from dashboards.figures.rhythm import rhythm_chart
from dashboards.figures.roadmap_progress import roadmap_chart
from dashboards.figures.satisfaction import satisfaction_chart
from dashboards.figures.submitted import SubmittedData, submitted_chart
from dashboards.figures.wording import SCHOOLS_TO_COMPARE
from dashboards.figures.young_teachers import young_teachers_chart
from tenants.domain.russian import counted


@dataclass(frozen=True, slots=True)
class Board:
    """``charts`` in the order of the page. ``waiting`` says why there are fewer of them, empty where all are there."""

    season_title: str
    lead: str
    completeness: str
    attention: tuple[Attention, ...]
    charts: tuple[ChartModel, ...]
    waiting: str = ""

    @property
    def submitted(self) -> ChartModel:
        """Who handed in: the last chart, always there."""
        return self.charts[-1]

    def chart(self, code: str) -> ChartModel | None:
        """The chart with this code, if the board has it."""
        return next((chart for chart in self.charts if chart.code == code), None)


def compose_board(board: BoardInput) -> Board:
    """All charts where at least three schools (all, where there are fewer) have data; else who handed in, and why."""
    young, rhythm, roadmap = young_teachers_data(board), rhythm_data(board), roadmap_data(board)
    submitted = submitted_chart(SubmittedData(board.current.season.title, board.states))
    publications = publications_chart(board.publications)
    needed = max(min(SCHOOLS_TO_COMPARE, len(board.expected)), 1)
    enough = len(board.shown) >= needed
    satisfaction, deviations = satisfaction_data(board), deviations_data(board)
    charts = (
        [
            coverage_chart(coverage_data(board)),
            formats_chart(formats_data(board)),
            young_teachers_chart(young),
            rhythm_chart(rhythm),
            *([satisfaction_chart(satisfaction)] if satisfaction else []),
            publications,
            roadmap_chart(roadmap),
            *([deviations_chart(deviations)] if deviations else []),
            submitted,
        ]
        if enough
        else [publications, submitted]
    )
    return Board(
        season_title=board.current.season.title,
        lead=lead(board),
        completeness=completeness(board),
        attention=attention(board, young=young, rhythm=rhythm, roadmap=roadmap),
        charts=tuple(charts),
        waiting=""
        if enough
        else f"Графики появятся, когда сдадут хотя бы {counted(needed, 'школа', 'школы', 'школ')}.",
    )
