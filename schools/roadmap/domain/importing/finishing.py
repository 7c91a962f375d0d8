"""From drafts to activities: deadlines that come from above, their meaning, and what a curator should check."""

from schools.roadmap.domain.deadline import DeadlineKind, Period
from schools.roadmap.domain.importing.deadlines_of_rows import Phrase, guessed, is_stale, is_understood, read
from schools.roadmap.domain.importing.drafts import Draft, RowDraft
from schools.roadmap.domain.importing.result import ImportedActivity, Severity
from schools.roadmap.domain.importing.words import one_line
from tenants.domain.russian import counted

OFTEN_EMPTY = 0.15  # so many empty deadline cells are no forgetfulness: the merges were lost on the way
OFTEN_EMPTY_ROWS = 3


def finish(draft: Draft, period: Period) -> tuple[ImportedActivity, ...]:
    """Activities in the order of the document; warnings about deadlines and numbers are added to ``draft``."""
    _fill_from_above(draft.rows, period)
    without_column = [row for row in draft.rows if not row.has_deadline_column]
    if without_column:
        rows = counted(len(without_column), "мероприятия", "мероприятий", "мероприятий")
        draft.warn(
            "deadline_column_missing",
            f"В таблице нет столбца со сроками: у {rows} срок нужно назначить.",
            Severity.PROBLEM,
        )
    _check_numbers(draft)
    return tuple(_activity(draft, row, period) for row in draft.rows)


def _fill_from_above(rows: list[RowDraft], period: Period) -> None:
    """Empty deadline cells under a filled one of the same stage, where the file does not say what was merged.

    A stale phrase is not spread, and neither is any over the border of a stage or a table.
    """
    empty = [row for row in rows if row.has_deadline_column and not row.phrase.text]
    often = len(empty) >= OFTEN_EMPTY_ROWS and len(empty) >= OFTEN_EMPTY * len(rows)
    above: RowDraft | None = None
    for row in rows:
        if row.phrase.text or not row.has_deadline_column:
            above = row
            continue
        fits = above is not None and above.stage == row.stage and bool(above.phrase.text)
        if (
            above
            and fits
            and row.may_guess
            and (often or row.is_continuing)
            and not is_stale(above.phrase.text, period)
        ):
            row.phrase = Phrase(above.phrase.text, "above", row.phrase.people)
        else:
            above = row


def _activity(draft: Draft, row: RowDraft, period: Period) -> ImportedActivity:
    deadline = read(row.phrase.text, period)
    short = one_line(row.text, 70)
    if row.phrase.source == "above":
        deadline = guessed(deadline)
        message = (
            f"«{short}»: ячейка срока пуста, взят срок строки выше — «{one_line(row.phrase.text, 60)}». Проверьте."
        )
        draft.warn("deadline_from_above", message, row=row)
    elif row.phrase.source == "text":
        message = f"«{short}»: срок «{row.phrase.text}» взят из текста мероприятия. Проверьте."
        draft.warn("deadline_from_text", message, row=row)
    if not row.phrase.text or deadline.kind is DeadlineKind.BLANK:
        if row.has_deadline_column:
            draft.warn("deadline_missing", f"«{short}»: срок не указан.", row=row)
    elif not is_understood(deadline):
        message = (
            f"«{short}»: срок «{one_line(row.phrase.text, 80)}» не понят. Назначьте дату или уточните формулировку."
        )
        draft.warn("deadline_unknown", message, Severity.PROBLEM, row=row)
    return ImportedActivity(
        number=row.number.text,
        stage=row.stage,
        text=row.text,
        content=row.content,
        deadline_phrase=row.phrase.text,
        deadline=deadline,
        responsible=row.responsible,
        expected_result=row.result,
        table=row.table,
        row=row.row,
        group=row.group,
        deadline_inherited=row.phrase.source in ("above", "merged", "heading"),
        deadline_guessed=row.phrase.source in ("above", "text"),
        extra=row.extra,
        problems=tuple(row.problems),
        raw=row.raw,
    )


def _check_numbers(draft: Draft) -> None:
    """Numbers that repeat within a stage, and rows without a number among numbered ones."""
    numbered = [row for row in draft.rows if row.number.depth > 1]
    if len(numbered) * 2 < len(draft.rows):
        return
    seen: set[str] = set()
    for row in draft.rows:
        short = one_line(row.text, 70)
        if not row.number.depth:
            draft.warn("number_missing", f"«{short}»: у строки нет номера.", Severity.INFO, row=row)
        elif row.number.text in seen:
            draft.warn("number_repeated", f"«{short}»: номер {row.number.text} уже был у другого мероприятия.", row=row)
        seen.add(row.number.text)
