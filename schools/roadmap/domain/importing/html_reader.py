"""Pages of a site: saved as .html or copied with their markup. Layout tables are looked through."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

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

MAX_ROWS, MAX_SPAN, MAX_WIDTH = 5000, 63, 200
PLAN_WIDTH = 3
UNSEEN = frozenset(
    {"script", "style", "head", "template", "noscript", "nav", "select", "textarea", "svg", "iframe", "object", "del"}
)
STRUCK = frozenset({"s", "strike"})
PARTING = frozenset({"p", "div", "li", "ul", "ol", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th"}) | {
    "section", "article", "main", "header", "footer", "dl", "dt", "dd", "blockquote", "pre", "form", "caption",
    "tr", "body",
}  # fmt: skip
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|text-decoration\s*:\s*line-through")
BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)")
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
START = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|meta|body|table|div|p)\b", re.I | re.S
)
TABLE = re.compile(r"<table\b.*?<t[dh]\b", re.I | re.S)
Hanging = dict[int, tuple[int, int]]
ENCODINGS = frozenset({"utf-8", "utf8", "windows-1251", "cp1251", "koi8-r", "utf-16"})


def looks_like_html(data: bytes) -> bool:
    """A web page by its first bytes; portals also give such pages the ending .doc or .xls."""
    head = data[:4096]
    is_xml = re.match(rb"^(?:\xef\xbb\xbf)?\s*<\?xml", head) and re.search(rb"<html\b|<!doctype html", head, re.I)
    return bool(is_xml or START.match(head) or (data[:2] in (b"\xff\xfe", b"\xfe\xff") and b"<\0" in head[:16]))


def has_table(text: str) -> bool:
    """Pasted text that holds the markup of a table."""
    return bool(TABLE.search(text))


def read_html_file(data: bytes, filename: str) -> RawDocument:
    """A saved page. Raises ``UnreadableRoadmap`` where its encoding is unknown or it is no page at all."""
    declared = CHARSET.search(data[:4096])
    named = declared[1].decode("ascii", "replace").lower() if declared else ""
    tries = ["utf-16"] if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig"]
    tries += [named] if named in ENCODINGS else []
    for encoding in (*tries, "cp1251"):
        try:
            return read_html(data.decode(encoding), filename)
        except UnicodeDecodeError:
            continue
    raise _unreadable(filename)


def read_html(text: str, name: str = "вставленный текст") -> RawDocument:
    """Tables and the text between them, in order."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text.replace("\x00", "").lstrip("\ufeff"))
    try:
        root = html.document_fromstring(text, parser=parser)
        reader = _Reader(name)
        reader.read(root)
        reader.close()
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise _unreadable(name) from error
    return RawDocument(tuple(reader.blocks), "html")


def _unreadable(name: str) -> UnreadableRoadmap:
    return UnreadableRoadmap(
        f"Страница «{name}» не прочитана: её содержимое повреждено.",
        "Откройте её в браузере, выделите таблицу, скопируйте и вставьте её текстом.",
    )


@dataclass
class _Reader:
    name: str
    blocks: list[Paragraph | RawTable] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    rows_seen: int = 0

    def read(self, element: etree._Element) -> None:
        for item in _seen(element):
            if isinstance(item, str):
                self.words.append(item)
            elif item.tag == "table":
                self.close()
                self._table(item)
            else:
                parts = item.tag in PARTING
                self.words.append("\n" if parts else "")
                self.read(item)
                self.words.append("\n" if parts else "")

    def close(self) -> None:
        """What was read since the last table becomes paragraphs."""
        self.blocks += [Paragraph(line) for line in clean_cell(_text(self.words)).split("\n") if line]
        self.words = []

    def _table(self, table: etree._Element) -> None:
        rows = list(_rows(table))
        if any(_is_plan(inner) for inner in table.iter("table") if inner is not table):
            for cell in (cell for row in rows for cell in _cells(row)):
                self.read(cell)
                self.close()
            return
        self.rows_seen += len(rows)
        if self.rows_seen > MAX_ROWS:
            raise UnreadableRoadmap(
                f"Страница «{self.name}» не прочитана: в её таблицах больше {MAX_ROWS} строк.",
                "Скопируйте со страницы только дорожную карту и вставьте её текстом.",
            )
        laid = _grid(rows)
        merged = any(cell.merge is not Merge.NONE for row in laid for cell in row.cells)
        self.blocks.append(RawTable(laid, merges_kept=merged))


def _seen(element: etree._Element) -> Iterator[etree._Element | str]:
    """Texts and elements that a visitor of the page sees, in order; line breaks of the source are blanks."""
    if element.text:
        yield re.sub(r"\s", " ", element.text)
    for item in element:
        if not _is_hidden(item):
            yield item
        if item.tail:
            yield re.sub(r"\s", " ", item.tail)


def _is_hidden(item: etree._Element) -> bool:
    struck = item.tag in UNSEEN or item.tag in STRUCK or item.get("hidden") is not None
    return struck or bool(HIDDEN.search(item.get("style", "").lower()))


def _text(words: list[str]) -> str:
    return re.sub(r" *\n *", "\n", "".join(words))


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for item in table:
        if item.tag == "tr" and not _is_hidden(item):
            yield item
        elif item.tag in ("thead", "tbody", "tfoot", "form", "center"):
            yield from _rows(item)


def _cells(row: etree._Element) -> list[etree._Element]:
    return [item for item in row if item.tag in ("td", "th") and not _is_hidden(item)]


def _is_plan(table: etree._Element) -> bool:
    rows = [len(_cells(row)) for row in _rows(table)]
    return len(rows) > 1 and max(rows) >= PLAN_WIDTH


def _grid(rows: list[etree._Element]) -> tuple[RawRow, ...]:
    """Rows with grid columns: a cell of several rows stands in each of them, below the first as a continuation."""
    hanging: Hanging = {}
    laid = []
    for number, row in enumerate(rows, 1):
        cells, hanging = _laid(_cells(row), hanging)
        laid.append(RawRow(number, tuple(cells), bool(cells) and all(item.tag == "th" for item in _cells(row))))
    return tuple(laid)


def _laid(items: list[etree._Element], hanging: Hanging) -> tuple[list[RawCell], Hanging]:
    """One row of cells, and what of it hangs into the next row: by grid column, rows still covered and width."""
    cells: list[RawCell] = []
    below: Hanging = {}
    column = 0
    waiting = list(items)
    while (waiting or any(place >= column for place in hanging)) and column < MAX_WIDTH:
        if column in hanging:
            left, span = hanging[column]
            cells.append(RawCell("", column, span, Merge.CONTINUES))
        elif waiting:
            item = waiting.pop(0)
            left, span = _span(item, "rowspan"), _span(item, "colspan")
            text, bold = _cell_text(item)
            cells.append(RawCell(text, column, span, Merge.STARTS if left > 1 else Merge.NONE, bold))
        else:
            column += 1
            continue
        if left > 1:
            below[column] = (left - 1, span)
        column += span
    return cells, below


def _span(item: etree._Element, name: str) -> int:
    text = item.get(name, "1").strip()
    return max(1, min(int(text), MAX_SPAN)) if text.isascii() and text.isdigit() and len(text) < len("10000") else 1


def _cell_text(item: etree._Element) -> tuple[str, bool]:
    reader = _Words()
    reader.read(item, bold=False)
    text = clean_cell(_text(reader.words))
    return text, bool(text) and not reader.has_light


@dataclass
class _Words:
    words: list[str] = field(default_factory=list)
    has_light: bool = False

    def read(self, element: etree._Element, *, bold: bool) -> None:
        bold = bold or element.tag in ("b", "strong", "th") or bool(BOLD.search(element.get("style", "").lower()))
        for item in _seen(element):
            if isinstance(item, str):
                self.words.append(item)
                self.has_light |= bool(item.strip()) and not bold
            else:
                parts = item.tag in PARTING or item.tag == "table"
                self.words.append("\n" if parts else "")
                self.read(item, bold=bold)
                self.words.append("\n" if parts else "")
