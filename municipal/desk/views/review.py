"""Review of one handed-in form: read, accept, return with questions."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from municipal.campaigns.queries import CampaignInfo
from municipal.desk.forms import AnswerByForm
from municipal.desk.presenters.neighbours import neighbours, next_waiting
from municipal.desk.presenters.review_page import Compared, review_page
from municipal.desk.views.finding import campaign_of, may_change, school_of, signature, version_of
from municipal.submissions.domain.refusals import AlreadyReviewed
from municipal.submissions.domain.states import Verdict
from municipal.submissions.queries import Version, board, facts_of_season, latest_facts, versions
from municipal.submissions.services.return_submission import return_submission
from municipal.submissions.services.take_submission import take_submission
from tenants import clock
from tenants.access import PlacedRequest, methodist_required, municipality_required
from tenants.domain.errors import Refusal
from tenants.domain.school_year import SchoolYear

QUESTION = "vopros-"  # prefix of the questions' fields, followed by the code of the line


@require_safe
@municipality_required
def review(request: PlacedRequest, year: SchoolYear, campaign_id: int, submission_id: int) -> HttpResponse:
    """The form beside its past and the district, with the questions to ask."""
    campaign = campaign_of(year, campaign_id)
    return _page(request, campaign, version_of(campaign, submission_id))


@require_POST
@methodist_required
def accept(request: PlacedRequest, year: SchoolYear, campaign_id: int, submission_id: int) -> HttpResponse:
    """Accept and stay: the page says what was done and names the next school, so no press lands on an unread form.

    A second press changes nothing and says so.
    """
    campaign = campaign_of(year, campaign_id)
    version = version_of(campaign, submission_id)
    try:
        take_submission(
            submission_id=submission_id,
            reviewed_by=signature(request.user),
            at=clock.now(),
            actor_id=request.user.pk,
        )
    except AlreadyReviewed as refusal:
        version = version_of(campaign, submission_id)
        if version.review is None or version.review.verdict is not Verdict.ACCEPTED:
            return _page(request, campaign, version, refusal)
        messages.info(request, "Этот отчёт уже принят. Второй раз ничего не записано, письмо в школу не ушло.")
    except Refusal as refusal:
        return _page(request, campaign, version, refusal)
    else:
        states = board(campaign, today=clock.today())
        name = school_of(states, version.submission.school_id).short_name
        messages.success(request, f"{name}: форма принята. Школе ушло письмо.")
    return redirect("campaigns:review", year, campaign.id, submission_id)


@require_POST
@methodist_required
def give_back(request: PlacedRequest, year: SchoolYear, campaign_id: int, submission_id: int) -> HttpResponse:
    """Return with questions; what was typed stays on the page when something is wanting."""
    campaign = campaign_of(year, campaign_id)
    version = version_of(campaign, submission_id)
    form = AnswerByForm(request.POST)
    if not form.is_valid():
        return _page(request, campaign, version)
    try:
        return_submission(
            submission_id=submission_id,
            remarks=_typed(request),
            answer_by=form.cleaned_data["answer_by"],
            reviewed_by=signature(request.user),
            at=clock.now(),
            actor_id=request.user.pk,
        )
    except Refusal as refusal:
        return _page(request, campaign, version, refusal)
    messages.success(request, "Форма возвращена с вопросами. Школе ушло письмо.")
    return redirect("campaigns:review", year, campaign.id, submission_id)


def _typed(request: PlacedRequest) -> dict[str, str]:
    """Questions by the code of the line, as typed."""
    return {key.removeprefix(QUESTION): str(text) for key, text in request.POST.items() if key.startswith(QUESTION)}


def _page(
    request: PlacedRequest, campaign: CampaignInfo, version: Version, refusal: Refusal | None = None
) -> HttpResponse:
    today, taken = clock.today(), version.submission
    states = board(campaign, today=today)
    known = versions(campaign.id, taken.school_id)
    season = campaign.season_of_year
    beside = Compared(
        previous=facts_of_season(taken.school_id, season.previous),
        year_before=facts_of_season(taken.school_id, season.year_before),
        earlier=next((one for one in known if one.submission.version == taken.version - 1), None),
        district=latest_facts(campaign.id),
        typed=_typed(request),
    )
    form = AnswerByForm(request.POST if request.method == "POST" else None, initial=AnswerByForm.preset(today))
    is_latest = known[0].submission.id == taken.id
    context = {
        "year": campaign.school_year,
        "campaign": campaign,
        "version": version,
        "school": school_of(states, taken.school_id),
        "latest_id": known[0].submission.id,
        "is_latest": is_latest,
        "page": review_page(taken.facts, taken.answers, beside),
        "neighbours": neighbours(states, taken.school_id),
        "waiting": next_waiting(states, taken.school_id) if version.review else None,
        "answer_by": form,
        "refusal": refusal,
        "may_review": may_change(request, campaign.school_year),
        "may_answer": may_change(request, campaign.school_year) and is_latest and version.review is None,
        "previous_title": season.previous.title,
    }
    return render(request, "campaigns/review.html", context, status=422 if refusal or form.errors else 200)
