"""The importer's front door: a raw document in, a preview of the roadmap out."""

import re

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.importing.blocks import Block, cut
from schools.roadmap.domain.importing.drafts import Draft
from schools.roadmap.domain.importing.entries import Entry, lay
from schools.roadmap.domain.importing.finishing import finish
from schools.roadmap.domain.importing.guessing import columns_by_content, columns_continued, refined
from schools.roadmap.domain.importing.headings import PURPOSE, is_document_title
from schools.roadmap.domain.importing.indicators import is_indicator_block, read_indicators
from schools.roadmap.domain.importing.item_numbers import mend_tens, split_number
from schools.roadmap.domain.importing.lines import lines_of
from schools.roadmap.domain.importing.lists_in_cells import parted
from schools.roadmap.domain.importing.raw import Paragraph, RawDocument, RawTable, UnreadableRoadmap
from schools.roadmap.domain.importing.result import ImportedRoadmap, RawLine, RecognisedColumn, Severity
from schools.roadmap.domain.importing.roles import Column, Role
from schools.roadmap.domain.importing.rows import RowReader
from schools.roadmap.domain.importing.stage_titles import STAGE_WORD
from schools.roadmap.domain.importing.staleness import owner_of, stale_warnings
from schools.roadmap.domain.importing.words import one_line, plain

APPROVAL = re.compile(r"утвержд|согласован|рассмотрен|принят\w* на|введен\w* в действие|м\.п\.|_{4,}")
MAX_APPROVAL_ROWS = 4
MAX_TITLE = 400
MOST_STAGES = 3  # more than so many stages an activity: the text was no plan
MAX_STAGE_TITLE = 200


def recognise(
    raw: RawDocument, period: Period, *, own_name: str | None = None, own_kind: str | None = None
) -> ImportedRoadmap:
    """Find the plan in a document: stages, activities with deadlines read for ``period``, indicators, what to check.

    ``own_name`` and ``own_kind`` (school, kindergarten, supplementary) are of the school that loads the map: other
    names and kinds are pointed out. Raises ``UnreadableRoadmap`` when the document holds no activities.
    """
    reading = _Reading(raw, period)
    for block in raw.blocks:
        if isinstance(block, Paragraph):
            reading.paragraph(block.text)
        else:
            reading.table(block)
    if not reading.draft.rows or len(reading.draft.stages) > MOST_STAGES * len(reading.draft.rows):
        raise _nothing(raw)
    return reading.result(own_name, own_kind)


class _Reading:
    """One pass over a document."""

    def __init__(self, raw: RawDocument, period: Period) -> None:
        self.raw, self.period = raw, period
        self.draft = Draft()
        self.rows = RowReader(self.draft)
        self.known: tuple[Column, ...] = ()
        self.columns: list[RecognisedColumn] = []
        self.tables = 0
        self.since_table: list[str] = []
        self.before: list[str] = []

    def paragraph(self, text: str) -> None:
        self.since_table.append(text)
        if not self.draft.rows:
            self.before.append(text)

    def table(self, table: RawTable) -> None:
        self.tables += 1
        lines = lines_of(table, self.tables)
        blocks = cut(lines, merges_kept=table.merges_kept or self.raw.source == "xlsx")
        for block in blocks:
            self._block(block, is_last=block is blocks[-1])
        self.since_table = []

    def _block(self, block: Block, *, is_last: bool) -> None:
        if block.headings and is_indicator_block(block):
            block.columns = refined(block)
            self._note_columns(block)
            entries = [lay(line, block.columns) for line in block.lines]
            fractions = self.raw.source == "xlsx"
            self.draft.indicators += read_indicators(entries, last_year=self.period.ends_on.year, fractions=fractions)
            return
        block.columns = self._columns(block, is_last=is_last)
        if not block.columns:
            self._skip(block)
            return
        self._note_columns(block)
        self._stage_before_table()
        self.known = block.columns
        self.rows.read(self._entries(block))

    def _columns(self, block: Block, *, is_last: bool) -> tuple[Column, ...]:
        if block.headings:
            is_plan = len(block.has - {Role.OTHER, Role.NUMBER}) > 1 or Role.ACTIVITY in block.has
            return refined(block) if is_plan and Role.ACTIVITY in block.has else ()
        if not block.lines or _is_approval(block) or (not is_last and not self.known):
            return ()
        if self.known:
            return columns_continued(block.lines, self.known)
        found = columns_by_content(block.lines)
        if found:
            message = "У таблицы нет строки с названиями столбцов: столбцы определены по содержанию. Проверьте их."
            self.draft.warn("header_missing", message)
        return found

    def _entries(self, block: Block) -> list[Entry]:
        entries = [lay(line, block.columns) for line in block.lines]
        if self.raw.source == "xlsx":
            for entry, number in zip(entries, mend_tens([entry.number for entry in entries]), strict=True):
                entry.number = number
        return parted(entries)

    def _stage_before_table(self) -> None:
        """«Раздел 2. …» written as a paragraph above its own table."""
        several = len(self.raw.tables) > 1 and bool(self.draft.rows or len(self.raw.tables) > self.tables)
        nearest = [text for text in self.since_table[-2:] if not PURPOSE.match(plain(text))]
        if not nearest or len(nearest[-1]) > MAX_STAGE_TITLE or is_document_title(nearest[-1]):
            return
        text = nearest[-1]
        number, rest = split_number(text)
        named = bool(STAGE_WORD.match(plain(text))) or (
            several and (number.is_roman or number.depth == 1) and bool(rest)
        )
        if named and not text.rstrip().endswith((";", ":")):
            self.draft.open_stage(text, number.text)
            self.rows.group = None

    def _note_columns(self, block: Block) -> None:
        for position, column in enumerate(block.columns, 1):
            header = one_line(column.header)
            if not header and column.role is Role.OTHER:
                continue
            self.columns.append(
                RecognisedColumn(block.table, position, header, column.role, round(column.confidence, 2))
            )
            if column.role is Role.OTHER and not column.confidence and header:
                message = f"Столбец «{header}» не распознан: его текст сохранён рядом с мероприятием."
                self.draft.warn("column_unknown", message, Severity.INFO)

    def _skip(self, block: Block) -> None:
        for line in block.lines:
            is_title = len(line.filled) == 1 and not self.draft.rows
            if is_title:
                self.before.extend(line.filled)
            elif not _is_approval(block):
                cells = tuple(line.filled)
                self.draft.unrecognised.append(RawLine(line.table, line.row, cells, "не похоже на план мероприятий"))
        if self.draft.rows and block.lines and not _is_approval(block):
            message = f"Таблица {block.table} не похожа на план мероприятий: она не загружена."
            self.draft.warn("table_skipped", message)

    def result(self, own_name: str | None, own_kind: str | None) -> ImportedRoadmap:
        draft = self.draft
        title = _title(self.before)
        activities = finish(draft, self.period)
        everything = "\n".join(text for activity in activities for text in activity.raw)
        owner = owner_of("\n".join(self.before[:40]), everything, own_name, own_kind)
        stale = stale_warnings(activities, draft.stages, title, self.period, owner)
        return ImportedRoadmap(
            title,
            tuple(draft.stages),
            tuple(draft.groups),
            activities,
            tuple(draft.indicators),
            tuple(self.columns),
            tuple(draft.warnings + stale),
            tuple(draft.unrecognised),
        )


def _is_approval(block: Block) -> bool:
    """«УТВЕРЖДЕНО приказом …» beside «СОГЛАСОВАНО …», signatures: a table only in form."""
    text = plain(" ".join(text for line in block.lines for text in line.filled))
    return len(block.lines) <= MAX_APPROVAL_ROWS and bool(APPROVAL.search(text))


def _title(paragraphs: list[str]) -> str:
    """The heading: from the last paragraph that says «дорожная карта» or «план» up to the table."""
    starts = [index for index, text in enumerate(paragraphs) if is_document_title(text) and len(text) <= MAX_TITLE]
    if not starts:
        return ""
    return one_line(
        " ".join(text for text in paragraphs[starts[-1] : starts[-1] + 3] if len(text) <= MAX_TITLE), MAX_TITLE
    )


def _nothing(raw: RawDocument) -> UnreadableRoadmap:
    what = "В файле нет таблицы с мероприятиями, дорожная карта не загружена."
    if any(table.rows for table in raw.tables):
        what = "В таблице не нашлось ни одного мероприятия, дорожная карта не загружена."
    return UnreadableRoadmap(
        what,
        "Проверьте, тот ли файл выбран и есть ли в таблице столбец с мероприятиями. Если они записаны не таблицей, "
        "вставьте их текстом, по одному в строке.",
    )
