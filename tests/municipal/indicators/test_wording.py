"""Values of the form as a person reads them."""

import pytest

from municipal.indicators.facts import DocumentValue, ShareValue, Value
from municipal.indicators.wording import shown
from tenants.domain.russian import NBSP
from tenants.domain.school_year import Season
from tests.municipal.indicators.cases import AS_OF


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "нет данных"),
        (0, "0"),
        (1240, "1_240"),
        (DocumentValue(True), "да"),
        (ShareValue(4, 5), "4_из_5"),
        (AS_OF[Season.OCTOBER], "01.10.2025"),
        ("kindergarten", "детский сад"),
        ("Переезд", "Переезд"),
    ],
)
def test_a_value_reads_in_russian(value: Value | None, text: str) -> None:
    assert shown(value).replace(NBSP, "_") == text
