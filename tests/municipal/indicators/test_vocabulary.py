"""Codes and their Russian titles."""

from datetime import date

import pytest

from municipal.indicators.vocabulary import head_title, load_vocabulary


def test_orders_and_documents_have_codes_of_their_own() -> None:
    kinds = load_vocabulary().document_kinds

    assert [code for code, kind in kinds.items() if kind.is_order] == [
        "implementation",
        "curator",
        "liaison",
        "roadmap",
        "mentors_register",
        "pairs",
        "pairs_change",
        "closing",
        "roadmap_change",
        "reward",
        "municipal_plan",
        "monitoring_results",
    ]
    assert kinds["regulation"].title == "положение о наставничестве"
    assert not kinds["incentive_rules"].is_order


@pytest.mark.parametrize(
    ("closes_by", "title"),
    [
        ("order:pairs", "приказ о закреплении пар и групп"),
        ("meetings:final", "встречи: итоговая"),
        ("consents", "согласия"),
    ],
)
def test_an_evidence_reads_as_a_phrase(closes_by: str, title: str) -> None:
    assert load_vocabulary().evidence_title(closes_by) == title


@pytest.mark.parametrize("closes_by", ["order:party", "rumour"])
def test_an_unknown_evidence_is_not_invented(closes_by: str) -> None:
    with pytest.raises(KeyError):
        load_vocabulary().evidence_title(closes_by)


def test_a_kindergarten_has_its_own_head_and_a_law_its_own_date() -> None:
    vocabulary = load_vocabulary()
    principal, curator = vocabulary.roles["principal"], vocabulary.roles["curator"]

    assert (principal.dative, principal.kindergarten_dative) == ("директору", "заведующему")
    assert curator.kindergarten_title == "куратор"
    assert vocabulary.bases["tk351_8"].in_force_from == date(2025, 3, 1)
    assert vocabulary.bases["r145"].in_force_from is None
    assert list(vocabulary.publication_channels) == ["site", "social", "media", "municipal"]


@pytest.mark.parametrize(("organisation", "title"), [("school", "Директор"), ("kindergarten", "Заведующий")])
def test_the_head_is_called_as_the_organisation_calls_him(organisation: str, title: str) -> None:
    assert head_title(organisation) == title
