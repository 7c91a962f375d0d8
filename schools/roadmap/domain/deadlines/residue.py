"""What rewriting left: things and separators, or words that nothing explained."""

import re
from dataclasses import dataclass, field

from schools.roadmap.domain.deadlines.line import Line
from schools.roadmap.domain.deadlines.things import Bound, Doubt, Manner, Remark, Rhythm, Span, Yearly, Years

_SEPARATORS = {",", ";", "и", "¶", "⇥", "(", ")", "-", "/", ":", "или", "либо", "но"}
_BRACKETS = re.compile(r"\( ((?:(?:~[а-яa-z]{2,}|[а-я]+|[,/-]) ){1,8})\) ")
# Words of an event beside a date («Педсовет, 30.08.2025»). A document («приказ от …») or a person is not an event.
_EVENT_WORD = (
    r"(?:~(?:педсовет|совещан|собран|семинар|вебинар|конференц|конкурс|заседан|слет|фестивал|линейк|праздник|мероприят|"
    r"форум|тренинг|встреч|кругл|стол|мастер|класс|рмо|шмо|имц|августовск|педагогическ|методическ|родительск|общешкольн|"
    r"совет|открыт|урок|учител|знаний|директор|наставник)[а-я]* )"
)
_JOINING = r"(?:(?:при|на|в|день|- ) )"
_EVENT = re.compile(rf"(?<!\S)(?:(?:на|в|день) )?{_EVENT_WORD}(?:(?:{_JOINING})?{_EVENT_WORD}){{0,3}}(?=[@,;¶()\-:]|$)")
_EVENT_BESIDE = 0.25
_BRACKETS_BESIDE = 0.2


@dataclass
class Residue:
    """Things of one phrase by their sort, in order; ``joints[i]`` stands between span i and span i + 1."""

    spans: list[Span] = field(default_factory=list)
    joints: list[str] = field(default_factory=list)
    years: list[Years] = field(default_factory=list)
    rhythms: list[Rhythm] = field(default_factory=list)
    bounds: list[Bound] = field(default_factory=list)
    manners: list[Manner] = field(default_factory=list)
    yearly: bool = False
    either: bool = False  # «или»
    doubts: list[Doubt] = field(default_factory=list)
    leftover: list[str] = field(default_factory=list)
    later: "Residue | None" = None  # what «далее» opens


def sort_out(line: Line) -> Residue:
    """Sort the things of a rewritten line; words that nothing explained go to ``leftover``."""
    if "@P" in line.text:
        line.text = _BRACKETS.sub(lambda found: _aside(found[1], "Слова в скобках", _BRACKETS_BESIDE, line), line.text)
        line.text = _EVENT.sub(lambda found: _aside(found[0], "Слова рядом с датой", _EVENT_BESIDE, line), line.text)
    now, further, then = line.text.partition("далее ")
    residue = _sorted(now, line)
    residue.doubts[:0] = line.doubts
    if further:
        residue.later = _sorted(then, line)
    return residue


def _aside(words: str, what: str, weight: float, line: Line) -> str:
    said = " ".join(word[1:] for word in words.split() if word.startswith("~"))
    return line.put(
        Remark(Doubt(f"{what} на срок не влияют: «{said}»." if said else f"{what} на срок не влияют.", weight))
    )


def _sorted(text: str, line: Line) -> Residue:
    residue = Residue()
    between: list[str] = []
    for token in text.split():
        if token in _SEPARATORS:
            between.append(token)
            residue.either |= token in ("или", "либо")
        elif token.startswith("@"):
            thing = line.things[int(token[2:])]
            if isinstance(thing, Span):
                if residue.spans:
                    residue.joints.append(" ".join(between))
                residue.spans.append(thing)
                between = []
            else:
                between.append("…" if not isinstance(thing, Remark) else ",")
                _keep(thing, residue)
        else:
            residue.leftover.append(token)
    return residue


def _keep(thing: object, residue: Residue) -> None:
    match thing:
        case Years():
            residue.years.append(thing)
        case Rhythm():
            residue.rhythms.append(thing)
            residue.doubts += thing.doubts
        case Bound():
            residue.bounds.append(thing)
        case Manner():
            residue.manners.append(thing)
            residue.doubts += thing.doubts
        case Remark():
            residue.doubts.append(thing.doubt)
        case Yearly():
            residue.yearly = True
