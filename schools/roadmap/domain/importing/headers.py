"""Headings of columns: which role a heading names, and whether a row is a row of headings."""

# ruff: noqa: PLR2004 -- weights and thresholds, found by trying on real and made-up roadmaps, stand where they act

import re

from schools.roadmap.domain.importing.item_numbers import split_number
from schools.roadmap.domain.importing.likeness import MONTH, PERSON, is_deadline_like, is_number
from schools.roadmap.domain.importing.roles import Column, Role
from schools.roadmap.domain.importing.words import plain, years_in

# (role, weight, words): the greatest weight wins; «^» patterns describe the whole idea of a heading and weigh more
PATTERNS: tuple[tuple[Role, float, re.Pattern[str]], ...] = tuple(
    (role, weight, re.compile(pattern))
    for role, weight, pattern in (
        (Role.NUMBER, 0.97, r"^(?:№|n|no|nº|#)+ ?(?:п ?[/.\\]? ?п|пп|пункта?|мероприятия|строки)?$"),
        (Role.NUMBER, 0.95, r"^п ?[/.\\]? ?п$|^№ (?:этапа|раздела|направления)$|^номер\b|^пункт(?: плана)?$"),
        (Role.STAGE, 0.95, 
            r"^(?:наименование |название )?(?:этап|раздел|направлени|блок|модул|шаг|"
            r"стади)\w*(?: (?:реализац|работ|деятельност|внедрени|дорожн|программ|и задач|цикла|плана|"
            r"наставнич).*)?$"),
        (Role.STAGE, 0.62, r"^(?:наименование )?(?:цел[иь]|задач)"),
        (Role.STAGE, 0.6, r"\b(?:этап|раздел|направлени|блок|модул)"),
        (Role.ACTIVITY, 0.97, 
            r"^(?:наименование |название |перечень |план |тема |основны\w+ |планируемы\w+ |задачи и |"
            r"проводимы\w+ )*(?:мероприяти|активност|событи)"),
        (Role.ACTIVITY, 0.85, 
            r"мероприяти|^действия|^что (?:делаем|делать|сделать|нужно|планируе\w+|будет)|^поручени|^шаги\b|"
            r"^(?:наименование|перечень|виды?|содержание|направления?|реализуемые) "
            r"(?:работ|действи|деятельност|мер\w?\b)"),
        (Role.ACTIVITY, 0.6, 
            r"\b(?:работ|деятельност|действи|событи)|^(?:наименование|название|тема|план|пункт|"
            r"задач\w*)\b"),
        (Role.CONTENT, 0.94, 
            r"^(?:краткое )?содержание (?:деятельности|мероприяти|и |этап)|^описание|^форм[аы] (?:работы|"
            r"проведения|реализации)|^механизм|^способ"),
        (Role.CONTENT, 0.8, r"^(?:краткое )?содержание|^пояснени|^комментарий к"),
        (Role.START, 0.96, r"(?:^|срок|дата|период).*\bначал|^с$|^старт|^дата старта"),
        (Role.END, 0.96, r"(?:^|срок|дата|период).*\b(?:окончани|завершени|конец|конца|финиш)|^по$|^до$"),
        (Role.DEADLINE, 0.95, 
            r"\bсрок|^(?:календарн\w+ )?период\w*|^дат[аы]\b|^когда|^время|^месяцы?$|дедлайн|"
            r"^(?:план\w* )?дата|^до како\w+|^календар\w+$"),
        (Role.DEADLINE, 0.7, r"\b(?:дата|даты|периодичност\w+|период|график)\b"),
        (Role.RESPONSIBLE, 0.96, r"ответственн|^отв\b|^исполнител|^кто (?:отвечает|делает|выполняет|проводит)"),
        (Role.RESPONSIBLE, 0.75, 
            r"исполнител|^кто\b|организатор|^фио\b|^ф\.?и\.?о|^должност|^куратор|^кадры|^сотрудник"),
        (Role.RESULT, 0.95, 
            r"\bрезультат|^(?:вид|форма) (?:итогового |отчетного )?(?:документ|отчет|представлени)|"
            r"^(?:планируемый |ожидаемый )?(?:итог|эффект|выход|продукт)|подтвержд|на выходе|"
            r"^(?:что|какой результат) (?:получ\w+|будет получ\w+|даст|в итоге)|^чем (?:заверш|законч)\w+"),
        (Role.RESULT, 0.7, r"документ|продукт|\bвыход|\bитог|форма (?:отчет|контрол|завершени)|^отчет"),
        (Role.INDICATOR, 0.96, r"показател|индикатор|целев\w+ значен|\bкритери"),
        (Role.UNIT, 0.97, r"^ед(?:иниц\w*|\.)? ?изм|^единица$"),
        (Role.NOTE, 0.97, r"отметк|примечан|^статус|^исполнено|^выполнен(?:о|ие)$|^коммент"),
        (Role.OTHER, 0.9, 
            r"участник|аудитори|категори\w+|^мест[оа]\b|финанс|ресурс|^класс|охват|^формат?$|"
            r"соисполнител|^форма наставнич|партнер|источник|база? ?значен|базов"),
    )
)  # fmt: skip
UNIQUE = (
    Role.NUMBER,
    Role.STAGE,
    Role.ACTIVITY,
    Role.CONTENT,
    Role.DEADLINE,
    Role.START,
    Role.END,
    Role.RESPONSIBLE,
    Role.RESULT,
)
MONTH_HEADER = re.compile(rf"^(?:{MONTH})\.?$")
YEAR_HEADER = re.compile(
    r"^(?:[а-яa-z.,()]+\s+){0,7}20\d\d(?:\s*[-–/]\s*(?:20)?\d\d)?\s*(?:г\.?|год[уа]?|уч\w*\.?\s*г\w*|учебный год)?\.?$"
)
MONTH_AND_YEAR = re.compile(rf"^(?:{MONTH})\b")
MAX_HEADING = 110
SURE = 0.8
PLAIN = 0.93  # the heading is the word itself («Сроки», «Ответственный»), not a sentence with the word in it


def role_of(heading: str) -> tuple[Role, float]:
    """The most likely role of a heading and its weight; ``(Role.OTHER, 0.0)`` when no word is known."""
    found = candidates(heading)
    return found[0] if found else (Role.OTHER, 0.0)


def candidates(heading: str) -> list[tuple[Role, float]]:
    """All roles a heading may name, best first."""
    text = re.sub(r"\d{1,2}$", "", plain(heading)) if not years_in(heading) else plain(heading)
    if not text or len(text) > MAX_HEADING:
        return []
    if MONTH_HEADER.match(text):
        return [(Role.MONTH, 0.9)]
    if YEAR_HEADER.match(text):
        return [(Role.YEAR, 0.95)]
    best: dict[Role, float] = {}
    for role, weight, pattern in PATTERNS:
        if pattern.search(text):
            best[role] = max(best.get(role, 0.0), weight)
    return sorted(best.items(), key=lambda item: -item[1])


def header_strength(texts: list[str]) -> float:
    """How surely these cells (empty ones left out) are headings: 0 for data, from 1.5 up for headings.

    A heading row names at least two different things surely and half of its cells somehow; it holds no item numbers,
    people's initials, long sentences or deadlines (months and years only where they are columns themselves).
    """
    filled = [text for text in texts if text.strip()]
    if len(filled) < 2 or any(_is_data(text) for text in filled):
        return 0.0
    roles = [role_of(text) for text in filled]
    known = [(role, weight) for role, weight in roles if weight >= 0.6]
    is_wide = sum(1 for role, _ in known if role in (Role.YEAR, Role.MONTH)) >= 2
    times = any(
        role is Role.MONTH or (is_deadline_like(text) and (role is not Role.YEAR or MONTH_AND_YEAR.match(plain(text))))
        for text, (role, _) in zip(filled, roles, strict=True)
    )
    if len(known) * 2 < len(filled) or (times and not is_wide):
        return 0.0
    sure = {role for role, weight in known if weight >= SURE}
    if len(sure) < 2 and not is_wide and not (Role.NUMBER in sure and len(known) > 1):
        return 0.0
    return sum(weight for _, weight in known) * (len(known) / len(filled))


def names_columns(texts: list[str]) -> bool:
    """Two cells at least that are headings and can hardly be anything else: data speak of plans and results too."""
    roles = [role_of(text) for text in texts if text.strip()]
    sure = {role for role, weight in roles if weight >= PLAIN and role is not Role.OTHER}
    return len(sure) > 1


def _is_data(text: str) -> bool:
    if is_number(text) and not years_in(text):
        return True
    return len(plain(text)) > MAX_HEADING or bool(PERSON.search(text)) or bool(split_number(text)[0].depth)


def assign_roles(spans: list[tuple[int, int]], headings: list[str]) -> tuple[Column, ...]:
    """Columns with roles: each role of ``UNIQUE`` goes to the heading that names it best, the rest find another."""
    options = [candidates(heading) for heading in headings]
    order = sorted(
        ((weight, -index, role) for index, found in enumerate(options) for role, weight in found), reverse=True
    )
    chosen: dict[int, tuple[Role, float]] = {}
    taken: set[Role] = set()
    for weight, negative, role in order:
        if -negative in chosen or (role in taken and role in UNIQUE):
            continue
        chosen[-negative] = (role, weight)
        taken.add(role)
    columns = [
        Column(*span, heading, *chosen.get(index, (Role.OTHER, 0.0)), also=_second(options[index], chosen.get(index)))
        for index, (span, heading) in enumerate(zip(spans, headings, strict=True))
    ]
    return tuple(promote(columns))


def promote(columns: list[Column]) -> list[Column]:
    """A table must have activities: without such a heading the content, else the stage, is the activity."""
    roles = [column.role for column in columns]
    if Role.ACTIVITY in roles:
        return columns
    for role in (Role.CONTENT, Role.STAGE):
        if role in roles:
            index = roles.index(role)
            old = columns[index]
            columns[index] = Column(old.left, old.right, old.header, Role.ACTIVITY, old.confidence)
            return columns
    return columns


def _second(options: list[tuple[Role, float]], chosen: tuple[Role, float] | None) -> Role | None:
    roles = {role for role, weight in options if weight >= 0.7}
    if chosen and {Role.DEADLINE, Role.RESPONSIBLE} <= roles:
        return Role.RESPONSIBLE if chosen[0] is Role.DEADLINE else Role.DEADLINE
    return None
