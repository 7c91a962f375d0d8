"""The workbook of a board: what the page says, sheet by sheet."""

from io import BytesIO
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from dashboards.figures.model import ChartModel, Column, Row, TableModel
from dashboards.tables import workbook
from tests.dashboards.figures.cases import every_chart


def sheets_of(content: bytes) -> dict[str, list[list[object]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names}


def test_every_chart_has_a_sheet_with_its_finding_and_every_row() -> None:
    charts = every_chart(12)
    sheets = sheets_of(workbook(charts, heading="Панель округа"))

    assert len(sheets) == len(charts) + 1
    for chart, rows in zip(charts, list(sheets.values())[1:], strict=True):
        assert rows[0][0] == chart.title
        cells = {tuple(cell for cell in row if cell != "") for row in rows}
        assert {row.cells for row in chart.table.rows} <= cells


def test_a_name_that_looks_like_a_formula_stays_a_name() -> None:
    table = TableModel("Школы", (Column("Школа"), Column("Пар")), (Row(('=HYPERLINK("http://x.example")', "1")),))
    chart = ChartModel("x", 3, "Вывод", "Что измерено", None, table)
    content = workbook([chart], heading="Панель")

    assert list(sheets_of(content).values())[1][4] == ['=HYPERLINK("http://x.example")', "1"]
    with ZipFile(BytesIO(content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet2.xml")


def test_a_long_caption_is_cut_to_what_a_sheet_may_be_called() -> None:
    chart = ChartModel(
        "x", 8, "Вывод", "", None, TableModel("Мероприятия: [срок] до отчётной даты / школы", (Column("Ш"),), ())
    )

    assert list(sheets_of(workbook([chart], heading="Панель")))[1] == "8. Мероприятия срок до отчётной"
