"""The importer's front door: a raw document in, a preview of the roadmap out."""

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.importing.blocks import Block, cut, usual_spans
from schools.roadmap.domain.importing.columns import (
    Assigned,
    TableColumns,
    bare_columns,
    columns_to_show,
    key_of,
    may_be_a_plan,
    with_roles,
)
from schools.roadmap.domain.importing.drafts import Draft
from schools.roadmap.domain.importing.entries import Entry, lay
from schools.roadmap.domain.importing.finishing import finish
from schools.roadmap.domain.importing.front_matter import is_approval, title_of
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
from schools.roadmap.domain.importing.unknown_headings import take_unknown_headings
from schools.roadmap.domain.importing.words import one_line, plain

MOST_ROWS = 2000  # reading them takes seconds, and a person could not look them through
MOST_STAGES = 3  # more than so many stages an activity: the text was no plan
MAX_STAGE_TITLE = 200


def recognise(
    raw: RawDocument,
    period: Period,
    *,
    own_name: str | None = None,
    own_kind: str | None = None,
    assigned: Assigned | None = None,
) -> ImportedRoadmap:
    """Find the plan in a document: stages, activities with deadlines read for ``period``, indicators, what to check.

    ``own_name`` and ``own_kind`` (school, kindergarten, supplementary) are of the school that loads the map: other
    names and kinds are pointed out. ``assigned`` are roles given to columns by hand, by the key of their table.
    Raises ``UnreadableRoadmap`` when the document holds no activities, ``ColumnsUnknown`` when it holds a table in
    which a person might find them.
    """
    if sum(len(table.rows) for table in raw.tables) > MOST_ROWS:
        raise UnreadableRoadmap(
            f"Карта не загружена: в таблицах больше {MOST_ROWS} строк, так много в дорожной карте не бывает.",
            "Оставьте в документе только дорожную карту и загрузите снова.",
        )
    reading = _Reading(raw, period, assigned or {})
    for block in raw.blocks:
        if isinstance(block, Paragraph):
            reading.paragraph(block.text)
        else:
            reading.table(block)
    if not reading.draft.rows or len(reading.draft.stages) > MOST_STAGES * len(reading.draft.rows):
        raise _nothing(raw, reading)
    return reading.result(own_name, own_kind)


class ColumnsUnknown(UnreadableRoadmap):
    """No activities were found, but there is a table: ``roadmap`` holds its columns for a person to assign."""

    def __init__(self, refusal: UnreadableRoadmap, roadmap: ImportedRoadmap) -> None:
        super().__init__(refusal.what, refusal.remedy)
        self.roadmap = roadmap


class _Reading:
    """One pass over a document."""

    def __init__(self, raw: RawDocument, period: Period, assigned: Assigned) -> None:
        self.raw, self.period, self.assigned = raw, period, assigned
        self.draft = Draft()
        self.rows = RowReader(self.draft)
        self.known: tuple[Column, ...] = ()
        self.columns: list[RecognisedColumn] = []
        self.shown: dict[str, TableColumns] = {}
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
        if not self.known:
            take_unknown_headings(block)
        seen = self._seen_columns(block)
        by_hand = self._by_hand(block, seen)
        if not by_hand and block.headings and is_indicator_block(block):
            block.columns = refined(block)
            self._note_columns(block)
            entries = [lay(line, block.columns) for line in block.lines]
            fractions = self.raw.source == "xlsx"
            self.draft.indicators += read_indicators(entries, last_year=self.period.ends_on.year, fractions=fractions)
            return
        block.columns = by_hand or self._columns(block, is_last=is_last)
        self._show(block, block.columns or seen, is_assigned=bool(by_hand))
        if not block.columns:
            self._skip(block)
            return
        self._note_columns(block)
        self._stage_before_table()
        self.known = block.columns
        if block.assumed:
            line = block.assumed
            cells = tuple(line.filled)
            self.draft.unrecognised.append(RawLine(line.table, line.row, cells, "похоже на названия столбцов"))
        self.rows.read(self._entries(block))

    def _by_hand(self, block: Block, columns: tuple[Column, ...]) -> tuple[Column, ...]:
        """The block's columns as a person assigned them; an empty tuple where nobody did."""
        roles = self.assigned.get(key_of(columns, block.table), ())
        found = with_roles(columns, roles) if len(roles) == len(columns) else ()
        return found if any(column.role is Role.ACTIVITY for column in found) else ()

    def _seen_columns(self, block: Block) -> tuple[Column, ...]:
        """The columns before anybody assigned them: a table's key is made of these, so it is always the same."""
        if block.headings:
            return refined(block)
        continued = columns_continued(block.lines, self.known) if self.known and block.lines else ()
        return continued or bare_columns(block)

    def _show(self, block: Block, columns: tuple[Column, ...], *, is_assigned: bool) -> None:
        """Offer the block's columns for assigning, once for a table and its continuations."""
        if may_be_a_plan(block, columns) and not (is_approval(block) and not block.columns):
            shown = columns_to_show(block, columns, is_assigned=is_assigned)
            self.shown.setdefault(shown.key, shown)

    def _columns(self, block: Block, *, is_last: bool) -> tuple[Column, ...]:
        if block.headings:
            columns = refined(block)
            known = {column.role for column in columns} - {Role.OTHER, Role.NUMBER}
            return columns if Role.ACTIVITY in known and (len(known) > 1 or Role.ACTIVITY in block.has) else ()
        if not block.lines or (not is_last and not self.known):
            return ()
        continued = columns_continued(block.lines, self.known) if self.known else ()
        # the last rows of a plan may be about approving something, but stamps have no columns of a plan
        if is_approval(block) and len(usual_spans(block.lines)) != len(self.known):
            return ()
        if self.known:
            return continued
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
            elif not is_approval(block):
                cells = tuple(line.filled)
                self.draft.unrecognised.append(RawLine(line.table, line.row, cells, "не похоже на план мероприятий"))
        if self.draft.rows and block.lines and not is_approval(block):
            message = f"Таблица {block.table} не похожа на план мероприятий: она не загружена."
            self.draft.warn("table_skipped", message)

    def result(self, own_name: str | None, own_kind: str | None) -> ImportedRoadmap:
        draft = self.draft
        title = title_of(self.before)
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
            tuple(self.shown.values()),
        )

    def unread(self) -> ImportedRoadmap:
        """What is left where no activity was found: the columns, for a person to say what they hold."""
        return ImportedRoadmap(title_of(self.before), (), (), (), (), (), (), (), tuple(self.shown.values()))


def _nothing(raw: RawDocument, reading: _Reading) -> UnreadableRoadmap:
    what = "В файле нет таблицы с мероприятиями, дорожная карта не загружена."
    if any(table.rows for table in raw.tables):
        what = "В таблице не нашлось ни одного мероприятия, дорожная карта не загружена."
    refusal = UnreadableRoadmap(
        what,
        "Проверьте, тот ли файл выбран и есть ли в таблице столбец с мероприятиями. Если они записаны не таблицей, "
        "вставьте их текстом, по одному в строке.",
    )
    return ColumnsUnknown(refusal, reading.unread()) if reading.shown else refusal
