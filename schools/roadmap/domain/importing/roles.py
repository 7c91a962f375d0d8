"""What a column of a roadmap may hold."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    NUMBER = "number"
    STAGE = "stage"
    ACTIVITY = "activity"
    CONTENT = "content"
    DEADLINE = "deadline"
    START = "start"
    END = "end"
    MONTH = "month"
    YEAR = "year"
    UNIT = "unit"
    RESPONSIBLE = "responsible"
    RESULT = "result"
    INDICATOR = "indicator"
    NOTE = "note"
    OTHER = "other"


ROLE_TITLES = {
    Role.NUMBER: "номер",
    Role.STAGE: "этап",
    Role.ACTIVITY: "мероприятие",
    Role.CONTENT: "содержание",
    Role.DEADLINE: "срок",
    Role.START: "начало",
    Role.END: "окончание",
    Role.MONTH: "месяц",
    Role.YEAR: "значение по году",
    Role.UNIT: "единица измерения",
    Role.RESPONSIBLE: "ответственный",
    Role.RESULT: "ожидаемый результат",
    Role.INDICATOR: "показатель",
    Role.NOTE: "примечание",
    Role.OTHER: "прочее",
}


@dataclass(frozen=True)
class Column:
    """One column of a table: grid columns ``left`` up to ``right`` (not included), its heading and its role.

    ``confidence`` is 0 to 1; ``also`` is a second role of a column that holds two things («Срок, ответственный»).
    """

    left: int
    right: int
    header: str
    role: Role
    confidence: float
    also: Role | None = None
