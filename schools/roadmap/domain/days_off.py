"""Days on which a school does not work: Sundays and the holidays that the law names once for all.

Labour Code, article 112. Bridges that the Government moves each year are not here: they change no deadline.
"""

from __future__ import annotations

from datetime import date

_SATURDAY, _SUNDAY = 6, 7
_HOLIDAYS: dict[tuple[int, int], str] = {
    **{(1, day): "Новогодние каникулы" for day in (1, 2, 3, 4, 5, 6, 8)},
    (1, 7): "Рождество",
    (2, 23): "День защитника Отечества",
    (3, 8): "Международный женский день",
    (5, 1): "Праздник Весны и Труда",
    (5, 9): "День Победы",
    (6, 12): "День России",
    (11, 4): "День народного единства",
}


def holiday(day: date) -> str:
    """The holiday's name, or nothing."""
    return _HOLIDAYS.get((day.month, day.day), "")


def is_weekend(day: date) -> bool:
    """Saturday or Sunday."""
    return day.isoweekday() >= _SATURDAY


def why_off(day: date) -> str:
    """«воскресенье» or the holiday's name where nobody works that day, else nothing. On Saturdays schools do work."""
    return holiday(day) or ("воскресенье" if day.isoweekday() == _SUNDAY else "")
