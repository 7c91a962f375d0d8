"""Said sentences gathered into paragraphs with lasting keys."""

from collections.abc import Sequence

from municipal.notes.domain.composed import Block
from municipal.notes.domain.rulebook import SENTENCE, Rule
from municipal.notes.domain.saying import Said
from municipal.notes.domain.spans import Text, joined

EMPTY = "empty"


def key_of(rule: Rule, item: str = "") -> str:
    """A paragraph's key does not depend on which of its rules fired, so an edited paragraph is found again."""
    name = rule.paragraph or (rule.section if rule.type == SENTENCE else rule.id)
    return f"{name}@{item}" if item else name


def blocks_of(rules: Sequence[Rule], said: Sequence[Said]) -> tuple[Block, ...]:
    """Paragraphs in the order the rulebook first names them; items of a repeated one in the order they were said."""
    order = list(dict.fromkeys(key_of(rule) for rule in rules))
    grouped: dict[str, list[Said]] = {}
    for one in said:
        grouped.setdefault(key_of(one.rule, one.item), []).append(one)
    keys = sorted(grouped, key=lambda key: order.index(key.partition("@")[0]))
    return tuple(_block(key, grouped[key]) for key in keys)


def _block(key: str, said: list[Said]) -> Block:
    rule = said[0].rule
    return Block(
        key=key,
        section=rule.section,
        kind=rule.type,
        rules=tuple(one.rule.id for one in said),
        spans=joined([one.spans for one in said]),
        is_item=rule.item or rule.type != SENTENCE,
        tone=rule.tone,
        addressee=rule.addressee,
        term=said[0].term,
    )


def empty_block(section: str, words: str) -> Block:
    """What a section says when nothing in it could be said."""
    return Block(f"{section}.{EMPTY}", section, EMPTY, (), (Text(words),))
