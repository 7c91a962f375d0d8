"""A line of tokens being rewritten: a rule replaces what it understands by a thing, written ``@P0 ``, ``@F1 `` …"""

import re
from collections.abc import Callable, Iterable
from functools import partial

from schools.roadmap.domain.deadlines.things import Bound, Doubt, Manner, Remark, Rhythm, Span, Thing, Yearly, Years

_TAGS: dict[type, str] = {
    Span: "P",
    Years: "Y",
    Rhythm: "F",
    Bound: "B",
    Manner: "C",
    Remark: "K",
    Yearly: "E",
}
# Words of a tail («после … издания приказа»): no separator, no figure, nothing that starts another statement.
STARTERS = "или|либо|но|далее|втечение|каждый|ежегодно|ежемесячно|ежеквартально|еженедельно|ежедневно|раз|не"
WORD = rf"(?:(?!(?:{STARTERS}) )(?:~[а-яa-z]\S* |[а-я]+ ))"
_NUMBERED = r"[no]\d+ (?=(?:этап|четверть|полугодие|триместр|квартал|~класс\S*) )"
TAIL = rf"(?:(?:[¶/-] ){{0,2}}(?:{WORD}|{_NUMBERED}|a\d ))"


class Line:
    """The text being rewritten, the things found in it so far, and the first reason to refuse it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.things: list[Thing] = []
        self.doubts: list[Doubt] = []
        self.failure: str | None = None

    def put(self, thing: Thing) -> str:
        """Keep a thing; the token that stands for it."""
        self.things.append(thing)
        return f"@{_TAGS[type(thing)]}{len(self.things) - 1} "

    def span(self, token: str) -> Span:
        """The span a token ``@P7`` stands for."""
        thing = self.things[int(token.strip()[2:])]
        if not isinstance(thing, Span):
            raise TypeError(token)
        return thing

    def fail(self, reason: str) -> None:
        """Refuse the phrase, for the first reason given."""
        self.failure = self.failure or reason


Build = Callable[[re.Match[str], Line], str | Thing | None]
Rule = tuple[tuple[str, ...], re.Pattern[str], Build]


def rule(needs: str, pattern: str, build: Build) -> Rule:
    """A rule at the start of a token. ``build`` gives tokens, a thing, or None to leave the words as they stand.

    ``needs`` names, separated by bars, pieces of text one of which the pattern can't do without: most rules are
    skipped by that alone, and speed is why it is here.
    """
    return tuple(needs.split("|")), re.compile(rf"(?<!\S){pattern}"), build


def named(found: re.Match[str], name: str) -> str:
    """What a group matched; nothing where it matched nothing or the pattern has no such group."""
    return (found[name] or "") if name in found.re.groupindex else ""


def rewrite(line: Line, rules: Iterable[Rule]) -> None:
    """Apply each rule once, in order, wherever it fits."""
    for needs, pattern, build in rules:
        if any(map(line.text.__contains__, needs)) and pattern.search(line.text):
            line.text = pattern.sub(partial(_replaced, build, line), line.text)


def _replaced(build: Build, line: Line, found: re.Match[str]) -> str:
    made = build(found, line)
    if made is None:
        return found[0]
    return made if isinstance(made, str) else line.put(made)
