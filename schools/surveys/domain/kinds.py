"""What each kind of survey asks to be written down. Codes are those of ``closes_by.survey`` of the vocabulary."""

from __future__ import annotations

from dataclasses import dataclass

MOST_POINTS = 18  # nine criteria, 0 to 2 each: МР-42/02, приложение 2


@dataclass(frozen=True, slots=True)
class Kind:
    """``sides``: whose answers are counted; ``rates``: satisfaction and growth too; ``points``: the curator's table."""

    sides: tuple[str, ...]
    hint: str
    rates: bool = False
    points: bool = False


KINDS = {
    "mentee_request": Kind(("mentees",), "С чем нужна помощь: по этим анкетам подбирают пары."),
    "mentor_application": Kind(("mentors",), "Чем человек может быть полезен и сколько времени у него есть."),
    "entry": Kind(
        ("mentees", "mentors"), "До начала работы пар. Октябрьский мониторинг берёт число ответивших отсюда."
    ),
    "exit": Kind(
        ("mentees", "mentors"),
        "В конце программы. Отсюда май берёт ответивших, довольных и тех, кто вырос.",
        rates=True,
    ),
    "curator_table": Kind((), "Девять критериев по 0–2 балла. Заполняете вы, в декабре и мае.", points=True),
}


def level(points: int) -> str:
    """The level of the curator's table by its sum, 0 to 18."""
    if points > 14:  # noqa: PLR2004 -- bounds of МР-42/02, as in the form of monitoring
        return "оптимальный"
    return "допустимый" if points > 8 else "недопустимый"  # noqa: PLR2004 -- the same bounds
