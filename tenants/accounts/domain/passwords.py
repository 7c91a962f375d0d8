"""What a password must be, in plain words (ux.md, screen 3)."""

from __future__ import annotations

from collections.abc import Iterable

from tenants.domain.russian import counted

SHORTEST = 10
LONGEST = 200
FEWEST_SIGNS = 4  # «аааааааааа» is ten signs long and no password


def password_fault(password: str, *, known: Iterable[str] = ()) -> str:
    """What is wrong and what to do, or nothing. ``known`` is what others know of the person: her mail, her surname."""
    if len(password) < SHORTEST:
        signs = counted(len(password), "знак", "знака", "знаков")
        return f"Пароль короткий: {signs}. Нужно не меньше {SHORTEST}. Можно фразу из трёх слов."
    if len(password) > LONGEST:
        return f"Пароль длиннее {LONGEST} знаков. Сократите его."
    if len(set(password.lower())) < FEWEST_SIGNS:
        return "В пароле повторяется одно и то же. Возьмите фразу из трёх слов."
    if any(word and word.strip().lower() == password.strip().lower() for word in known):
        return "Пароль совпадает с почтой или именем, его легко угадать. Возьмите фразу из трёх слов."
    return ""
