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
    r"форум|тренинг|встреч|кругл|мастер|рмо|шмо|августовск|педагогическ|методическ|родительск|общешкольн|открыт|урок|"
    r"совет)[а-я]* )"
)
_EVENT_OF = r"(?:~(?:стол|класс|учител|знаний|директор|наставник|имц|молод)[а-я]* )"
_JOINING = r"(?:(?:при|на|в|день|- ) )"
_EVENT = re.compile(
    rf"(?<!\S)(?:(?:на|в|день) )?{_EVENT_WORD}(?:(?:{_JOINING})?(?:{_EVENT_WORD}|{_EVENT_OF})){{0,3}}(?=[@,;¶()\-:]|$)"
)
_EVENT_BESIDE = 0.25
_BEFORE_LATER = re.compile(r"(?:[,;-] |и )+$")  # «октябрь – далее ежегодно», «май и далее ежегодно»
_CONDITION = "условие"
_HANGING = ("-", "и", "или", "либо", "но", ":", "/", "(")
_OPENING = ("и", "или", "либо", "/")
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
    broken: bool = False  # cut short, or words of a condition run into a date
    later: "Residue | None" = None  # what «далее» opens


def sort_out(line: Line) -> Residue:
    """Sort the things of a rewritten line; words that nothing explained go to ``leftover``."""
    if "@P" in line.text:
        line.text = _BRACKETS.sub(lambda found: _aside(found[1], "Слова в скобках", _BRACKETS_BESIDE, line), line.text)
        line.text = _EVENT.sub(lambda found: _aside(found[0], "Слова рядом с датой", _EVENT_BESIDE, line), line.text)
    now, further, then = line.text.rstrip(";, ").partition("далее ")
    residue = _sorted(_BEFORE_LATER.sub("", now) if further else now, line)
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
    tokens = text.split()
    residue.broken = _cut_short(tokens)
    for token in tokens:
        if token in _SEPARATORS:
            between.append(token)
            residue.either |= token in ("или", "либо")
        elif token.startswith("@"):
            thing = line.things[int(token[2:])]
            if isinstance(thing, Span):
                residue.broken |= bool(between) and between[-1] == _CONDITION
                if residue.spans:
                    residue.joints.append(" ".join(between))
                residue.spans.append(thing)
                between = []
            else:
                between.append(_CONDITION if isinstance(thing, Manner) else "," if isinstance(thing, Remark) else "…")
                _keep(thing, residue)
        else:
            residue.leftover.append(token)
    return residue


def _cut_short(tokens: list[str]) -> bool:
    """A dash, «и» or an open bracket at the edge: the cell has lost its other half."""
    ends = bool(tokens) and (tokens[-1] in _HANGING or tokens[0] in _OPENING)
    return ends or tokens.count("(") > tokens.count(")")


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
