"""Districts that between them give every rule of the note its chance to be said."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from municipal.indicators.facts import Cell, CellState, DocumentValue, cell_of, exempt, missing, share_cell
from municipal.notes.domain.note_input import NoteInput, Standing
from tenants.domain.school_year import Season
from tests.municipal.notes.sample import district, note_input, own_publications
from tests.municipal.notes.schools import DOCUMENTS, School

NO = cell_of(DocumentValue(present=False))
SILENT = {"G1": 0, "G4": 0, "G5": 0, "G10": 0, "G3": 2, "H1": 0, "H2": 0, "I2": 0, "C3": 0, "E9": 0}
LAME = {"G4": 1, "G5": 2, "G3": 5, "G10": 90, "E7": 40, "G6": 6, "G7": 0, "G8": 0, "G9": 6}
UNPAID = {"B8": share_cell(3, 20, nobody=""), "B9": share_cell(1, 3, nobody="")}
NOBODY = {"E1": 0, "E6": 0, "E7": 0, "E12": 0, "F1": 0, "F2": 0, "F3": 0, "E10": 0}
ROLES = ("MENTEES_SATISFIED_SHARE", "MENTORS_SATISFIED_SHARE")


def pairs_of(**by_format: int) -> Mapping[str, Cell]:
    return {"E1": Cell(CellState.REPORTED, sum(by_format.values()), parts=by_format)}


def scenarios(season: Season) -> list[NoteInput]:
    """Inputs of one season; each is about something else."""
    return [district(season), *_reporting(season), *_comparing(season), *_answering(season), *_mixing(season)] + (
        _closing_the_year() if season is Season.MAY else []
    )


def _reporting(season: Season) -> list[NoteInput]:
    one, few = School(6, season), School(1, season, numbers={"H1": 2, "H2": 1})
    poor = School(6, season, lacking=DOCUMENTS, has_site=False)
    return [
        note_input({}, expected=3, season=season, publications=()),
        note_input({1: one}, expected=1, season=season, publications=own_publications(6)),
        note_input({1: poor}, expected=1, season=season),
        note_input({1: poor, 2: poor}, expected=2, season=season),
        note_input({1: few}, expected=4, season=season, standings={2: Standing.EXEMPT, 3: Standing.RETURNED}),
        note_input({1: one, 2: one}, expected=3, season=season, standings={3: Standing.PENDING}),
        closed(note_input({1: one, 2: one}, expected=3, season=season)),
        calm(season, plan=5),
        calm(season, plan=0),
    ]


def closed(given: NoteInput) -> NoteInput:
    """The same, composed the day after the last forms were taken."""
    return replace(given, note_date=given.monitoring.closes_on + timedelta(days=1))


def _comparing(season: Season) -> list[NoteInput]:
    def both(given: School, **past: Mapping[int, School]) -> NoteInput:
        return note_input({1: given, 2: given}, expected=2, season=season, **past)  # type: ignore[arg-type]

    one, less, more, nobody = School(6, season), School(4, season), School(9, season), School(0, season)
    many, nearly = School(50, season), School(50, season, numbers={"E1": 99})
    poor = School(6, season, lacking=DOCUMENTS)
    slow, quick = School(6, season, numbers={"E8": 1}), School(6, season, numbers={"E8": 100})
    return [
        both(one, previous={1: less, 2: less}, year_ago={1: more, 2: one}),
        both(one, previous={1: more, 2: more}, year_ago={1: less}),
        both(one, previous={1: one, 2: one}, year_ago={1: one, 2: one}),
        both(one, previous={1: one}, year_ago={1: slow, 2: slow}),
        both(one, previous={1: more}, year_ago={1: quick, 2: quick}),
        both(one, previous={1: slow, 2: slow}),
        both(one, previous={1: quick, 2: quick}),
        both(one, previous={3: one}),
        both(many, previous={1: many, 2: nearly}),
        both(one, previous={1: nobody, 2: nobody}),
        both(one, previous={1: poor, 2: poor}),
        both(poor, previous={1: one, 2: one}),
    ]


def _answering(season: Season) -> list[NoteInput]:
    silent = School(6, season, numbers=SILENT, publications=0, cells=_without_growth())
    untold = School(6, season, numbers={"G4": 0})
    nobody = School(0, season, numbers=NOBODY, cells=_without_growth())
    lame = School(6, season, cells=UNPAID, numbers=LAME)
    early = School(6, season, numbers={"G6": 0, "G7": 0, "G8": 0, "D14": 0})
    timely = School(6, season, numbers={"G7": 6, "G8": 0})
    gaps = {code: missing("не знаем") for code in ("E6", "F1", "G10")}
    bare = {"E8": exempt("детский сад"), "F1": exempt("детский сад")}
    reached = {"MENTEES_PUPILS_10_19_SHARE": {None: 1}, "MENTORS_PUPILS_15_19_SHARE": {None: 99}}
    return [
        *(note_input({1: one, 2: one}, expected=2, season=season) for one in (silent, untold, nobody, lame, early)),
        note_input({1: timely}, expected=1, season=season, publications=own_publications(5), targets=reached),
        note_input({1: School(6, season, cells=gaps)}, expected=1, season=season),
        note_input({1: School(6, season, cells=bare)}, expected=1, season=season),
    ]


def _without_growth() -> Mapping[str, Cell]:
    return {code: exempt("анкет нет") for code in ("H3", "H4", "H6", "H7")}


def _mixing(season: Season) -> list[NoteInput]:
    mixes = (
        pairs_of(teacher_pupil=10),
        pairs_of(teacher_pupil=8, pupil_pupil=2),
        pairs_of(teacher_pupil=4, pupil_pupil=3, student_pupil=3),
    )
    return [note_input({1: School(6, season, cells=mix)}, expected=1, season=season) for mix in mixes]


def _closing_the_year() -> list[NoteInput]:
    may = Season.MAY
    one = School(6, may)
    low = {"H1": 6, "H2": 1, "E11": 30, "E12": 10, "E4": 2, "I1": 0}
    unhappy = {"H3": share_cell(6, 30, nobody=""), "H4": share_cell(1, 10, nobody="")}
    rare = School(6, may, numbers=low, cells=unhappy)
    sad = School(6, may, numbers={"H2": 12, "E12": 15}, cells={"H4": share_cell(8, 15, nobody="")})
    silent = School(6, may, cells={"C7": NO})
    little = School(6, may, cells={"H6": share_cell(2, 3, nobody=""), "H7": exempt("анкет нет")})
    unasked = School(6, may, cells={"H6": missing("анкет нет"), "H7": exempt("анкет нет")})
    aims = dict(zip(ROLES, ({None: 20}, {None: 99}), strict=True))
    return [
        note_input({1: one, 2: one}, expected=2, season=may, targets=aims),
        note_input({1: rare, 2: rare}, expected=2, season=may, targets=aims),
        note_input({1: sad, 2: sad}, expected=2, season=may, targets=aims),
        note_input({1: silent, 2: silent}, expected=2, season=may),
        note_input({1: silent, 2: one}, expected=2, season=may),
        note_input({1: little}, expected=1, season=may),
        note_input({1: unasked}, expected=1, season=may),
    ]


def calm(season: Season, *, plan: int) -> NoteInput:
    """A school about which there is nothing to find (while the plan is not met) or to recommend (once it is)."""
    cells = {"B1": missing("ищем"), "F3": missing("не знаем"), "H6": exempt("анкет не было")}
    school = School(6, season, cells=cells, numbers={"I1": 0})
    return note_input({1: school}, expected=1, season=season, publications=(), thresholds={"publications_norm": plan})
