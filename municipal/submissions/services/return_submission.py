"""The methodist returns a school's form with questions. Runs under the municipality's role."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from municipal.campaigns.queries import CampaignInfo, info_of
from municipal.campaigns.services.write_to_schools import write_to_schools
from municipal.indicators.editions import load_edition
from municipal.submissions.domain.refusals import AnswerDateRefused, NoRemarks, RemarkTooLong, UnknownLine
from municipal.submissions.domain.texts import REMARK_AT_MOST, kept
from municipal.submissions.models import Remark, Review, Submission
from municipal.submissions.services.under_review import under_review
from tenants.domain.russian import counted, date_words
from tenants.journal.services.record import record


@transaction.atomic
def return_submission(
    *,
    submission_id: int,
    remarks: Mapping[str, str],
    answer_by: date,
    reviewed_by: str,
    at: datetime,
    actor_id: int | None,
) -> None:
    """Send the school's latest version back with ``remarks``: code of a line → the question; empty ones are dropped.

    ``answer_by`` is the last day to answer, even where the campaign closes earlier. Raises NoRemarks, RemarkTooLong,
    UnknownLine, AnswerDateRefused, NothingToReview, NewerVersion and AlreadyReviewed.
    """
    row = under_review(submission_id)
    campaign = info_of(row.campaign)
    questions = {code: said for code, text in remarks.items() if (said := kept(text))}
    _check(row, questions, answer_by, campaign.day_of(at))
    review = Review.objects.create(
        submission=row,
        municipality_id=row.municipality_id,
        school_id=row.school_id,
        verdict=Review.RETURNED,
        answer_by=answer_by,
        reviewed_by=reviewed_by,
        reviewed_at=at,
    )
    Remark.objects.bulk_create(
        Remark(review=review, municipality_id=row.municipality_id, school_id=row.school_id, field=code, text=text)
        for code, text in questions.items()
    )
    said = counted(len(questions), "вопрос", "вопроса", "вопросов")
    text = f"Мониторинг «{campaign.title}», {row.school.short_name}: форма возвращена, версия {row.version}, {said}."
    record(
        act="submission_returned", text=text, at=at, actor_id=actor_id, object_kind="school", object_id=row.school_id
    )
    _write(campaign, row, questions, answer_by, at)


def _check(row: Submission, questions: Mapping[str, str], answer_by: date, today: date) -> None:
    if not questions:
        raise NoRemarks("Форма не возвращена: вопросов нет.", "Напишите вопрос хотя бы к одной строке.")
    too_long = [code for code, text in questions.items() if len(text) > REMARK_AT_MOST]
    if too_long:
        raise RemarkTooLong(
            f"Форма не возвращена: вопрос к строке {', '.join(too_long)} длиннее {REMARK_AT_MOST} знаков.",
            "Сократите его.",
        )
    strange = sorted(questions.keys() - load_edition(row.edition).fields.keys())
    if strange:
        raise UnknownLine(
            f"Форма не возвращена: в ней нет строк {', '.join(strange)}.",
            "Задайте вопрос у строки, которая есть в форме.",
        )
    if answer_by < today:
        raise AnswerDateRefused(
            f"Форма не возвращена: ответить до {date_words(answer_by)} уже нельзя.",
            "Поставьте сегодняшний день или позже.",
        )


def _write(
    campaign: CampaignInfo, row: Submission, questions: Mapping[str, str], answer_by: date, at: datetime
) -> None:
    titles = load_edition(row.edition).fields
    listed = "\n".join(f"{code}. {titles[code].title}: {text}" for code, text in questions.items())
    write_to_schools(
        campaign=campaign,
        code="campaign_returned",
        school_ids=[row.school_id],
        key=f"returned:{row.version}",
        at=at,
        values={"answer_by": date_words(answer_by, with_year=False), "questions": listed},
    )
