"""Word documents: tables with their merges and nested tables, paragraphs, list numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from schools.roadmap.domain.importing.docx_numbers import ListNumbers, read_list_numbers
from schools.roadmap.domain.importing.ooxml import (
    Package,
    attribute,
    broken,
    child,
    local_name,
    number_attribute,
)
from schools.roadmap.domain.importing.raw import (
    Merge,
    Paragraph,
    RawCell,
    RawDocument,
    RawRow,
    RawTable,
    UnreadableRoadmap,
)
from schools.roadmap.domain.importing.words import clean_cell

MAX_SPAN = 63  # Word allows no more columns
MAX_ROWS = 5000
MAX_NESTING = 6
PLAN_WIDTH, PLAN_ROWS = 3, 4  # a smaller table inside a cell only lays out the cell's own text
WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
# deleted and moved-away text, field codes, drawings and their fall-backs are not what the reader sees in the cell
UNSEEN = frozenset(
    {"del", "moveFrom", "instrText", "delText", "Fallback", "txbxContent", "drawing", "pict", "rPr", "pPr", "tbl"}
)
BREAKS = {"sym": " ", "br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}


def read_docx(data: bytes, filename: str) -> RawDocument:
    """``data`` has passed ``check_office_file``. Raises ``UnreadableRoadmap`` for damage inside the archive."""
    package = Package(data, filename)
    root = package.part("word/document.xml")
    body = child(root, "body") if root is not None else None
    if body is None:
        raise broken(filename)
    numbers = read_list_numbers(package.part("word/numbering.xml"), package.part("word/styles.xml"))
    reader = _Reader(filename, numbers)
    reader.read_blocks(body, depth=0)
    if not any(_has_words(block) for block in reader.blocks) and _has_pictures(body):
        raise UnreadableRoadmap(
            f"Файл «{filename}» не прочитан: в нём только рисунки, текста нет. Снимок таблицы прочитать нельзя.",
            "Найдите исходный документ Word или Excel либо наберите мероприятия и вставьте их текстом.",
        )
    return RawDocument(tuple(reader.blocks), "docx")


def _has_words(block: Paragraph | RawTable) -> bool:
    return isinstance(block, Paragraph) or any(cell.text for row in block.rows for cell in row.cells)


def _has_pictures(body: etree._Element) -> bool:
    return any(local_name(element) in ("drawing", "pict", "object") for element in body.iter())


@dataclass
class _Reader:
    filename: str
    numbers: ListNumbers
    blocks: list[Paragraph | RawTable] = field(default_factory=list)
    rows_seen: int = 0

    def read_blocks(self, parent: etree._Element, depth: int) -> None:
        for element in _through(parent):
            if local_name(element) == "p":
                text = clean_cell(self.paragraph(element))
                if text:
                    self.blocks.append(Paragraph(text))
            elif local_name(element) == "tbl":
                self.read_table(element, depth)

    def read_table(self, table: etree._Element, depth: int) -> None:
        if depth > MAX_NESTING:
            return
        rows: list[RawRow] = []
        nested: list[etree._Element] = []
        for tr in _through(table):
            if local_name(tr) != "tr" or _is_deleted(tr):
                continue
            self.rows_seen += 1
            if self.rows_seen > MAX_ROWS:
                raise UnreadableRoadmap(
                    f"Файл «{self.filename}» не прочитан: в его таблицах больше {MAX_ROWS} строк.",
                    "Оставьте в документе только дорожную карту и загрузите снова.",
                )
            rows.append(self.row(tr, len(rows) + 1, nested))
        self.blocks.append(
            RawTable(tuple(rows), merges_kept=any(c.merge is not Merge.NONE for r in rows for c in r.cells))
        )
        for inner in nested:
            self.read_table(inner, depth + 1)

    def row(self, tr: etree._Element, number: int, nested: list[etree._Element]) -> RawRow:
        properties = child(tr, "trPr")
        before = child(properties, "gridBefore") if properties is not None else None
        column = min(number_attribute(before, "val", 0), MAX_SPAN)
        cells: list[RawCell] = []
        for tc in _through(tr):
            if local_name(tc) != "tc":
                continue
            cell = self.cell(tc, column, nested)
            column = cell.end
            if _continues_sideways(tc) and cells:
                last = cells.pop()
                cell = RawCell(last.text, last.column, last.span + cell.span, last.merge, last.bold)
            cells.append(cell)
        is_header = properties is not None and child(properties, "tblHeader") is not None
        return RawRow(number, tuple(cells), is_header)

    def cell(self, tc: etree._Element, column: int, nested: list[etree._Element]) -> RawCell:
        properties = child(tc, "tcPr")
        span, merge = 1, Merge.NONE
        if properties is not None:
            span = max(1, min(number_attribute(child(properties, "gridSpan"), "val", 1), MAX_SPAN))
            vertical = child(properties, "vMerge")
            if vertical is not None:
                merge = Merge.STARTS if attribute(vertical, "val") == "restart" else Merge.CONTINUES
        paragraphs = list(_paragraphs(tc, nested))
        text = clean_cell("\n".join(self.paragraph(paragraph) for paragraph in paragraphs))
        return RawCell(text, column, span, merge, bool(text) and all(_is_bold(p) for p in paragraphs))

    def paragraph(self, paragraph: etree._Element) -> str:
        text = "".join(_texts(paragraph))
        label = self.numbers.label(paragraph)
        return f"{label} {text}" if label and not re.match(r"\s*\d+[.)]", text) else text


def _paragraphs(tc: etree._Element, nested: list[etree._Element], depth: int = 0) -> Iterator[etree._Element]:
    """The cell's paragraphs, those of a small table in it too; a table large enough for a plan goes to ``nested``."""
    for element in _through(tc):
        if local_name(element) == "p":
            yield element
        elif local_name(element) == "tbl":
            rows = [[tc for tc in _through(tr) if local_name(tc) == "tc"] for tr in _through(element)]
            width = max(map(len, rows), default=0)
            if depth >= MAX_NESTING or width >= PLAN_WIDTH or (width > 1 and len(rows) >= PLAN_ROWS):
                nested.append(element)
                continue
            for inner in (inner for row in rows for inner in row):
                yield from _paragraphs(inner, nested, depth + 1)


def _through(parent: etree._Element) -> Iterator[etree._Element]:
    """Children, with content controls and tracked insertions looked through."""
    for element in parent:
        if local_name(element) in WRAPPERS:
            yield from _through(element)
        else:
            yield element


def _texts(element: etree._Element) -> Iterator[str]:
    for item in element:
        name = local_name(item)
        if name == "t":
            yield item.text or ""
        elif name in BREAKS:
            yield BREAKS[name]
        elif name not in UNSEEN and not (name == "r" and _is_hidden(item)):
            yield from _texts(item)


def _flag(run: etree._Element, name: str) -> bool:
    properties = child(run, "rPr")
    mark = child(properties, name) if properties is not None else None
    return mark is not None and attribute(mark, "val") not in ("0", "false", "off")


def _is_hidden(run: etree._Element) -> bool:
    """Hidden, or struck out: the school has cancelled these words, though they still stand in the file."""
    return any(_flag(run, name) for name in ("vanish", "strike", "dstrike"))


def _is_bold(paragraph: etree._Element) -> bool:
    runs = [run for run in paragraph.iter() if local_name(run) == "r" and any(text.strip() for text in _texts(run))]
    return all(_flag(run, "b") for run in runs)


def _is_deleted(tr: etree._Element) -> bool:
    properties = child(tr, "trPr")
    return properties is not None and any(child(properties, name) is not None for name in ("del", "hidden"))


def _continues_sideways(tc: etree._Element) -> bool:
    """The old horizontal merge (``w:hMerge``): the cell belongs to the one on its left."""
    properties = child(tc, "tcPr")
    merge = child(properties, "hMerge") if properties is not None else None
    return merge is not None and attribute(merge, "val") != "restart"
