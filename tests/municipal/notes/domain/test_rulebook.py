"""The rules as data: nothing is named that does not exist, and every rule can be said."""

from dataclasses import replace

import pytest

from municipal.indicators.content_files import ContentError
from municipal.notes.domain.composition import compose
from municipal.notes.domain.phrases import names_in
from municipal.notes.domain.rulebook import Rulebook, check, load_rulebook
from tenants.domain.school_year import Season
from tests.municipal.notes.domain.scenarios import scenarios


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load_rulebook()


def test_every_substitution_of_every_template_is_a_declared_value(book: Rulebook) -> None:
    declared = book.values.keys() | book.thresholds.keys()
    asked = {name for rule in book.rules for template in rule.templates for name in names_in(template)}
    supported = [rule for rule in book.rules if set(rule.kinds) & set(book.supported_kinds)]
    whole = {name for rule in supported for template in rule.templates for name in names_in(template)}
    assert {part for name in asked for part in name.split("/")} - declared == set()
    assert whole - declared == set()


def test_a_condition_over_an_unknown_name_is_refused(book: Rulebook) -> None:
    wrong = replace(book.rules[0], expr="pears > 0")
    with pytest.raises(ContentError, match="pears"):
        check(replace(book, rules=(wrong,)))


def test_a_supported_kind_may_not_have_a_rule_that_only_people_can_read(book: Rulebook) -> None:
    with pytest.raises(ContentError, match="no expr"):
        check(replace(book, rules=(replace(book.rules[0], expr=""),)))


def test_every_recommendation_of_a_supported_kind_has_a_term(book: Rulebook) -> None:
    asked = [(rule, kind) for rule in book.rules if rule.type == "recommendation" for kind in book.supported_kinds]
    assert [rule.id for rule, kind in asked if kind in rule.kinds and kind not in rule.term] == []


@pytest.mark.parametrize("kind", ["october", "may"])
def test_every_rule_of_a_supported_kind_is_said_by_some_district(book: Rulebook, kind: str) -> None:
    composed = [compose(one, kind=kind, number=1) for one in scenarios(Season(kind))]
    fired = {rule for note in composed for block in note.blocks for rule in block.rules}
    assert sorted({rule.id for rule in book.rules if kind in rule.kinds} - fired) == []
