"""The way of a pair through a programme: five steps from the first meeting to the last (roadmaps, domain.md a)."""

from __future__ import annotations

from tenants.domain.russian import counted

# Codes of kinds of meetings in their order, with the word for «where the pair is now».
STEPS: dict[str, str] = {
    "acquaintance": "знакомство",
    "trial": "пробная",
    "planning": "планирование",
    "working": "работа",
    "final": "итог",
}
# How a meeting of each step is called.
MEETING_TITLES: dict[str, str] = {
    "acquaintance": "Знакомство",
    "trial": "Пробная встреча",
    "planning": "Планирование",
    "working": "Рабочая встреча",
    "final": "Итоговая встреча",
}
WORKING_STEP = 4
NOT_MET = "встреч ещё не было"


def step_number(kind: str) -> int:
    """1 for the acquaintance … 5 for the final meeting. Raises ValueError for an unknown kind."""
    return list(STEPS).index(kind) + 1


def where_now(reached: int, held: int) -> str:
    """«планирование», «работа, 5 встреч», «встреч ещё не было».

    ``reached`` is the number of the furthest step (0: none), ``held`` how many meetings there were.
    """
    if not reached:
        return NOT_MET
    word = list(STEPS.values())[reached - 1]
    if reached != WORKING_STEP:
        return word
    return f"{word}, {counted(held, 'встреча', 'встречи', 'встреч')}"
