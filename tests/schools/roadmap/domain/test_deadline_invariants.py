"""What must not change a meaning: letter case, kinds of spaces and dashes, lookalike letters, ё, soft hyphens."""

from collections.abc import Callable
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schools.roadmap.domain.deadline import Deadline, Period
from schools.roadmap.domain.deadline_phrase import parse_deadline
from tests.schools.roadmap.domain.deadline_cases import EVERYTHING, YEAR
from tests.schools.roadmap.domain.deadline_unseen import load

PHRASES = [(case[0], YEAR) for case in EVERYTHING] + [
    (one.phrase, one.period) for name in ("first.tsv", "second.tsv", "third.tsv") for one in load(name)
]
DASHES = "-‐‑‒–—―−"
SPACES = [" ", "\u00a0", "\u2009", "\u202f", "  "]
LATIN = str.maketrans("асеорхАСЕОРХ", "aceopxACEOPX")


def meaning(phrase: str, period: Period) -> tuple[object, ...]:
    """All but the phrase as it was written and the words of the notes, which quote it."""
    read: Deadline = parse_deadline(phrase, period)
    return read.kind, read.due_on, read.confidence, read.params, len(read.notes)


def each_dash(phrase: str, dash: str) -> str:
    return "".join(dash if letter in DASHES else letter for letter in phrase)


def each_space(phrase: str, space: str) -> str:
    return phrase.replace(" ", space)


CHANGES: dict[str, Callable[[str], str]] = {
    "upper case": str.upper,
    "lower case": str.lower,
    "ё": lambda phrase: phrase.replace("е", "ё"),
    "spaces around": lambda phrase: f"\t {phrase} \n",
    "soft hyphens": lambda phrase: phrase.replace("ря", "р\u00adя"),
    "guillemets": lambda phrase: f"«{phrase}»",
    "a footnote mark": lambda phrase: f"{phrase}*",
    "Latin letters of the same look": lambda phrase: " ".join(
        word if word.lower() in {"х", "с", "о", "е"} else word.translate(LATIN) for word in phrase.split(" ")
    ),
    **{f"dash U+{ord(dash):04X}": partial(each_dash, dash=dash) for dash in DASHES},
    **{f"space {space!r}": partial(each_space, space=space) for space in SPACES},
}


@pytest.mark.parametrize("name", CHANGES)
def test_the_look_of_a_phrase_does_not_change_its_meaning(name: str) -> None:
    change = CHANGES[name]
    changed = [
        (phrase, change(phrase))
        for phrase, period in PHRASES
        if meaning(phrase, period) != meaning(change(phrase), period)
    ]
    assert changed == []


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PHRASES), st.sampled_from(sorted(CHANGES)), st.sampled_from(sorted(CHANGES)))
def test_two_changes_of_look_at_once_do_not_change_it_either(
    phrase: tuple[str, Period], first: str, second: str
) -> None:
    text, period = phrase
    assert meaning(CHANGES[second](CHANGES[first](text)), period) == meaning(text, period)
