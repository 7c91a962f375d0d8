"""How a paragraph of one's own may begin: the methodist chooses one and goes on."""

BEGINNINGS = {
    "findings": (
        "Заметнее всего за этот период изменилось ",
        "Хорошо работает ",
        "Больше всего внимания требует ",
    ),
    "recommendations": (
        "Директорам (укажите организации): … Срок: до … ",
        "Кураторам (укажите организации): … Срок: до … ",
        "ИМЦ: … Срок: до … ",
    ),
}


def beginnings_of(section: str) -> tuple[str, ...]:
    """Three beginnings for findings and for recommendations, none for other sections."""
    return BEGINNINGS.get(section, ())
