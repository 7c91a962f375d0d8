"""What is counted from something else, or dated elsewhere: durations, offsets, events, terms, plans, needs."""

import re

from schools.roadmap.domain.deadline import DeadlineKind
from schools.roadmap.domain.deadlines.line import TAIL, Build, Line, Rule, named, rule
from schools.roadmap.domain.deadlines.things import Doubt, Manner

_LONGEST_TAIL = 10
_LONGEST_YEARS = 5
_INITIALS = re.compile(r"~[а-яa-z] (?:~[а-яa-z]|[а-я]) |~[бгджзлмнпрстфхцчшщэюяеa-z] ")
_DANGLING = [["в"], ["с"], ["до"], ["к"], ["на"], ["за"], ["по"], ["от"], ["после"], ["при"], ["перед"]]
_SIZES = {
    "день": "P{}D",
    "сутки": "P{}D",
    "неделя": "P{}W",
    "недели": "P{}W",
    "месяц": "P{}M",
    "год": "P{}Y",
    "час": "PT{}H",
}
_SIZE = (
    r"(?:n(?P<n>\d+) (?:- n(?P<upto>\d+) )?)?(?:рабочий |учебный |календарный )?"
    r"(?P<size>день|сутки|недел[яи]|месяц|год|час) "
)
_FROM = rf"(?:после|с|от|до) (?P<words>(?:каждый )?{TAIL}+)"
_NO_EVENT = Doubt("Не сказано, от какого дня считать.", 0.3)
_AGREED = Doubt("Срок назначают по согласованию.", 0.2)
_ON_DEMAND = Doubt("Понято как «по мере необходимости».", 0.2)
_VAGUELY = Doubt("Не сказано, как часто.", 0.2)
_MORE = r"(?:, (?=~(?:утвержд|установл|устанавл|определ|согласов|разраб|предусм))(?:" + TAIL + r")+)?"
_OWN = r"(?:~[а-я]\S* |отдельный |учебный |рабочий |календарный |отчетный |весь ){0,4}"
_FOR_YEAR = r"(?:на (?:@Y\d+ |y\d{4} (?:год )?))?"
_SOURCE = rf"(?:(?!на (?:@Y|y)){TAIL}){{0,10}}{_MORE}{_FOR_YEAR}"
_ACCORDING = r"(?:по|согласно|в соответствие с|в соответствие)"


def _dull(words: str) -> bool:
    said = words.split()
    return len(said) > _LONGEST_TAIL or said[-1:] in _DANGLING or _INITIALS.search(words) is not None


def of(kind: DeadlineKind, *doubts: Doubt) -> Build:
    """A builder of a manner; long tails and people's initials are not understood."""

    def build(found: re.Match[str], _: Line) -> Manner | None:
        return None if _dull(named(found, "words")) else Manner(kind, doubts=doubts)

    return build


def _length(found: re.Match[str], sign: str) -> str:
    number = "" if found["upto"] else (found["n"] or "1")
    return sign + _SIZES[found["size"]].format(number) if number else ""


def _offset(found: re.Match[str], _: Line) -> Manner | None:
    words = found["words"]
    before = found[0].startswith("за ") or " за " in found[0] or " до " in found[0].removesuffix(words)
    kind = DeadlineKind.EVENT_OFFSET
    return None if _dull(words) else Manner(kind, _length(found, "-" if before else ""))


def _duration(found: re.Match[str], _: Line) -> Manner | None:
    words = named(found, "words")
    if _dull(words) or (found["size"] == "год" and not found["n"] and not words):
        return None
    doubts = () if words else (_NO_EVENT,)
    return Manner(DeadlineKind.RELATIVE_DURATION, _length(found, ""), doubts=doubts)


def _bare_duration(found: re.Match[str], line: Line) -> Manner | None:
    """«3 недели», «10 дней» alone; «17 лет», «14–18 лет» are ages, «3 неделя» is the third week."""
    number, size = int(found["n"] or 0), found["size"]
    age = size == "год" and (found["upto"] is not None or number > _LONGEST_YEARS)
    ordinal = size == "неделя" and number in (2, 3, 4)
    if not number or found.start() or size == "час" or age or ordinal:
        return None
    return _duration(found, line)


_TERM = (
    r"(?:в |до |к |по |за |втечение |на )?(?:(?:конец|начало|середина|окончание) )?"
    r"(?:(?:[no]\d|каждый) (?:(?:-|,|и) )?)*"
)
_OF_YEAR = r"(?:y\d{4} (?:год )?|@Y\d+ (?:учебный год )?)?"
_HEAD = (
    r"(?:после|по завершение|по окончание|(?:по|на основа) итог|по факт|при|с момент|с день|с дата|перед|накануне|"
    r"(?:до|к|не позднее) начало(?! [Mm]\d| @Y| (?:текущий )?учебный год)|до проведение|до завершение|"
    r"(?:в )?день (?=проведение)|(?:в )?дата|"
    r"(?:в|по) ход(?! реализация)|в рамки|в случай|по мера(?! нужда)|в день|на момент)"
)
_HEAD_NEEDS = (
    "после |завершение |окончание |итог |факт |при |момент |день |дата |перед |накануне |начало |проведение |"
    "ход |рамки |случай |мера "
)
RULES: tuple[Rule, ...] = (
    rule(
        "срок ",
        r"(?<!дневный )(?:(?:в )?срок|крайний срок) (?:[:-] )?(?=(?:до|не позднее|к|с|по) (?!~))",
        lambda _m, _l: "",
    ),
    rule("за ", rf"(?:не (?:позднее|менее)(?: чем)? |минимум )?за {_SIZE}до (?P<words>{TAIL}+)", _offset),
    rule("втечение ", rf"втечение {_SIZE}(?:{_FROM})?", _duration),
    rule(
        "не позднее |через ",
        rf"(?:не позднее(?: чем)? (?:через )?|через )(?=n){_SIZE}(?!(?:до|после|с|от) )",
        _duration,
    ),
    rule("дневный ", rf"в дневный срок (?:(?:после|с|от) (?P<words>{TAIL}+))?", of(DeadlineKind.RELATIVE_DURATION)),
    rule(
        "день |сутки |недел|месяц |год |час ", rf"(?:не (?:позднее|ранее)(?: чем)? )?(?:через )?{_SIZE}{_FROM}", _offset
    ),
    rule(
        "нужда ",
        rf"(?:по|при|в случай) (?:мера )?(?:~\S+ )?нужда (?P<words>{TAIL}{{0,6}})",
        of(DeadlineKind.AS_NEEDED),
    ),
    rule(
        " ~",
        rf"(?:по|в) ~(?:согласованию|договоренности) (?P<words>{TAIL}{{0,6}})",
        of(DeadlineKind.SEPARATE_PLAN, _AGREED),
    ),
    rule("~любое ", r"в ~любое время ", of(DeadlineKind.AS_NEEDED, _ON_DEMAND)),
    rule("порядок ", r"в план порядок ", of(DeadlineKind.SEPARATE_PLAN)),
    rule(
        "план |программа ",
        rf"{_ACCORDING} (?P<words>{_OWN}(?:план|программа) (?:- (?:план|программа) )?{_SOURCE})",
        of(DeadlineKind.SEPARATE_PLAN),
    ),
    rule(
        "срок ",
        rf"(?:{_ACCORDING}|в) (?P<words>(?:~\S+ ){{0,3}}срок (?:, )?(?!(?:до|не|к) )(?:{TAIL})+{_MORE})",
        of(DeadlineKind.EXTERNAL_SCHEDULE),
    ),
    rule(
        "срок ",
        r"(?:в|согласно|по) (?P<words>~(?:установленн|указанн|определенн|назначенн|утвержденн)\S* срок )",
        of(DeadlineKind.EXTERNAL_SCHEDULE),
    ),
    rule("акт ", rf"{_ACCORDING} (?P<words>{_OWN}акт {_SOURCE})", of(DeadlineKind.EXTERNAL_SCHEDULE)),
    rule(
        "по ",
        rf"по (?:итог|завершение|окончание) (?P<words>(?:каждый |[no]\d )?(?:учебный |календарный )?"
        rf"(?:четверть|триместр|полугодие|квартал|год|месяц) {TAIL}{{0,3}})",
        of(DeadlineKind.ON_EVENT),
    ),
    rule(_HEAD_NEEDS, rf"{_HEAD} (?P<words>(?:каждый )?{TAIL}+(?:каждый {TAIL}+)?){_MORE}", of(DeadlineKind.ON_EVENT)),
    rule("по ", r"по (?:завершение|окончание|факт) (?![~а-я])", of(DeadlineKind.ON_EVENT, _NO_EVENT)),
    rule(
        "каникулы ",
        r"(?:в |на |втечение |за )?(?:(?:период|время) )?(?P<words>(?:a\d (?:(?:,|и|-) )?)*каникулы )"
        rf"(?:период |время )?{_OF_YEAR}",
        of(DeadlineKind.SCHOOL_TERM),
    ),
    rule("четверть |триместр ", rf"{_TERM}(?:учебный )?(?:четверть|триместр) {_OF_YEAR}", of(DeadlineKind.SCHOOL_TERM)),
    rule("постоянно ", r"(?:на )?постоянно (?:основа )?", of(DeadlineKind.CONTINUOUS)),
    rule("~круглогодично ", r"~круглогодично ", of(DeadlineKind.CONTINUOUS)),
    rule(
        "рабочий порядок |периодически ", r"(?:в рабочий порядок|периодически) ", of(DeadlineKind.CONTINUOUS, _VAGUELY)
    ),
)
BARE_DURATION: Rule = rule(
    "n",
    rf"{_SIZE}$",
    _bare_duration,
)
