"""Misspelt key words: one slip in a word of six to eight letters, two in a longer one, never in the first letter."""

from functools import lru_cache

_SHORTEST = 6
_LONG = 9
# Short months (март, май, июнь, июль) are not here: one slip makes them each other or a common word.
_TARGETS = (
    *("январь", "января", "январе", "февраль", "февраля", "феврале", "апрель", "апреля", "апреле"),
    *("август", "августа", "августе", "сентябрь", "сентября", "сентябре", "октябрь", "октября", "октябре"),
    *("ноябрь", "ноября", "ноябре", "декабрь", "декабря", "декабре"),
    *("ежегодно", "ежемесячно", "ежеквартально", "еженедельно", "ежедневно", "каждый", "течение", "протяжении"),
    *("постоянно", "систематически", "регулярно", "необходимости", "потребности", "учебного", "учебный"),
    *("квартал", "квартала", "полугодие", "полугодия", "периода", "реализации", "отдельному", "позднее"),
    *("согласно", "графику", "завершении", "завершению", "окончании", "окончанию", "четверть", "неделя", "неделю"),
)


@lru_cache(maxsize=20_000)
def nearest(word: str) -> str | None:
    """The one key word this word is a slip of; None where there is none, or two of different beginnings."""
    if len(word) < _SHORTEST - 1:
        return None
    best: set[str] = set()
    least = 3
    for target in _TARGETS:
        allowed = 2 if len(target) >= _LONG else 1
        if target[0] != word[0] or abs(len(target) - len(word)) > allowed:
            continue
        slips = distance(word, target)
        if slips > allowed or slips > least:
            continue
        best = {target} if slips < least else best | {target}
        least = slips
    stems = {target[:5] for target in best}
    return min(best) if len(stems) == 1 else None


def distance(left: str, right: str) -> int:
    """Letters to insert, drop, change or swap with a neighbour to turn one word into the other."""
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(left, start=1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and left[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
