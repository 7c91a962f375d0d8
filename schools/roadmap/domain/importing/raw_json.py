"""A raw document as JSON and back, so that a file once uploaded can be read again with other columns."""

from collections.abc import Mapping
from typing import Any

from schools.roadmap.domain.importing.raw import Merge, Paragraph, RawCell, RawDocument, RawRow, RawTable


def to_layout(raw: RawDocument) -> dict[str, Any]:
    return {
        "source": raw.source,
        "blocks": [
            block.text
            if isinstance(block, Paragraph)
            else {
                "title": block.title,
                "merges": block.merges_kept,
                "rows": [
                    [row.number, int(row.repeats_as_header), [_cell(cell) for cell in row.cells]] for row in block.rows
                ],
            }
            for block in raw.blocks
        ],
    }


def _cell(cell: RawCell) -> list[Any]:
    return [cell.text, cell.column, cell.span, cell.merge.value, int(cell.bold)]


def from_layout(layout: Mapping[str, Any]) -> RawDocument:
    """The document that ``to_layout`` wrote."""
    return RawDocument(
        tuple(
            Paragraph(block)
            if isinstance(block, str)
            else RawTable(tuple(_row(*row) for row in block["rows"]), block["title"], block["merges"])
            for block in layout["blocks"]
        ),
        layout["source"],
    )


def _row(number: int, repeats: int, cells: list[list[Any]]) -> RawRow:
    return RawRow(
        number,
        tuple(RawCell(text, column, span, Merge(merge), bool(bold)) for text, column, span, merge, bold in cells),
        bool(repeats),
    )
