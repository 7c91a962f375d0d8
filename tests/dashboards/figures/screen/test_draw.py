"""What holds for every figure of the page, whatever it shows and of how many schools."""

import json
import re
from collections.abc import Iterator
from typing import Any

import plotly.graph_objects as go
import pytest

from dashboards.figures.drawing import (
    Bar,
    Bars,
    Line,
    LinePoint,
    SquareRow,
    Squares,
    Stack,
    StackRow,
    StackSeries,
    Tone,
)
from dashboards.figures.model import ChartModel
from dashboards.figures.screen.draw import to_plotly
from dashboards.figures.theme import PAPER_COLOURS
from tests.dashboards.figures.cases import every_chart

SIZES = (0, 1, 2, 3, 12, 60)
PLOTLY_CHARTS = {"coverage", "formats", "young_teachers", "satisfaction", "roadmap", "deviations"}
COLOUR_KEYS = {"color", "fillcolor", "bgcolor", "gridcolor", "linecolor", "paper_bgcolor", "plot_bgcolor", "fgcolor"}
ALLOWED = {*PAPER_COLOURS, "rgba(0,0,0,0)"}


def figures(size: int) -> list[tuple[ChartModel, dict[str, Any]]]:
    return [(chart, chart.plotly) for chart in every_chart(size) if chart.plotly is not None]


def strings_under(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from strings_under(part, name)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from strings_under(part, key)


@pytest.mark.parametrize("size", SIZES)
def test_every_figure_is_plain_json_without_nan(size: int) -> None:
    for _, figure in figures(size):
        assert json.loads(json.dumps(figure, allow_nan=False)) is not None


@pytest.mark.parametrize("size", SIZES)
def test_every_figure_passes_plotly_and_carries_no_template(size: int) -> None:
    for _, figure in figures(size):
        go.Figure({"data": figure["data"], "layout": figure["layout"]})
        assert "template" not in figure["layout"]
        assert len(json.dumps(figure)) < 60_000


@pytest.mark.parametrize("size", SIZES)
def test_colours_are_tokens_of_the_design_only(size: int) -> None:
    for _, figure in figures(size):
        colours = {text for key, text in strings_under(figure) if key in COLOUR_KEYS}
        assert colours - ALLOWED == set()


@pytest.mark.parametrize("size", SIZES)
def test_the_settings_of_the_house_stand_in_every_figure(size: int) -> None:
    for _, figure in figures(size):
        layout = figure["layout"]
        assert (layout["separators"], layout["showlegend"], layout["dragmode"]) == (",\u00a0", False, False)
        assert layout["font"]["size"] == 15
        assert layout["paper_bgcolor"] == "rgba(0,0,0,0)"
        assert figure["config"]["displayModeBar"] is False
        assert (figure["config"]["locale"], figure["config"]["responsive"]) == ("ru", True)


def test_there_are_no_pies_and_no_second_axes() -> None:
    for _, figure in figures(12):
        assert {trace["type"] for trace in figure["data"]} <= {"scatter", "bar"}
        assert {key for key in figure["layout"] if "axis" in key} == {"xaxis", "yaxis"}


def test_twelve_schools_give_all_the_figures_of_the_catalogue() -> None:
    charts = every_chart(12)

    assert {chart.code for chart in charts if chart.kind == "plotly"} == PLOTLY_CHARTS
    assert [chart.number for chart in charts] == [1, 2, 3, 4, 5, 6, 7, 8, 10]


def test_no_data_at_all_draws_nothing_and_says_so() -> None:
    for chart in every_chart(0):
        assert chart.plotly is None
        assert chart.title


def test_a_name_with_markup_is_shown_as_written() -> None:
    texts = [text for _, figure in figures(3) for key, text in strings_under(figure) if key == "text"]

    assert any("&lt;b&gt;Школа" in text for text in texts)
    assert not any(re.search(r"<(?!br>)", text) for text in texts)  # a tag with a style is blocked by the policy


def test_a_bar_without_a_value_is_no_bar_but_the_words() -> None:
    figure = to_plotly(Bars((Bar("СОШ № 1", 4, "4"), Bar("СОШ № 2", None, "нет данных"))))

    assert list(figure["data"][0]["x"]) == [4.0, None]
    assert [a["text"] for a in figure["layout"]["annotations"]] == ["СОШ № 1", "СОШ № 2", "нет данных"]


def test_the_axis_of_values_starts_at_nought_unless_there_is_a_fall() -> None:
    rising = to_plotly(Bars((Bar("а", 4, "4"),)))
    falling = to_plotly(Bars((Bar("а", 4, "4"), Bar("б", -2, "−2"))))
    line = to_plotly(Line((LinePoint("окт\n2024", 118), LinePoint("окт\n2025", 210))))

    assert rising["layout"]["xaxis"]["range"][0] == 0
    assert falling["layout"]["xaxis"]["range"][0] < -2
    assert line["layout"]["yaxis"]["range"][0] == 0


def test_a_season_without_data_is_a_gap_in_the_line() -> None:
    figure = to_plotly(Line((LinePoint("окт\n2024", 118), LinePoint("май\n2025", None), LinePoint("окт\n2025", 210))))

    assert list(figure["data"][0]["y"]) == [118, None, 210]
    assert figure["data"][0]["connectgaps"] is False
    assert [(a["text"], a["x"]) for a in figure["layout"]["annotations"]] == [("нет<br>данных", 1)]


def test_a_person_is_a_cell_and_one_without_a_mentor_is_crossed() -> None:
    figure = to_plotly(Squares((SquareRow("СОШ № 2", 4, 5, "4 из 5"), SquareRow("СОШ № 3", None, None, "нет данных"))))
    shapes = figure["layout"]["shapes"]

    assert [shape["type"] for shape in shapes] == ["rect"] * 5 + ["path"]
    assert [shape["fillcolor"] for shape in shapes[:5]] == ["var(--c1)"] * 4 + ["var(--warn-soft)"]


def test_more_people_than_a_line_holds_take_a_second_line() -> None:
    figure = to_plotly(Squares((SquareRow("СОШ № 2", 7, 7, "7 из 7"), SquareRow("СОШ № 3", 1, 1, "1 из 1"))))
    rows = [shape["yanchor"] for shape in figure["layout"]["shapes"]]

    assert rows == [0] * 6 + [1] + [2]


def test_parts_of_a_stack_are_traces_in_their_order() -> None:
    series = (StackSeries("выполнено", Tone.MAIN), StackSeries("просрочено", Tone.LOOK, hatched=True))
    figure = to_plotly(Stack(series, (StackRow("Этап 1", (3, 1), "1 из 4"), StackRow("Этап 2", None, "нет данных"))))

    assert [(trace["name"], list(trace["x"])) for trace in figure["data"]] == [
        ("выполнено", [3, None]),
        ("просрочено", [1, None]),
    ]
    assert figure["data"][1]["marker"]["pattern"]["shape"] == "/"
