"""Lines of the day about people who enter the school."""

from __future__ import annotations

from datetime import timedelta

from schools.cabinet.domain.deeds import Deed, Facts, Target
from tenants.domain.russian import counted, date_words, plural

PATIENCE = timedelta(days=3)  # a letter is given so long before somebody is asked to write again


def still_you(facts: Facts) -> Deed | None:
    """The yearly «это всё ещё вы?» of the reader."""
    if not facts.entry.is_unconfirmed:
        return None
    return Deed(
        code="work",
        title="Подтвердить, что это всё ещё вы",
        text="Раз в год программа спрашивает каждого, кто входит. Это одно нажатие.",
        day_words="сейчас",
        action="Подтвердить",
        target=Target.STILL_YOU,
    )


def invited(facts: Facts) -> Deed | None:
    """Invitations nobody accepts, when the letters have had their time."""
    return _invited(facts) if _is_long(facts) else None


def waits(facts: Facts) -> list[Deed]:
    """The same while there is nothing to do but wait."""
    return [_invited(facts)] if facts.entry.invited and not _is_long(facts) else []


def _is_long(facts: Facts) -> bool:
    since = facts.entry.invited_since
    return bool(facts.entry.invited) and (since is None or facts.today - since > PATIENCE)


def _invited(facts: Facts) -> Deed:
    since, count, late = facts.entry.invited_since, facts.entry.invited, _is_long(facts)
    people = counted(count, "приглашение", "приглашения", "приглашений")
    verb = plural(count, "ждёт", "ждут", "ждут")
    said = f"с {date_words(since, with_year=since.year != facts.today.year)}" if since else ""
    return Deed(
        code="work" if late else "wait",
        title=f"{people} {verb} ответа",
        text="Напишите ещё раз или позвоните: письмо могло не дойти." if late else "Письмо отправлено недавно.",
        day_words="сейчас" if late else "ждём",
        note=said,
        action="Открыть, кто входит" if late else "",
        target=Target.WHO_ENTERS,
        mine=late,
    )
