"""Occasions that fill a whole cell and give no day: «на этапе завершения», «на первой встрече», «ко Дню учителя»."""

from schools.roadmap.domain.deadline import DeadlineKind
from schools.roadmap.domain.deadlines.events import of
from schools.roadmap.domain.deadlines.line import TAIL, Rule, rule

_WHICH = r"(?:(?:[no]\d+|каждый|последний|~[а-я]{3,}(?:ый|ий|ом|ем|ой|ей|ая|ую|ых|ие)) ){0,2}"
_MEETING = (
    r"~(?:встреч|заседани|педсовет|собрани|совещани|семинар|конференц|линейк|праздник|тренинг|консультаци|слет|форум|"
    r"фестивал|конкурс|выставк|занят|урок)[а-я]* "
)
_TO_THE_END = rf"(?:{TAIL}){{0,6}}$"
RULES: tuple[Rule, ...] = (
    rule(
        "этап ",
        rf"^(?:на |в ход |по завершение |в рамки )(?P<words>(?!этап реализация){_WHICH}этап {_TO_THE_END})",
        of(DeadlineKind.ON_EVENT),
    ),
    rule(" ~", rf"^(?:на|в ход|к) (?P<words>{_WHICH}{_MEETING}{_TO_THE_END})", of(DeadlineKind.ON_EVENT)),
    rule(
        "период ~|время ~",
        rf"^(?:в |на )?(?:период|время) (?P<words>~[а-я]{{3,}} {_TO_THE_END})",
        of(DeadlineKind.ON_EVENT),
    ),
    rule("день ~", rf"^(?:до|к) (?P<words>(?:~[а-я]+ )?день ~[а-я]{{2,}} {_TO_THE_END})", of(DeadlineKind.ON_EVENT)),
    rule(
        " ~",
        r"(?:по|согласно|в соответствие с) (?P<words>~(?:ипр|иом|ппн|иуп) )",
        of(DeadlineKind.SEPARATE_PLAN),
    ),
)
