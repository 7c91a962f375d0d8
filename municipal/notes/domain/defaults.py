"""What the product knows without a municipality's own settings: targets of the catalogue, titles of formats."""

from collections.abc import Mapping
from decimal import Decimal

from municipal.indicators.catalogue import load_catalogue
from municipal.indicators.formats import load_formats
from municipal.notes.domain.note_input import FormatTitle


def catalogue_targets() -> dict[str, Mapping[int | None, Decimal | int]]:
    """Indicator code → year (None: any) → target in per cent or units; old targets are never carried on."""
    return {
        code: {target.year: target.value for target in indicator.targets}
        for code, indicator in load_catalogue().indicators.items()
        if indicator.targets
    }


def format_titles() -> dict[str, FormatTitle]:
    """Mentoring formats by code."""
    return {code: FormatTitle(one.title, one.federal) for code, one in load_formats().formats.items()}
