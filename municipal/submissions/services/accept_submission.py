"""Take a school's form in: check it, freeze it, hand back a receipt. Runs under the school's own role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection, transaction

from municipal.campaigns.domain.calendar import Window
from municipal.campaigns.queries import SchoolInCampaign, campaign_info, campaign_state
from municipal.indicators.checks import contradictions
from municipal.indicators.facts import Facts
from municipal.indicators.payload import digest, to_document
from municipal.submissions.domain.refusals import (
    AlreadyAccepted,
    CampaignClosed,
    FactsContradict,
    FormOfAnotherCampaign,
    NotExpected,
)
from municipal.submissions.domain.states import Verdict
from municipal.submissions.domain.texts import kept
from municipal.submissions.models import Submission
from municipal.submissions.queries.versions import Version, facts_of_season, versions
from tenants.domain.russian import date_words


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the school keeps as proof: the version taken and the sum of its bytes (64 hexadecimal digits)."""

    submission_id: int
    version: int
    digest: str
    submitted_at: datetime
    is_late: bool


@transaction.atomic
def accept_submission(
    *,
    campaign_id: int,
    school_id: int,
    facts: Facts,
    at: datetime,
    answers: Mapping[str, str] | None = None,
    context: Mapping[str, object] | None = None,
) -> Receipt:
    """Freeze ``facts`` as the school's next version in the campaign.

    ``at`` is the aware moment of the press; the closing minute itself is on time, by the municipality's clock.
    ``answers``: id of a remark → the curator's words. ``context``: see ``Edition.context``. Who hands in is
    ``facts.submitted_by``, a position with initials. A form in time stays in time when the school corrects it; the
    same form pressed twice gives the same receipt. Raises CampaignClosed outside the dates that hold for the
    school, NotExpected, AlreadyAccepted, FormOfAnotherCampaign, and FactsContradict with every contradiction at once.
    """
    _stand_in_line(campaign_id, school_id)
    known = versions(campaign_id, school_id)
    place = _place(campaign_id, school_id, at, known)
    _check_form(place, facts)
    document = to_document(facts)
    words = {remark: kept(text) for remark, text in (answers or {}).items()}
    latest = known[0] if known else None
    if latest and latest.review is None and _is_same(latest, document, words):
        return _receipt_of(latest)
    _check_facts(place, facts, context)
    frozen = Submission.objects.create(
        campaign_id=campaign_id,
        municipality_id=place.campaign.municipality_id,
        school_id=school_id,
        version=1 + (latest.submission.version if latest else 0),
        edition=facts.edition,
        facts=document,
        answers=words,
        digest=digest(document),
        submitted_by=facts.submitted_by,
        submitted_at=at,
        is_late=known[-1].submission.is_late if known else place.window is Window.LATE,
    )
    return _receipt(frozen)


def _stand_in_line(campaign_id: int, school_id: int) -> None:
    # Two curators may press at once. A school's role may not UPDATE its row of tenants_school, so it cannot lock it
    # with SELECT … FOR UPDATE; an advisory lock of the pair lasts until the transaction ends and needs no rights.
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [campaign_id, school_id])


def _place(campaign_id: int, school_id: int, at: datetime, known: list[Version]) -> SchoolInCampaign:
    campaign = campaign_info(campaign_id)
    if campaign is None:
        raise NotExpected("Форма не сдана: такой кампании у вашего муниципалитета нет.", "Откройте мониторинг заново.")
    today = campaign.day_of(at)
    place = campaign_state(campaign, school_id, today)
    if place.window is Window.BEFORE:
        raise CampaignClosed(
            f"Форма не сдана: мониторинг «{campaign.title}» ещё не открыт.",
            f"Сдать можно с {date_words(campaign.opens_on)}, черновик сохранён.",
        )
    if not place.is_expected:
        raise NotExpected(
            f"Форма не сдана: вашей школы нет в кампании «{campaign.title}».",
            "Попросите муниципального методиста проверить список школ.",
        )
    review = known[0].review if known else None
    if review and review.verdict is Verdict.ACCEPTED:
        accepted_on = date_words(campaign.day_of(review.reviewed_at))
        raise AlreadyAccepted(
            f"Форма не сдана ещё раз: мониторинг «{campaign.title}» уже принят {accepted_on}.",
            "Если в числах ошибка, позвоните муниципальному методисту.",
        )
    answer_by = review.answer_by if review else None
    if place.window is Window.CLOSED and not _may_answer(answer_by, today):
        raise CampaignClosed(
            f"Форма не сдана: приём форм «{campaign.title}» закрыт {date_words(place.dates.closes_on)}.",
            "Попросите муниципального методиста продлить срок для вашей школы.",
        )
    return place


def _may_answer(answer_by: date | None, today: date) -> bool:
    """A returned form is taken until the day the methodist set, even after the campaign has closed."""
    return answer_by is not None and today <= answer_by


def _check_form(place: SchoolInCampaign, facts: Facts) -> None:
    campaign = place.campaign
    wanted = (campaign.edition, campaign.season, campaign.reporting_date, place.school_kind)
    if (facts.edition, facts.season, facts.as_of, facts.organisation.value) != wanted:
        raise FormOfAnotherCampaign(
            f"Форма не сдана: она заполнена не для мониторинга «{campaign.title}» на "
            f"{date_words(campaign.reporting_date)}.",
            "Откройте мониторинг заново: числа подставятся на нужную дату.",
        )


def _check_facts(place: SchoolInCampaign, facts: Facts, context: Mapping[str, object] | None) -> None:
    season = place.campaign.season_of_year
    found = contradictions(
        facts,
        previous=facts_of_season(place.school_id, season.previous),
        year_before=facts_of_season(place.school_id, season.year_before),
        context=context,
    )
    blocking = [one.message for one in found if one.blocks]
    if blocking:
        raise FactsContradict("Форма не сдана. " + " ".join(blocking), "Исправьте эти строки и сдайте форму ещё раз.")


def _is_same(latest: Version, document: Mapping[str, object], words: Mapping[str, str]) -> bool:
    return latest.submission.digest == digest(document) and latest.submission.answers == words


def _receipt_of(version: Version) -> Receipt:
    taken = version.submission
    return Receipt(taken.id, taken.version, taken.digest, taken.submitted_at, taken.is_late)


def _receipt(row: Submission) -> Receipt:
    return Receipt(row.pk, row.version, row.digest, row.submitted_at, row.is_late)
