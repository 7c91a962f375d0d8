"""All values of a note, by subject, each bound to its sources."""

from collections.abc import Mapping
from dataclasses import dataclass

from municipal.notes.domain.note_input import NoteInput, PastMonitoring
from municipal.notes.domain.rulebook import Rulebook
from municipal.notes.domain.values.campaign import campaign_values
from municipal.notes.domain.values.coverage import coverage_values, young_values
from municipal.notes.domain.values.documents import document_frames, document_values
from municipal.notes.domain.values.process import process_values
from municipal.notes.domain.values.publications import publication_values
from municipal.notes.domain.values.site import site_values
from municipal.notes.domain.values.slices import Slice
from municipal.notes.domain.values.surveys import role_frames, survey_values
from municipal.notes.domain.values.targets import indicator_frames, target_totals
from municipal.notes.domain.values.value import Frame, SourceSeason, Value, ValueKind, Values


@dataclass(frozen=True, slots=True)
class NoteValues:
    """Values the whole note shares, and frames of values for the rules that repeat."""

    common: Values
    frames: Mapping[str, list[Frame]]


def thresholds_of(given: NoteInput, book: Rulebook) -> dict[str, int]:
    """The rulebook's defaults under the municipality's own settings."""
    return {code: given.thresholds.get(code, default) for code, default in book.thresholds.items()}


def slice_of(monitoring: PastMonitoring | None, season: SourceSeason, schools: frozenset[int]) -> Slice | None:
    """Past forms of schools that are still expected; None where there was no such monitoring."""
    if monitoring is None:
        return None
    return Slice(season, monitoring.forms).only(schools)


def compute_values(given: NoteInput, book: Rulebook) -> NoteValues:
    """Everything the rules of «october» and «may» may print. A value that cannot be known is absent."""
    limits = thresholds_of(given, book)
    order = {school.school_id: place for place, school in enumerate(given.schools)}
    forms = sorted((form for form in given.forms if form.school_id in order), key=lambda form: order[form.school_id])
    now = Slice(SourceSeason.CURRENT, tuple(forms))
    expected = frozenset(order)
    before = slice_of(given.previous, SourceSeason.PREVIOUS, expected)
    year_ago = slice_of(given.year_ago, SourceSeason.YEAR_AGO, expected)
    indicators = indicator_frames(given, book.indicators, now, before, year_ago)
    common = {
        **campaign_values(given, now, before, year_ago),
        **document_values(given, book.documents, now, before),
        **site_values(given, now),
        **coverage_values(given, now, before, year_ago),
        **young_values(given, now),
        **process_values(given, now, feedback_low=limits["feedback_low"], meetings_norm=limits["meetings_norm"]),
        **survey_values(given, now, response_low=limits["response_low"], smallest=limits["response_min"]),
        **publication_values(given, now, limits["publications_norm"]),
        **target_totals(indicators),
        **{code: Value(code, ValueKind.THRESHOLD, number) for code, number in limits.items()},
    }
    roles = role_frames(given, book.roles, now, enough=limits["response_min"])
    frames = {"document_kind": document_frames(given, book.documents, now), "indicator": indicators, "role": roles}
    return NoteValues(common, frames)
