"""Values of the form as a person reads them."""

from datetime import date

from municipal.indicators.facts import DocumentValue, ShareValue, Value
from municipal.indicators.vocabulary import load_vocabulary
from tenants.domain.russian import NO_DATA, date_numeric, number, share_text


def shown(value: Value | None) -> str:
    """«12», «да», «28 из 30 (93 %)», «01.10.2025», «детский сад»; an unknown value is «нет данных»."""
    match value:
        case None:
            return NO_DATA
        case DocumentValue():
            return "да" if value.present else "нет"
        case ShareValue():
            return share_text(value.numerator, value.denominator)
        case date():
            return date_numeric(value)
        case int():
            return number(value)
    return load_vocabulary().organisation_kinds.get(value, value)
