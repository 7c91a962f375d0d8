"""Charts on paper: the same drawing as a picture, with words for those who can't see it."""

import struct
import subprocess
import sys

import pytest

from dashboards.figures.drawing import Drawn, Line, LinePoint
from dashboards.figures.print.draw import to_png
from dashboards.figures.print.picture import picture
from tests.dashboards.figures.cases import every_chart

TEXT_WIDTH_OF_A4_AT_300_DPI = 1950


def size_of(png: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("size", (1, 12, 60))
def test_every_chart_that_is_drawn_on_the_page_has_a_picture_as_wide_as_the_text(size: int) -> None:
    for chart in every_chart(size):
        image = picture(chart)
        if chart.kind != "plotly":
            assert image is None
            continue
        assert image is not None
        assert image[:8] == b"\x89PNG\r\n\x1a\n"
        assert size_of(image)[0] == TEXT_WIDTH_OF_A4_AT_300_DPI


def test_the_same_drawing_gives_the_same_bytes() -> None:
    drawing: Drawn = Line(
        (LinePoint("окт\n2024", 118), LinePoint("окт\n2025", None), LinePoint("окт\n2025", 210, marked=True))
    )

    assert to_png(drawing) == to_png(drawing)


def test_the_words_for_a_picture_hold_the_finding_and_every_row() -> None:
    chart = next(chart for chart in every_chart(3) if chart.code == "deviations")

    assert chart.alt == (
        "Данные 2\u00a0школ из\u00a03, рано сравнивать. Изменение числа пар с\u00a0мая 2025 года. "
        "СОШ № 2 — 5 — 4 — −1; Каменская ООШ — 5 — 3 — −2; <b>Школа</b> & лицей — 5 — нет данных — нет данных."
    )


def test_matplotlib_is_not_loaded_until_a_picture_is_asked_for() -> None:
    code = (
        "import sys; from tests.dashboards.figures.cases import every_chart; "
        "[chart.title for chart in every_chart(3)]; import dashboards.figures.print.picture; "
        "sys.exit(1 if {'matplotlib', 'plotly'} & set(sys.modules) else 0)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
