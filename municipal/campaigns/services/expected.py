"""A school's place in the frozen set of a campaign."""

from __future__ import annotations

from municipal.campaigns.domain.refusals import SchoolNotExpected
from municipal.campaigns.models import ExpectedSchool


def expected_school(campaign_id: int, school_id: int) -> ExpectedSchool:
    """The row, locked for the transaction. Raises SchoolNotExpected where the school is not in the set."""
    rows = ExpectedSchool.objects.select_for_update(of=("self",)).select_related("school", "campaign")
    found = rows.filter(campaign_id=campaign_id, school_id=school_id).first()
    if found is None:
        raise SchoolNotExpected(
            "Ничего не изменено: эта школа не входит в кампанию.",
            "Список школ закрепляется в день открытия. Выберите школу на доске кампании.",
        )
    return found
