"""Writes Word files cell by cell: merges, revisions, content controls and other things that Word itself writes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

SPACES = nsdecls("w")
COLUMN = 1900  # a column's width in twentieths of a point


@dataclass(frozen=True)
class Cell:
    """``xml`` replaces the paragraphs made of ``text`` (a line each); ``down`` is «restart» or «continue»."""

    text: str = ""
    span: int = 1
    down: str = ""
    xml: str = ""
    bold: bool = False


def run(text: str, properties: str = "") -> str:
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(text: str = "", *, inner: str = "", properties: str = "", bold: bool = False) -> str:
    start = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{start}{inner or run(text, '<w:b/>' if bold else '')}</w:p>"


def numbered_paragraph(text: str = "", *, list_id: int = 1, level: int = 0) -> str:
    """A paragraph whose number Word draws itself: the text does not hold it."""
    mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(text, properties=mark)


def cell(one: Cell | str) -> str:
    one = Cell(one) if isinstance(one, str) else one
    span = f'<w:gridSpan w:val="{one.span}"/>' if one.span > 1 else ""
    down = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}[one.down]
    inside = one.xml or "".join(paragraph(line, bold=one.bold) for line in one.text.split("\n"))
    width = f'<w:tcW w:w="{COLUMN * one.span}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{span}{down}</w:tcPr>{inside}</w:tc>"


def row(cells: Iterable[Cell | str], *, repeats: bool = False, properties: str = "") -> str:
    inside = properties + ("<w:tblHeader/>" if repeats else "")
    return f"<w:tr>{f'<w:trPr>{inside}</w:trPr>' if inside else ''}{''.join(map(cell, cells))}</w:tr>"


def table(rows: Iterable[str | Sequence[Cell | str]], columns: int) -> str:
    grid = f'<w:gridCol w:w="{COLUMN}"/>' * columns
    body = "".join(one if isinstance(one, str) else row(one) for one in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"


def control(inner: str) -> str:
    """A content control around anything: rows, cells, tables, runs."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def inserted(text: str) -> str:
    return f'<w:ins w:id="1" w:author="А" w:date="2025-09-01T00:00:00Z">{run(text)}</w:ins>'


def deleted(text: str) -> str:
    return (
        '<w:del w:id="2" w:author="А" w:date="2025-09-01T00:00:00Z">'
        f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'
    )


LANDSCAPE = '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr></w:pPr></w:p>'


def document(*blocks: str) -> bytes:
    """The bytes of a .docx whose body is the blocks, in order."""
    made = Document()
    body = made.element.body
    holder = parse_xml(f"<w:body {SPACES}>{''.join(blocks)}</w:body>")
    for element in list(holder):
        body.insert(len(body) - 1, element)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def approval() -> str:
    """The block of stamps above the title: a table that is not the roadmap."""
    left = "СОГЛАСОВАНО\nна заседании педагогического совета\nпротокол от 29.08.2025 № 1"
    right = "УТВЕРЖДАЮ\nДиректор МБОУ «Ключевская СОШ»\n__________ Л. В. Светлова\nприказ от 01.09.2025 № 147"
    return table([[left, right]], 2)


def title(model: str = "") -> str:
    return "".join(
        paragraph(line, bold=True)
        for line in (
            "ДОРОЖНАЯ КАРТА",
            f"реализации целевой модели наставничества{model}",
            "в МБОУ «Ключевская СОШ» на 2025/2026 учебный год",
        )
    )
