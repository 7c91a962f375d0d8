"""Stretches named by their role, and words that change nothing: the whole map, the school year, «текущего года»."""

import re

from schools.roadmap.domain.deadlines.line import TAIL, Build, Line, Rule, rule
from schools.roadmap.domain.deadlines.things import Bound, Doubt, Remark, Thing

_APPROXIMATE = Remark(Doubt("Срок назван приблизительно.", 0.25))
_STAGE = Remark(Doubt("Рядом со сроком назван этап.", 0.1))
_FOR_WHAT = Remark(Doubt("Рядом со сроком названо, к чему он относится.", 0.1))
_LABEL = (
    r"(?:~(?:входн|стартов|первичн|промежуточн|итогов|заключительн|повторн|контрольн)[а-я]* )?"
    r"(?:~(?:мониторинг|анкетирован|диагностик|опрос|тестирован|контрол|срез)[а-я]* )?"
)
_OF = rf"(?:(?!(?:по|при|до|с|согласно|к|от|не) ){TAIL}){{0,8}}"


def _always(thing: Thing | str) -> Build:
    def build(_found: re.Match[str], _line: Line) -> Thing | str:
        return thing

    return build


def _first_group(found: re.Match[str], _line: Line) -> str:
    return found[1]


def _labelled(found: re.Match[str], line: Line) -> str:
    return found[1] + line.put(_FOR_WHAT)


_PERIOD = _always(Bound.PERIOD)
RULES: tuple[Rule, ...] = (
    rule(
        "этап ",
        r"(?:на |в )?(?:[no]\d+ |~[а-я]+(?:ый|ий|ом|ем) )?этап (?:[-:] )?(?=\( @P|@P)",
        _always(_STAGE),
    ),
    rule(" ~", rf"(?=~){_LABEL}[-:] (?=@P)", _always(_FOR_WHAT)),
    rule("- ~", rf"(@P\d+ )- (?=~){_LABEL}(?=[,;¶]|$)", _labelled),
    rule(
        "период |срок ",
        r"(?:до|к) (?:конец|окончание|завершение) (?:реализация )?(?:период|срок) (?:реализация )?" + _OF,
        _PERIOD,
    ),
    rule("@Y", r"(?:втечение |в |на |за )?(?:весь )?(@Y\d+ )", _first_group),
    rule("весь ", rf"(?:втечение |в |за |на |в ход )?весь (?:период|срок|время|этап) {_OF}", _PERIOD),
    rule("втечение ", rf"втечение (?:период|срок) {_OF}", _PERIOD),
    rule(
        "реализация ", rf"(?:втечение |на |(?:в|по) ход |в )(?:(?:период|срок|этап|время) )?реализация {_OF}", _PERIOD
    ),
    rule("реализация ", rf"период реализация {_OF}", _PERIOD),
    rule("@P", r"(@P\d+ )(?:(?:текущий |следующий за отчетный )?учебный |текущий )годы? ", _first_group),
    rule(
        "учебный год ",
        r"(?:втечение |в |за |на )?(?:(?:весь|текущий) )*учебный год (?:целиком )?",
        _always(Bound.SCHOOL_YEAR),
    ),
    rule("календарный год ", r"(?:втечение (?:весь )?|весь )календарный год ", _always(Bound.CALENDAR_YEAR)),
    rule(
        "год ",
        r"(?:втечение (?:весь |~круглого )?|весь |~круглый )(?:текущий )?год ",
        _always(Bound.YEAR),
    ),
    rule("примерно ", r"примерно ", _always(_APPROXIMATE)),
    rule("включительно ", r"включительно ", _always("")),
    rule("срок ", r"^(?:срок (?:реализация |проведение )?(?:[:-] )?)(?=@)", _always("")),
)
