"""The school year in an address."""

from __future__ import annotations

import re

import pytest

from tenants.converters import YearConverter


@pytest.mark.parametrize("slug", ["0000-01", "0001-02", "1999-00", "9999-00", "2025-6", "25-26"])
def test_a_year_no_school_works_in_is_no_such_page(slug: str) -> None:
    assert re.fullmatch(YearConverter.regex, slug) is None


def test_a_year_of_this_century_goes_there_and_back() -> None:
    assert re.fullmatch(YearConverter.regex, "2025-26")
    assert YearConverter().to_url(YearConverter().to_python("2025-26")) == "2025-26"
