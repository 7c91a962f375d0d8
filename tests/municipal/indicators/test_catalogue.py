"""The catalogue of indicators: what it promises to those who print it."""

from municipal.indicators.catalogue import load_catalogue
from municipal.indicators.editions import Sensitivity


def test_the_catalogue_has_its_41_indicators_and_the_federal_rows_in_order() -> None:
    catalogue = load_catalogue()

    assert len(catalogue.indicators) == 41
    assert [one.code for one in catalogue.federal] == [
        "MENTEES_PUPILS_10_19_SHARE",
        "MENTORS_PUPILS_15_19_SHARE",
        "YOUNG_TEACHERS_MENTEES_SHARE",
        "ENTERPRISES_MENTORS_SHARE",
        "MENTEES_SATISFIED_SHARE",
        "MENTORS_SATISFIED_SHARE",
    ]


def test_a_share_has_a_denominator_and_a_count_has_none() -> None:
    for one in load_catalogue().indicators.values():
        assert (one.denominator is None) == (one.denominator_expr is None)
        assert one.is_share <= (one.denominator_expr is not None)
        assert one.unit.forms or one.unit.title


def test_targets_end_where_the_federal_row_ends_and_lasting_ones_do_not() -> None:
    indicators = load_catalogue().indicators

    assert [indicators["MENTEES_SATISFIED_SHARE"].target_for(year) for year in (2022, 2023, 2024, 2025)] == [
        60,
        70,
        85,
        None,
    ]
    assert indicators["PUBLICATIONS_MUNICIPAL"].target_for(2026) == 5
    assert indicators["PAIRS_ACTIVE"].target_for(2026) is None


def test_small_numbers_are_guarded_where_they_could_point_at_a_child() -> None:
    sensitive = {code for code, one in load_catalogue().indicators.items() if one.sensitivity is Sensitivity.SENSITIVE}

    assert sensitive == {
        "MENTEES_VULNERABLE",
        "MENTEES_SATISFIED_SHARE",
        "MENTORS_SATISFIED_SHARE",
        "MENTEES_RESPONSE_RATE",
        "MENTORS_RESPONSE_RATE",
        "GROWTH_MENTEES_SHARE",
        "GROWTH_MENTORS_SHARE",
        "YT_SCHOOL_SATISFIED_SHARE",
    }


def test_a_score_falls_into_the_band_it_touches() -> None:
    score = load_catalogue().indicators["CURATOR_SCORE"]

    assert [level.code if (level := score.level_of(n)) else None for n in (0, 8, 9, 14, 15, 18, 19)] == [
        *["unacceptable"] * 2,
        *["acceptable"] * 2,
        *["optimal"] * 2,
        None,
    ]
