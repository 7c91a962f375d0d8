"""Clean text through every rewriting, in the one order that works."""

import re

from schools.roadmap.domain.deadlines import bounds, events, occasions, points, ranges, rhythms, weekdays
from schools.roadmap.domain.deadlines.line import Line, rewrite
from schools.roadmap.domain.deadlines.merging import merge
from schools.roadmap.domain.deadlines.things import Doubt
from schools.roadmap.domain.deadlines.tokens import lex

_MISSPELT = 0.1
_THAN = re.compile(r"(?<=(?:днее|реже|енее) ), (?=чем )")
_DURING = re.compile(r"(?<!\S)(?:в |на )?(?:течение|протяжение) ")
# Dates come first, for everything else is told apart by them; rhythms and events before points, whose words they share
# («по итогам I четверти», «раз в квартал»); points before ranges; bounds last, for they take what nobody else claimed.
_ORDER = (
    weekdays.RHYTHMS,
    rhythms.RULES,
    events.RULES,
    occasions.RULES,
    weekdays.POINTS,
    points.RULES,
    ranges.RULES,
    bounds.RULES,
    (events.BARE_DURATION,),
)


def read(text: str) -> Line:
    """A line rewritten as far as it goes; ``failure`` says why it can't be read at all."""
    lexed = lex(text)
    line = Line(_THAN.sub("", _DURING.sub("втечение ", lexed.text)))
    line.doubts = [
        Doubt(f"Слово «{word}» прочитано как «{meant}».", _MISSPELT) for word, meant in dict.fromkeys(lexed.slips)
    ]
    merge(line)
    if line.failure is None:
        for rules in _ORDER:
            rewrite(line, rules)
    return line
