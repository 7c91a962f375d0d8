"""A school whose October form is ready but for what only a person knows. Run inside ``school_open``."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from municipal.indicators.facts import Cell, cell_of
from municipal.submissions.intake import Receipt
from schools.monitoring.domain.draft import Changes
from schools.monitoring.services.read_form import Form, read_form
from schools.monitoring.services.save_draft import save_draft
from schools.monitoring.services.submit_form import submit_form
from tests.factories import school as make
from tests.factories.municipal import local

TODAY = date(2025, 10, 15)
CURATOR = "куратор, Антонова А. П."
TYPED = Changes({code: cell_of(count) for code, count in {"H1": 0, "H2": 0, "H5": 14, "I2": 2}.items()})
ORDERS = ("curator", "liaison", "implementation", "regulation", "mentors_register", "pairs", "incentive_rules")


def registers() -> None:
    """Every register kept: three pairs that meet, documents, a roadmap, publications, the card."""
    make.card()
    make.headcount(young=0)
    for kind in ORDERS:
        make.document(kind, number="41")
    make.programme(url="https://shkola.example/programma")
    make.publication()
    stage = make.roadmap()
    make.activity(stage, date(2025, 9, 15), done_on=date(2025, 9, 14))
    partner = make.partner()
    make.pair(make.mentor("partner", partner_id=partner), make.mentee(), form="employer_pupil")
    for _ in range(2):
        make.meeting(make.working_pair(), date(2025, 9, 25), feedback=True)


def read(campaign_id: int, *, today: date = TODAY, school_id: int = 1) -> Form:
    """The form of the open school."""
    return read_form(campaign_id=campaign_id, school_id=school_id, today=today)


def type_in(campaign_id: int, changes: Changes | None = None, /, *, today: date = TODAY, **cells: int | Cell) -> Form:
    """Save values or cells by the codes of lines."""
    typed = {code: one if isinstance(one, Cell) else cell_of(one) for code, one in cells.items()}
    wanted = replace(changes or Changes(), cells={**(changes.cells if changes else {}), **typed})
    return save_draft(read(campaign_id, today=today), wanted, actor_id=1, at=local(today))


def ready(campaign_id: int) -> None:
    """Registers kept and the typed lines typed: the form can be handed in."""
    registers()
    type_in(campaign_id, TYPED)


def hand_in(campaign_id: int, *, at: datetime | None = None) -> Receipt:
    """Press «Сдать мониторинг»."""
    return submit_form(campaign_id=campaign_id, submitted_by=CURATOR, actor_id=1, at=at or local(TODAY))
