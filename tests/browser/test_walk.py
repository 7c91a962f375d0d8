"""Every page can be reached by links, and no link leads nowhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.fixtures import Walked
from tests.browser.people import ANALYST_OF_REGION, CURATOR, HEAD, METHODIST, NURSERY, PRINCIPAL, SILENT, Visitor

EVERYBODY = [CURATOR, PRINCIPAL, NURSERY, SILENT, METHODIST, HEAD, ANALYST_OF_REGION]


@pytest.mark.parametrize("visitor", EVERYBODY, ids=lambda visitor: visitor.key)
def test_no_link_leads_nowhere(walked: Callable[[Visitor], Walked], visitor: Visitor) -> None:
    assert walked(visitor)[1].broken == []


@pytest.mark.parametrize("visitor", [CURATOR, METHODIST, ANALYST_OF_REGION], ids=lambda visitor: visitor.key)
def test_links_lead_to_every_page(walked: Callable[[Visitor], Walked], visitor: Visitor) -> None:
    assert walked(visitor)[1].unreached == []
