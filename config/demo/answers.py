"""What a curator types by hand: answers of surveys and texts, which no register of this release keeps."""

from __future__ import annotations

from datetime import datetime
from random import Random

from municipal.indicators.checks import Kind
from municipal.indicators.facts import Cell, cell_of, missing, share_cell
from schools.monitoring.domain.draft import Changes
from schools.monitoring.services.read_form import Form
from schools.monitoring.services.save_draft import save_draft
from tenants.domain.school_year import Season

SHORT_OF_PEOPLE = 5  # below five answers the shares may not be shown


def fill_in(form: Form, random: Random, *, actor_id: int, at: datetime) -> Form:
    """Type everything the form still asks for, then a sentence to each question it raises; gives the form after it."""
    empty = [one.code_of_field for one in form.problems if one.kind is Kind.EMPTY]
    zeros: dict[str, Cell | None] = dict.fromkeys(empty, cell_of(0))  # nobody to write down: «Поставить 0»
    typed = zeros | {code: cell for code, cell in _typed(form, random).items() if code in form.facts.cells}
    form = save_draft(form, Changes(cells=typed), actor_id=actor_id, at=at)
    words = {one.code: _explain(one.code_of_field, one.kind) for one in form.problems if not one.explanation}
    return save_draft(form, Changes(explanations=words), actor_id=actor_id, at=at)


def _typed(form: Form, random: Random) -> dict[str, Cell | None]:
    mentees, mentors = form.facts.cell("E11").count or 0, form.facts.cell("E12").count or 0
    may = form.campaign.season is Season.MAY
    answered = [round(people * random.uniform(0.72, 0.95)) for people in (mentees, mentors)]
    cells: dict[str, Cell | None] = {
        "H1": cell_of(answered[0]),
        "H2": cell_of(answered[1]),
        "H5": cell_of(random.randint(12, 17)),
        "I2": cell_of(random.choice([0, 0, 1, 1, 2])),
    }
    if random.getrandbits(1):
        cells["I4"] = cell_of(random.choice(_QUESTIONS))
    if may:
        cells |= {
            "H3": _share(answered[0], mentees, random.uniform(0.88, 0.99)),
            "H4": _share(answered[1], mentors, random.uniform(0.92, 1.0)),
            "H6": _share(answered[0], answered[0], random.uniform(0.6, 0.85)),
            "H7": _share(answered[1], answered[1], random.uniform(0.5, 0.8)),
            "H8": cell_of("Сильное: пары встречаются по плану. Слабое: мало наставников от предприятий."),
            "I1": cell_of(random.choice([0, 1, 1])),
        }
    return cells


def _share(answered: int, base: int, part: float) -> Cell:
    if answered < SHORT_OF_PEOPLE or not base:
        return missing("ответили меньше пяти человек")
    return share_cell(round(answered * part), base, nobody="участников нет", computed=False)


def _explain(field: str, kind: Kind) -> str:
    if kind is Kind.COMPARE:
        return "Осенью набраны новые пары." if field[0] in "DE" else "Изменилось за время между мониторингами."
    return _REASONS.get(field, "Исправим до конца месяца.")


_REASONS = {
    "B8": "Согласие собираем, родителя не было в посёлке.",
    "B9": "Соглашения готовит кадровая служба.",
    "E10": "Одному молодому педагогу наставник подбирается.",
    "G2": "Планы встреч ведём в бумажном журнале.",
    "G9": "Пункты перенесены, приказ готовится.",
}
_QUESTIONS = (
    "Нужен пример программы для формы «работодатель — ученик».",
    "Просим провести семинар для новых наставников.",
)
