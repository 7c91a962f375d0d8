"""Forms → data of the board's charts. Each function answers for one chart; the rules of findings are in ``figures``."""

from dashboards.board_data import BoardInput, SeasonForms, concerned, count
from dashboards.figures.coverage import POINTS, Compared, CoverageData, SeasonPoint
from dashboards.figures.deviations import Deviation, DeviationsData
from dashboards.figures.formats import FormatCount, FormatsData
from dashboards.figures.model import School
from dashboards.figures.rhythm import Rhythm, RhythmData
from dashboards.figures.roadmap_progress import RoadmapData, RoadmapRow
from dashboards.figures.satisfaction import SatisfactionData, SatisfiedGroup
from dashboards.figures.wording import named, sentences
from dashboards.figures.young_teachers import YoungTeachers, YoungTeachersData
from municipal.indicators.aggregate import SchoolFacts, parts_total, total
from municipal.indicators.catalogue import load_catalogue
from municipal.indicators.formats import load_formats
from municipal.indicators.formulas import value_of
from tenants.domain.russian import NBSP
from tenants.domain.school_year import Season, SeasonOfYear

MENTEES, PAIRS, YOUNG, YOUNG_WITH_MENTOR = "E7", "E1", "F3", "E10"
DUE, DONE_ON_TIME, DONE_LATE, OVERDUE = "G6", "G7", "G8", "G9"
MEETINGS_NORM = 2
WITHOUT_FORMAT = "не указано"
_GROUPS = (
    ("Наставляемые", "наставляемым", "MENTEES_SATISFIED_SHARE", "H1"),
    ("Наставники", "наставникам", "MENTORS_SATISFIED_SHARE", "H2"),
)


def coverage_data(board: BoardInput) -> CoverageData:
    """Mentees season by season, over the schools that have the number now.

    Otherwise a school that is silent this time would look like a fall of the line, and the sentence above, which
    compares the same schools, would say another thing than the points below it.
    """
    seasons = board.seasons[-POINTS:]
    now = {one.school_id for one in board.shown_forms if one.facts.count(MENTEES) is not None}
    points = [_point(season, tuple(one for one in season.forms if one.school_id in now)) for season in seasons[:-1]]
    points.append(_point(board.current, board.shown_forms))
    left_out = any(one.school_id not in now for season in seasons[:-1] for one in season.forms)
    return CoverageData(
        whom="наставляемых",
        points=tuple(points),
        compared=_compared(board),
        expected=len(board.expected),
        by_school=tuple((school, count(board.shown, school, MENTEES)) for school in board.expected),
        remark=sentences(carried_remark(board), _same_schools(len(now)) if left_out and now else ""),
    )


def _same_schools(count: int) -> str:
    return f"Прошлые годы показаны по{NBSP}школам, у{NBSP}которых есть данные сейчас: {count}."


def formats_data(board: BoardInput) -> FormatsData:
    """Pairs by form; pairs whose form a school did not say are a row of their own, so that the sum is the sum."""
    titles = load_formats()
    parts = {code: one.value or 0 for code, one in parts_total(PAIRS, board.shown_forms).items()}
    unsaid = (total(PAIRS, board.shown_forms).value or 0) - sum(parts.values())
    counts = [FormatCount(code, titles.title(code), n) for code, n in parts.items()]
    if unsaid > 0:
        counts.append(FormatCount("", WITHOUT_FORMAT, unsaid))
    return FormatsData(
        season_title=board.current.season.title,
        counts=tuple(counts),
        by_school=tuple((school, count(board.shown, school, PAIRS)) for school in board.expected),
        remark=carried_remark(board),
    )


def young_teachers_data(board: BoardInput) -> YoungTeachersData:
    """Young teachers of every school the question concerns."""
    rows = (
        YoungTeachers(school, count(board.shown, school, YOUNG), count(board.shown, school, YOUNG_WITH_MENTOR))
        for school in board.expected
        if concerned(board.shown, school, YOUNG, YOUNG_WITH_MENTOR)
    )
    return YoungTeachersData(tuple(rows), carried_remark(board))


def rhythm_data(board: BoardInput) -> RhythmData:
    """Meetings a pair a month by season; nothing is carried here, an earlier season has its own column."""
    indicator = load_catalogue().indicators["MEETINGS_PER_PAIR"]
    seasons = board.seasons[-POINTS:]
    forms = [season.by_school for season in seasons]
    rows = (
        Rhythm(
            school,
            tuple(
                value_of(indicator, [by_school[school.id]]).quotient if school.id in by_school else None
                for by_school in forms
            ),
        )
        for school in board.expected
        if concerned(board.current.by_school, school, "G1", "G10")
    )
    return RhythmData(tuple(_short(season.season) for season in seasons), tuple(rows), MEETINGS_NORM)


def satisfaction_data(board: BoardInput) -> SatisfactionData | None:
    """The last May that has forms: in October nobody is asked. None where there has been none."""
    mays = [season for season in board.seasons if season.season.season is Season.MAY and season.forms]
    if not mays:
        return None
    may = mays[-1]
    groups = (_group(may, *group) for group in _GROUPS)
    return SatisfactionData(may.season.title, tuple(groups))


def roadmap_data(board: BoardInput) -> RoadmapData:
    """Activities of the schools' roadmaps whose term has come; of this season only, last year's map is another one."""
    forms = board.current.by_school
    rows = (
        _roadmap_row(board, school)
        for school in board.expected
        if concerned(forms, school, DUE, DONE_ON_TIME, DONE_LATE, OVERDUE)
    )
    return RoadmapData("school", tuple(rows))


def deviations_data(board: BoardInput) -> DeviationsData | None:
    """Pairs of every school against the season before; None where there was none."""
    previous = board.previous
    if previous is None:
        return None
    before, now = previous.by_school, board.current.by_school
    rows = (Deviation(school, count(before, school, PAIRS), count(now, school, PAIRS)) for school in board.expected)
    return DeviationsData(("пара", "пары", "пар"), previous.season, board.current.season, tuple(rows))


def carried_remark(board: BoardInput) -> str:
    """«Показаны данные мая 2025 года: Каменская ООШ и СОШ № 2.», or nothing."""
    if not board.carried or board.previous is None:
        return ""
    season = board.previous.season
    when = f"{season.season.word_of} {season.calendar_year}{NBSP}года"
    return f"Показаны данные {when}: {named(board.carried)}."


def _point(season: SeasonForms, forms: tuple[SchoolFacts, ...]) -> SeasonPoint:
    mentees = total(MENTEES, forms)
    return SeasonPoint(season.season, mentees.value, len(mentees.contributors))


def _compared(board: BoardInput) -> Compared | None:
    """With the same season a year ago; where it was not held, with the season before."""
    held = {season.season: season for season in board.seasons[:-1] if season.forms}
    year_before = held.get(board.current.season.year_before)
    then = year_before or (board.previous if board.previous and board.previous.forms else None)
    if then is None:
        return None
    before = then.by_school
    both = [
        (was, now)
        for school in board.expected
        if (was := count(before, school, MENTEES)) is not None
        and (now := count(board.shown, school, MENTEES)) is not None
    ]
    return Compared(then.season, sum(was for was, _ in both), sum(now for _, now in both), len(both))


def _group(may: SeasonForms, title: str, whom: str, indicator_code: str, answers: str) -> SatisfiedGroup:
    indicator = load_catalogue().indicators[indicator_code]
    share = value_of(indicator, may.forms)
    return SatisfiedGroup(
        title=title,
        whom=whom,
        satisfied=share.numerator,
        base=share.denominator,
        answered=total(answers, [form for form in may.forms if form.school_id in share.contributors]).value,
        target_percent=indicator.target_for(may.season.calendar_year),
    )


def _roadmap_row(board: BoardInput, school: School) -> RoadmapRow:
    forms = board.current.by_school
    due, on_time, late, overdue = (count(forms, school, code) for code in (DUE, DONE_ON_TIME, DONE_LATE, OVERDUE))
    if due is None or on_time is None or late is None or overdue is None:
        return RoadmapRow(school.name, None, school_id=school.id)
    done = on_time + late
    return RoadmapRow(school.name, (done, max(due - done - overdue, 0), overdue), school_id=school.id)


def _short(season: SeasonOfYear) -> str:
    month = "окт" if season.season is Season.OCTOBER else "май"
    return f"{month} {season.calendar_year}"
