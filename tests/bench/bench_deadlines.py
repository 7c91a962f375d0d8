"""How many deadline phrases a second: a plain script, ``.venv/bin/python tests/bench/bench_deadlines.py``.

Prints phrases a second for phrases that differ from one another, as a fleet of imported roadmaps would bring them.
The goal is ten thousand under two seconds of processor time; exit code 1 where it is missed.
"""

import itertools
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from schools.roadmap.domain.deadline import Period
from schools.roadmap.domain.deadline_phrase import parse_deadline

_COUNT = 10_000
_GOAL_SECONDS = 2.0
_DAYS = range(1, 29)
_MONTHS = ("сентября", "октября", "ноября", "декабря", "января", "февраля", "марта", "апреля", "мая")
_NOMINATIVE = ("Сентябрь", "Октябрь", "Ноябрь", "Декабрь", "Январь", "Февраль", "Март", "Апрель", "Май")
_FIXED = (
    "в течение учебного года",
    "по отдельному плану",
    "1 раз в квартал",
    "ежемесячно до 5 числа",
    "В течение всего периода реализации программы",
    "III квартал 2025 г.",
    "По мере необходимости",
    "Иванова П.П., классный руководитель",
    "третий вторник каждого месяца",
    "последняя неделя октября",
    "зима 2025",
    "не ранее 10 января",
    "Октябрь 2025\nМай 2026",
    "до 15.О9.2025",
    "сентбрь",
    "1 раз в полугодие: декабрь, апрель",
)


def phrases() -> list[str]:
    """Ten thousand phrases of every family."""
    days = (f"до {day} {month} 202{year} г." for year in (5, 6) for month in _MONTHS for day in _DAYS)
    ranges = (f"с {day}.{month:02} по 28.{month:02}.2025" for month in range(9, 13) for day in _DAYS)
    months = (f"{first} – {second.lower()} ежегодно" for first in _NOMINATIVE for second in _NOMINATIVE)
    lists = (f"{first}, {second.lower()} 2026" for first in _NOMINATIVE for second in _NOMINATIVE)
    own = [*days, *ranges, *months, *lists, *_FIXED]
    return list(itertools.islice(itertools.cycle(own), _COUNT))


def main() -> int:
    """Print the figure; 1 where the goal is missed."""
    cells, period = phrases(), Period.parse("2025-09..2026-08")
    started = time.process_time()
    for cell in cells:
        parse_deadline(cell, period)
    spent = time.process_time() - started
    print(f"{len(cells)} phrases in {spent:.2f} s: {len(cells) / spent:,.0f} phrases/s")  # noqa: T201 - a script
    return int(spent > _GOAL_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
