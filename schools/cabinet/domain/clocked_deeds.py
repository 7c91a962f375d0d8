"""Lines of the day whose clock is set by law: names to take down, work that ends early, terms of retention."""

from __future__ import annotations

from schools.cabinet.domain.deeds import Deed, Facts, Target
from schools.cabinet.domain.wording import day_note, days
from tenants.domain.russian import counted, plural


def takedowns(facts: Facts) -> Deed | None:
    """Names that must leave published pages in three working days after a consent was withdrawn."""
    count, due = facts.takedowns, facts.takedown_due
    if not count or due is None:
        return None
    late = due < facts.today
    names = counted(count, "имя", "имени", "имён")
    return Deed(
        code="late" if late else "soon",
        title=f"Убрать с опубликованных страниц {names}",
        text="Согласие на публикацию отозвано. Уберите имя и снимок со страницы и отметьте это.",
        day=due,
        note=f"просрочено на {days((facts.today - due).days)}" if late else day_note(due, facts.today),
        late=late,
        action="Открыть страницу",
        target=Target.TAKEDOWN,
        target_id=facts.first_takedown,
    )


def ending_mentors(facts: Facts) -> Deed | None:
    """Work of mentors that ends early by ст. 351.8 ТК: their pairs are to be closed by the last day."""
    count, last_day = facts.ending_mentors, facts.mentor_ends_on
    if not count or last_day is None:
        return None
    people = counted(count, "наставник", "наставника", "наставников")
    return Deed(
        code="soon",
        title=f"{people} {plural(count, 'заканчивает', 'заканчивают', 'заканчивают')} работу раньше срока",
        text="Завершите действующие пары к последнему дню или подберите другого наставника (ст. 351.8 ТК).",
        day=last_day,
        note=day_note(last_day, facts.today),
        action="Открыть бумаги",
        target=Target.CONSENTS_OF,
        target_id=facts.first_ending,
    )


def retention(facts: Facts) -> Deed | None:
    """The yearly reminder: data of people who left long ago are to be erased."""
    count = facts.to_erase
    if not count:
        return None
    people = counted(count, "человека", "человек", "человек")
    return Deed(
        code="check",
        title=f"Удалить сведения {people}: срок хранения вышел",
        text="Числа прошлых отчётов не изменятся, а имена уйдут. Программа составит протокол.",
        day_words="раз в год",
        action="Показать, чьи",
        target=Target.RETENTION,
    )


def asked(facts: Facts) -> list[Deed]:
    """Personal links that are sent and not answered yet."""
    count = facts.consents.asked
    if not count:
        return []
    links = counted(count, "ссылка", "ссылки", "ссылок")
    return [
        Deed(
            code="wait",
            title=f"{links} на согласие {plural(count, 'ждёт', 'ждут', 'ждут')} ответа",
            text="Родители и участники ещё не ответили.",
            day_words="ждём",
            target=Target.WITHOUT_CONSENT,
            mine=False,
        )
    ]
