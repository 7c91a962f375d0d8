"""Plain sums over forms, written apart from the note's own code so that the two can disagree."""

import re
from fractions import Fraction

from municipal.indicators.facts import CellState, DocumentValue, Facts, ShareValue
from municipal.notes.domain.note_input import SchoolFacts

Forms = list[SchoolFacts]
Pair = tuple[int, int]
DOCUMENTS = ("B1", "B2", "B3", "B4", "B5", "B6", "B7")


def number(facts: Facts, code: str) -> int | None:
    cell = facts.cells.get(code)
    return cell.value if cell is not None and isinstance(cell.value, int) else None


def document(facts: Facts, code: str) -> DocumentValue | None:
    cell = facts.cells.get(code)
    return cell.value if cell is not None and isinstance(cell.value, DocumentValue) else None


def proved(held: DocumentValue) -> bool:
    return held.present and (bool(held.url) or (bool(held.number) and held.dated is not None))


def total(forms: Forms, code: str) -> int:
    return sum(n for form in forms if (n := number(form.facts, code)) is not None)


def both(forms: Forms, top: str, base: str) -> Pair:
    known = [(number(f.facts, top), number(f.facts, base)) for f in forms]
    whole = [(a, b) for a, b in known if a is not None and b is not None]
    return sum(a for a, _ in whole), sum(b for _, b in whole)


def shares(forms: Forms, *codes: str) -> Pair:
    held = [f.facts.cells[code].value for f in forms for code in codes if code in f.facts.cells]
    found = [share for share in held if isinstance(share, ShareValue)]
    return sum(share.numerator for share in found), sum(share.denominator for share in found)


def papers(forms: Forms) -> Pair:
    top = base = 0
    for form in forms:
        cells = [form.facts.cells[code] for code in DOCUMENTS if code in form.facts.cells]
        if any(cell.state is CellState.MISSING for cell in cells):
            continue
        held = [cell.value for cell in cells if isinstance(cell.value, DocumentValue)]
        top, base = top + sum(map(proved, held)), base + len(held)
    return top, base


def full(form: SchoolFacts) -> bool:
    cells = [form.facts.cells[code] for code in DOCUMENTS if code in form.facts.cells]
    asked = [cell.value for cell in cells if cell.state is not CellState.EXEMPT]
    return bool(asked) and all(isinstance(value, DocumentValue) and proved(value) for value in asked)


def percent(pair: Pair) -> Fraction:
    return Fraction(pair[0] * 100, pair[1])


def printed_numbers(text: str) -> list[Fraction]:
    """«45 из 1 060 (4 %)» → 45, 1060, 4."""
    found = re.findall(r"\d+(?:\u00a0\d{3})*(?:,\d+)?", text)
    return [Fraction(one.replace("\u00a0", "").replace(",", ".")) for one in found]
