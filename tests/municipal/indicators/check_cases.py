"""For every check of the form: how to make it fire, and how to come as near as one can without firing."""

from dataclasses import dataclass, field
from datetime import date

from municipal.indicators.facts import Cell, DocumentValue, ShareValue, Value, cell_of, exempt, missing
from tenants.domain.school_year import Season
from tests.municipal.indicators.cases import NO_DOCUMENT, SITE, pairs

OCTOBER, MAY = Season.OCTOBER, Season.MAY
BARE = DocumentValue(True)
UNDATED = DocumentValue(True, number="41")
LINKED = DocumentValue(True, url="https://shkola.example/prikaz")
Changes = dict[str, Value | Cell]


@dataclass(frozen=True)
class Case:
    """Changes to an honest form: with ``fires`` the check fires, with ``quiet`` it does not."""

    check: str
    fires: Changes
    quiet: Changes
    season: Season = OCTOBER
    context: dict[str, object] = field(default_factory=dict)
    quiet_context: dict[str, object] | None = None


def _unproved(code: str) -> list[Case]:
    return [
        Case(f"{code}.1", {code: BARE}, {code: LINKED}),
        Case(f"{code}.1", {code: UNDATED}, {code: NO_DOCUMENT}),
    ]


CASES = [
    Case(
        "A2.1",
        {},
        {},
        context={"reporting_date": date(2025, 10, 2)},
        quiet_context={"reporting_date": date(2025, 10, 1)},
    ),
    Case("A2.1", {}, {}, context={"reporting_date": date(2025, 10, 2)}, quiet_context={}),
    Case("A3.1", {"A3": NO_DOCUMENT}, {"A3": NO_DOCUMENT, "E1": pairs(0)}),
    *(case for code in ("B1", "B2", "B3", "B4", "B5", "B6", "B7") for case in _unproved(code)),
    Case("B1.2", {"B1": NO_DOCUMENT}, {"B1": NO_DOCUMENT, "E1": pairs(0)}),
    Case("B1.2", {"B1": NO_DOCUMENT}, {"B1": missing("Ищем приказ")}),
    Case(
        "B3.2",
        {"B3": DocumentValue(True, "7", date(2025, 9, 1), valid_from=date(2025, 10, 2), valid_to=date(2026, 8, 31))},
        {"B3": DocumentValue(True, "7", date(2025, 9, 1), valid_from=date(2025, 10, 1), valid_to=date(2025, 10, 1))},
    ),
    Case(
        "B3.2",
        {"B3": DocumentValue(True, "7", date(2024, 9, 1), valid_from=date(2024, 9, 1), valid_to=date(2025, 9, 30))},
        {"B3": DocumentValue(True, "7", date(2024, 9, 1))},
    ),
    Case("B6.2", {"B6": NO_DOCUMENT}, {"B6": NO_DOCUMENT, "E1": pairs(0)}),
    Case("B8.1", {"B8": ShareValue(27, 28)}, {"B8": ShareValue(28, 28)}),
    Case("B9.1", {"B9": ShareValue(0, 6)}, {"B9": exempt("Наставников-работников нет")}),
    Case("C1.1", {}, {}, context={"site_link_opens": False}, quiet_context={"site_link_opens": True}),
    Case("C1.1", {"C1": SITE}, {"C1": NO_DOCUMENT}, context={"site_link_opens": False}),
    Case("C2.1", {"C2": date(2025, 10, 2)}, {"C2": date(2025, 10, 1)}),
    Case("C2.2", {"C2": date(2025, 8, 31)}, {"C2": date(2025, 9, 1)}),
    Case("C3.1", {"C3": 5}, {"C3": 5, "C6": 2}),
    Case("C3.1", {"C3": 5}, {"C3": 5, "C6": missing("Методист не ответил")}),
    Case("C7.1", {"C3": 0}, {"C3": 0, "C7": NO_DOCUMENT}, MAY),
    Case("D1.1", {"D1": 13}, {"D1": 13, "D6": 2}),
    Case("D1.1", {"D4": exempt("Выпусков ещё не было")}, {"D4": exempt("Выпусков ещё не было"), "D2": 7}),
    Case("D1.2", {"E6": 13}, {"E6": 12}),
    Case("D5.1", {"F6": 0}, {"F6": 0, "D5": 0}),
    Case("D7.1", {"D7": 21}, {"D7": 21, "D12": 4}),
    Case("D7.2", {"E7": 21}, {"E7": 20}),
    Case("D9.1", {"F1": 11}, {"F1": 12}),
    Case("D10.1", {"D10": 91}, {"D10": 90}),
    Case("D11.1", {"D11": 4}, {"D11": 4, "F3": 4}),
    Case("D13.1", {"D13": 21}, {"D13": 20}),
    Case("D14.1", {"D14": 3}, {"D14": 3, "E7": 17}),
    Case("D14.2", {"D14": 21}, {"D14": 20}),
    Case(
        "E1.1", {"E1": pairs(15, {"teacher_teacher": 14})}, {"E1": pairs(15, {"teacher_teacher": 14, "pupil_pupil": 1})}
    ),
    Case("E1.1", {"E1": pairs(15, {})}, {"E1": pairs(0, {})}),
    Case("E1.2", {}, {}, context={"pairs_in_orders": 14}, quiet_context={"pairs_in_orders": 15}),
    Case("E1.3", {"E6": 0}, {"E6": 1}),
    Case("E1.3", {"E7": 0}, {"E7": 0, "E6": 0, "E1": pairs(0)}),
    Case("E1.3", {"E7": 0, "E6": missing("Уточняем")}, {"E7": 1, "E6": missing("Уточняем")}),
    Case("E2.1", {}, {}, context={"pairs_carried_over": 2}, quiet_context={"pairs_carried_over": 3}),
    Case("E3.1", {"E1": pairs(0), "E3": 0}, {"E1": pairs(0), "E3": 1}, MAY),
    Case("E3.1", {"E1": pairs(0), "E3": 0, "E4": 11}, {"E1": pairs(0), "E3": 0, "E4": 12}, MAY),
    Case("E4.1", {"E4": 13}, {"E4": 12}),
    Case("E5.1", {"E5": missing()}, {"E5": missing(), "E4": 0}),
    Case("E5.1", {"E5": cell_of("  ")}, {"E5": cell_of("Переезд")}),
    Case("E6.1", {"E6": 4}, {"E6": 5}),
    Case("E7.1", {"E7": 14}, {"E7": 15}, context={"mentees_in_several_pairs": 0}),
    Case(
        "E7.1",
        {"E7": 14},
        {"E7": 14},
        context={"mentees_in_several_pairs": 0},
        quiet_context={"mentees_in_several_pairs": 1},
    ),
    Case("E8.1", {"E8": 241}, {"E8": 240}),
    Case("E9.1", {"E9": 91}, {"E9": 90}),
    Case("E10.1", {"E10": 4}, {"E10": 3}),
    Case("E10.2", {"E10": 2}, {"E10": 2, "F3": 2}),
    Case("E11.1", {"E11": 17}, {"E11": 18}),
    Case("E12.1", {"E12": 9}, {"E12": 10}),
    Case("F1.1", {"F2": 241}, {"F2": 240}),
    Case("F3.1", {"F3": 33}, {"F3": 32}),
    Case("F4.1", {"F4": 0}, {"F4": 1}),
    Case("F4.2", {"F4": 5}, {"F4": 6}),
    Case("F5.1", {"F6": 5}, {"F6": 4}),
    Case("G1.1", {"E1": pairs(0), "E3": 0, "E4": 0}, {"E1": pairs(0), "E3": 0, "E4": 1}),
    Case("G1.2", {"G1": 47}, {"G1": 48}, MAY),
    Case("G2.1", {"G2": 181}, {"G2": 180}),
    Case("G3.1", {"G3": 16}, {"G3": 15}),
    Case("G4.1", {"G4": 91}, {"G4": 90}),
    Case("G5.1", {"G5": 11}, {"G5": 10}),
    Case("G6.1", {"G6": 13}, {"G6": 13, "G9": 2}),
    Case("G9.1", {"G9": 5}, {"G9": 4}),
    Case("H1.1", {"H1": 21}, {"H1": 20}),
    Case("H1.2", {"H1": 9}, {"H1": 10}, MAY),
    Case("H2.1", {"H2": 12}, {"H2": 11}),
    Case("H2.2", {"H2": 5}, {"H2": 6}, MAY),
    Case("H3.1", {"H1": 4}, {"H1": 4, "H3": missing("Мало ответов")}, MAY),
    Case("H4.1", {"H2": 4}, {"H2": 5}, MAY),
    Case("H5.1", {"H5": 19}, {"H5": 18}),
    Case("H5.2", {"H5": 15, "G9": 5}, {"H5": 14, "G9": 5}),
    Case("H6.1", {"H6": ShareValue(4, 4)}, {"H6": ShareValue(4, 5)}, MAY),
    Case("H7.1", {"H7": ShareValue(0, 4)}, {"H7": missing("Мало ответов")}, MAY),
    Case("I3.1", {}, {"I3": 0}, MAY, context={"reward_orders": 0}),
    Case("I3.1", {}, {}, MAY, context={"reward_orders": 0}, quiet_context={"reward_orders": 1}),
    Case("I3.2", {"I3": 12}, {"I3": 11}, MAY),
]
# Checks of one season say nothing in the other.
OTHER_SEASON: list[tuple[str, Season, Changes]] = [
    ("D14.1", MAY, {"D14": 3}),
    ("E3.1", OCTOBER, {"E1": pairs(0), "E3": 0}),
    ("G1.2", OCTOBER, {"G1": 47}),
    ("H1.2", OCTOBER, {"H1": 9}),
    ("H2.2", OCTOBER, {"H2": 5}),
]
