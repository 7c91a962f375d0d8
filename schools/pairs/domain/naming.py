"""How a pair or a group is called: by its people, always in the nominative (ux.md § 8)."""

from __future__ import annotations

from collections.abc import Sequence

from tenants.domain.russian import NBSP, counted, join_and

NAMED_IN_A_GROUP = 3  # a larger group is told by its number


def person_words(short_name: str, class_name: str = "") -> str:
    """«Тихонов И., 11 «А»», «Белова Т. И.»."""
    return f"{short_name}, {class_name.replace(' ', NBSP)}" if class_name else short_name


def couple_words(mentors: Sequence[str], mentees: Sequence[str]) -> str:
    """«Белова Т. И. и Петрова А. Д.», «Соколова А., 10 «А», и группа: Ким О. и Юсупов Р.».

    A side without anybody is left out; with neither it is «пара без участников».
    """
    left, right = ", ".join(mentors), _mentees(mentees)
    if not left or not right:
        return left or right or "пара без участников"
    return f"{left}{',' if ',' in left else ''} и{NBSP}{right}"


def _mentees(names: Sequence[str]) -> str:
    if len(names) <= 1:
        return "".join(names)
    if len(names) > NAMED_IN_A_GROUP:
        return f"группа, {counted(len(names), 'человек', 'человека', 'человек')}"
    return f"группа: {'; '.join(names) if any(',' in name for name in names) else join_and(names)}"
