"""Stretches named by their role, and words that change nothing: the whole map, the school year, «текущего года»."""

from schools.roadmap.domain.deadlines.line import TAIL, Rule, rule
from schools.roadmap.domain.deadlines.things import Bound, Doubt, Remark

_APPROXIMATE = Remark(Doubt("Срок назван приблизительно.", 0.25))
_OF = rf"(?:(?!(?:по|при|до|с|согласно|к|от|не) ){TAIL}){{0,8}}"
RULES: tuple[Rule, ...] = (
    rule(r"(?:втечение |в |на |за )?(?:весь )?(@Y\d+ )", lambda m, _: m[1]),
    rule(rf"(?:втечение |в |за |на |в ход )?весь (?:период|срок|время|этап) {_OF}", lambda _m, _l: Bound.PERIOD),
    rule(rf"втечение (?:период|срок) {_OF}", lambda _m, _l: Bound.PERIOD),
    rule(rf"(?:втечение |на |в |в ход )(?:(?:период|срок|этап) )?реализация {_OF}", lambda _m, _l: Bound.PERIOD),
    rule(rf"период реализация {_OF}", lambda _m, _l: Bound.PERIOD),
    rule(
        r"(?:до|к) (?:конец|окончание|завершение) (?:реализация )?(?:период|срок) " + _OF, lambda _m, _l: Bound.PERIOD
    ),
    rule(r"(@P\d+ )(?:(?:текущий |следующий за отчетный )?учебный |текущий )годы? ", lambda m, _: m[1]),
    rule(
        r"(?:втечение |в |за |на )?(?:(?:весь|текущий) )*учебный год (?:целиком )?",
        lambda _m, _l: Bound.SCHOOL_YEAR,
    ),
    rule(r"(?:втечение (?:весь )?|весь )календарный год ", lambda _m, _l: Bound.CALENDAR_YEAR),
    rule(r"(?:втечение (?:весь |~круглого )?|весь |~круглый )(?:текущий )?год ", lambda _m, _l: Bound.YEAR),
    rule(r"примерно ", lambda _m, _l: _APPROXIMATE),
    rule(r"включительно ", lambda _m, _l: ""),
    rule(r"^(?:срок (?:реализация |проведение )?(?:[:-] )?)(?=@)", lambda _m, _l: ""),
)
