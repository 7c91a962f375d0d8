"""What a line looks like over the district."""

from municipal.desk.domain.district import district_words
from municipal.indicators.aggregate import SchoolFacts
from municipal.indicators.editions import CURRENT, load_edition
from municipal.indicators.facts import ShareValue, missing
from tests.municipal.indicators.cases import NO_DOCUMENT, honest

FIELDS = load_edition(CURRENT).fields


def _words(code: str, *forms: object) -> str:
    district = [SchoolFacts(number, honest(**{code: value})) for number, value in enumerate(forms, 1)]  # type: ignore[arg-type]
    return district_words(FIELDS[code], honest(), district).replace("\u00a0", " ")


def test_a_count_has_its_median_and_an_unknown_one_is_left_out() -> None:
    assert _words("I2", 1, 9, 4, missing("нет данных")) == "4"
    assert _words("I2", 1, 9, 4, 6) == "5"


def test_a_share_has_the_median_of_its_per_cents() -> None:
    assert _words("B8", ShareValue(1, 2), ShareValue(9, 10), ShareValue(3, 4)) == "75 %"


def test_a_document_is_counted_among_those_who_answered() -> None:
    assert _words("B2", honest().cell("B2"), NO_DOCUMENT, honest().cell("B2")) == "2 из 3"


def test_two_schools_make_no_district_and_a_text_has_no_median() -> None:
    assert _words("I2", 1, 9) == "—"
    assert _words("A5", "а", "б", "в") == "—"
