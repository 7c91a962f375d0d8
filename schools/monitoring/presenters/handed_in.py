"""Receipts and the list of what was handed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.urls import reverse

from municipal.indicators.vocabulary import head_title
from municipal.submissions.intake import Verdict, Version
from municipal.submissions.queries.versions import HistoryLine
from schools.monitoring.queries import OwnReceipt
from schools.monitoring.services.read_form import Form
from tenants.domain.russian import date_words, moment_words

_VERDICTS = {
    None: ("review", "На проверке"),
    Verdict.ACCEPTED: ("done", "Принята"),
    Verdict.RETURNED: ("return", "Возвращена"),
}
DIGEST_SHOWN = 12


@dataclass(frozen=True, slots=True)
class HandedInLine:
    """A version in the list."""

    title: str
    version: int
    moment: datetime
    late: bool
    code: str
    words: str
    href: str


def history_lines(lines: list[HistoryLine]) -> list[HandedInLine]:
    """Versions with the words of their verdicts and their receipts."""
    return [
        HandedInLine(
            line.campaign,
            line.version,
            line.submitted_at,
            line.is_late,
            *_VERDICTS[line.verdict],
            href=reverse("monitoring:receipt", args=[line.school_year, line.campaign_id, line.version]),
        )
        for line in lines
    ]


def receipt_page(form: Form, version: Version, own: OwnReceipt | None) -> dict[str, Any]:
    """What the page of a receipt shows of a version."""
    taken, review = version.submission, version.review
    moment = taken.submitted_at.astimezone(ZoneInfo(form.campaign.time_zone))
    code, words = _VERDICTS[review.verdict if review else None]
    facts = [
        {"name": "Номер", "value": receipt_number(version)},
        {"name": "Версия", "value": str(taken.version)},
        {"name": "Сдана", "value": moment_words(moment)},
        {"name": "Кто сдал", "value": taken.submitted_by},
        {"name": "Данные на дату", "value": date_words(form.campaign.reporting_date)},
        {
            "name": "Контрольная сумма",
            "value": taken.digest[:DIGEST_SHOWN],
            "note": "Первые знаки. По ней видно, что числа с тех пор не менялись.",
        },
    ]
    if taken.is_late:
        facts.append({"name": "Отметка", "value": "позже срока"})
    if own and own.principal_informed:
        facts.append({"name": head_title(form.ask.organisation), "value": "с числами ознакомлен"})
    remarks = review.remarks if review else ()
    return {
        "version": version,
        "facts": facts,
        "heading": _heading(form, version),
        "next_step": _next_step(form, version),
        "verdict_code": code,
        "verdict_words": words,
        "remarks": [(one.field, one.text, form.draft.answers.get(str(one.id), "")) for one in remarks],
    }


def receipt_number(version: Version) -> str:
    """The number a methodist can find the form by, over the telephone: «0212-2» is the second version."""
    return f"{version.submission.id:04}-{version.submission.version}"


def _heading(form: Form, version: Version) -> str:
    verdict = version.review.verdict if version.review else None
    said = {None: "сдан", Verdict.ACCEPTED: "принят", Verdict.RETURNED: "возвращён с вопросами"}[verdict]
    return f"Мониторинг «{form.campaign.title}» {said}"


def _next_step(form: Form, version: Version) -> str:
    if version != form.latest:
        return "Это прежняя версия, после неё сдана новая."
    review = version.review
    if review is None:
        return "Дальше форму проверит методист. Если найдётся вопрос, он придёт сюда и на почту."
    if review.verdict is Verdict.ACCEPTED:
        return "Числа вошли в свод муниципалитета. Делать больше ничего не нужно."
    if review.answer_by:
        return f"Ответьте на вопросы или исправьте числа до {date_words(review.answer_by)}."
    return "Ответьте на вопросы или исправьте числа и сдайте форму ещё раз."
