"""The form as it stands: counted anew from the registers, with what was typed over it, checked and compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from municipal.campaigns.domain.calendar import Window
from municipal.indicators.checks import Contradiction, contradictions
from municipal.indicators.comparisons import base_of
from municipal.indicators.editions import Edition, Field, load_edition
from municipal.indicators.facts import Cell, Facts, OrganisationKind, Value
from municipal.indicators.formats import load_formats
from municipal.indicators.progress import Progress, is_answered, progress
from municipal.submissions.intake import (
    CampaignInfo,
    FormState,
    RemarkInfo,
    SchoolInCampaign,
    Verdict,
    Version,
    campaign_info,
    campaign_state,
    facts_a_year_ago,
    own_state,
    own_state_words,
    own_versions,
    previous_facts,
)
from schools.monitoring.collect import Collected, collect_form
from schools.monitoring.domain.draft import GIVEN, Ask, Draft, assembled
from schools.monitoring.domain.inputs import WITH_PARTS, Inputs, inputs_of
from schools.monitoring.domain.refusals import NoSuchForm
from schools.monitoring.queries import saved_draft


@dataclass(frozen=True)
class Form:
    """One campaign's form of this school on a day. ``versions`` are those handed in, the latest first."""

    place: SchoolInCampaign
    ask: Ask
    collected: Collected
    draft: Draft
    saved_at: datetime | None
    facts: Facts
    previous: Facts | None
    year_before: Facts | None
    versions: tuple[Version, ...]

    @property
    def campaign(self) -> CampaignInfo:
        return self.place.campaign

    @property
    def edition(self) -> Edition:
        return self.ask.edition

    @property
    def latest(self) -> Version | None:
        """The version handed in last."""
        return self.versions[0] if self.versions else None

    @cached_property
    def problems(self) -> tuple[Contradiction, ...]:
        """Everything that blocks the form or asks for a word, in the order of the form."""
        found = contradictions(
            self.facts, previous=self.previous, year_before=self.year_before, context=self.collected.context
        )
        return tuple(found)

    @property
    def blocking(self) -> tuple[Contradiction, ...]:
        return tuple(one for one in self.problems if one.blocks)

    @property
    def unexplained(self) -> tuple[Contradiction, ...]:
        """Warnings without a word: the form may be handed in, but the methodist will ask."""
        return tuple(one for one in self.problems if not one.blocks and not one.explanation)

    @cached_property
    def progress(self) -> Progress:
        return progress(self.facts)

    @cached_property
    def to_check(self) -> frozenset[str]:
        """Answered lines that still ask for a look."""
        asking = {one.code_of_field for one in (*self.blocking, *self.unexplained)}
        return frozenset(code for code in asking if is_answered(self.facts.cell(code)))

    @property
    def to_fill(self) -> int:
        """How many required lines have no answer."""
        return self.progress.total - self.progress.done

    @property
    def state(self) -> FormState:
        """Where the form stands, as on the methodist's board."""
        return own_state(self.place, latest=self.latest, filled=self.progress.done if self.saved_at else None)

    @property
    def state_words(self) -> str:
        return own_state_words(self.place, self.state, self.latest)

    @cached_property
    def remarks(self) -> Mapping[str, tuple[RemarkInfo, ...]]:
        """Questions of the methodist to the latest version, by line; empty unless it was returned."""
        review = self.latest.review if self.latest else None
        if review is None or review.verdict is not Verdict.RETURNED:
            return {}
        lines = {remark.field for remark in review.remarks}
        return {code: tuple(one for one in review.remarks if one.field == code) for code in lines}

    @property
    def remark_lines(self) -> list[str]:
        """Codes of the lines asked about, in the order of the form."""
        return [line.code for line in self.ask.lines if line.code in self.remarks]

    @property
    def is_writable(self) -> bool:
        """The school may fill in and hand in today."""
        review = self.latest.review if self.latest else None
        if not self.place.is_expected or (review and review.verdict is Verdict.ACCEPTED):
            return False
        if self.place.window in (Window.ON_TIME, Window.LATE):
            return True
        answer_by = review.answer_by if review else None
        return self.place.window is Window.CLOSED and answer_by is not None and self.place.today <= answer_by

    def is_open(self, code: str) -> bool:
        """Whether a line may be written to: in a returned form only what is asked about or does not agree."""
        if not self.is_writable or code in GIVEN:
            return False
        if not self.remarks:
            return True
        return code in self.remarks or any(code in one.fields for one in (*self.blocking, *self.unexplained))

    def before(self, line: Field) -> Value | None:
        """What the line is compared with; None where there is nothing to compare."""
        base = base_of(line, self.facts, self.previous, self.year_before)
        return base.cell(line.code).value if base else None

    @property
    def formats(self) -> tuple[str, ...]:
        """Codes of the forms of mentoring this kind of organisation is offered: the rows of the table of E1."""
        return tuple(one.code for one in load_formats().for_organisation(self.ask.organisation))

    def inputs(self, line: Field) -> Inputs:
        """What the inputs of a line show."""
        formats = self.formats if line.code == WITH_PARTS else ()
        is_typed = line.code in self.draft.cells
        return inputs_of(line, self.facts.cell(line.code), is_typed=is_typed, formats=formats)

    def handed_in_cell(self, code: str) -> Cell | None:
        """The line as it stood in the latest version."""
        return self.latest.submission.facts.cells.get(code) if self.latest else None


def read_form(*, campaign_id: int, school_id: int, today: date) -> Form:
    """The form of the open school. ``today`` is a day of the municipality. Raises NoSuchForm.

    The number of queries does not depend on the number of people, pairs or meetings.
    """
    campaign = campaign_info(campaign_id)
    if campaign is None:
        raise NoSuchForm("Такого мониторинга у вашей школы нет.", "Откройте раздел «Мониторинг» из меню.")
    place = campaign_state(campaign, school_id, today)
    if not place.school_kind:
        raise NoSuchForm(
            f"Вашей школы нет в мониторинге «{campaign.title}».",
            "Если вы ждали его, попросите муниципального методиста проверить список школ.",
        )
    ask = Ask(
        load_edition(campaign.edition), campaign.season, OrganisationKind(place.school_kind), campaign.reporting_date
    )
    collected = collect_form(ask.edition, season=ask.season, organisation=ask.organisation, reporting_date=ask.as_of)
    saved = saved_draft(campaign_id, ask)
    return Form(
        place=place,
        ask=ask,
        collected=collected,
        draft=saved.draft,
        saved_at=saved.saved_at,
        facts=with_draft(ask, collected, saved.draft),
        previous=previous_facts(campaign, school_id),
        year_before=facts_a_year_ago(campaign, school_id),
        versions=tuple(own_versions(campaign_id, school_id)),
    )


def with_draft(ask: Ask, collected: Collected, draft: Draft, *, submitted_by: str = "") -> Facts:
    """Counted and typed together."""
    counted = {code: line.cell for code, line in collected.lines.items()}
    return assembled(ask, counted=counted, draft=draft, publications=collected.publications, submitted_by=submitted_by)
