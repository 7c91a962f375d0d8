"""From a phrase of the «Срок» column to its meaning: «до 15 октября», «ежеквартально», «в течение года»."""

from schools.roadmap.domain.deadline import Deadline, DeadlineKind, Period
from schools.roadmap.domain.deadlines.cleaning import clean
from schools.roadmap.domain.deadlines.composing import compose
from schools.roadmap.domain.deadlines.outcome import unknown
from schools.roadmap.domain.deadlines.reading import read
from schools.roadmap.domain.deadlines.residue import sort_out
from schools.roadmap.domain.deadlines.series import Unreadable

_LONGEST = 250
_NOTHING = "-. _/\\\n\t"


def parse_deadline(phrase: str, period: Period) -> Deadline:
    """The meaning of a deadline cell within the period of its map.

    «до D» includes D; a month, quarter or window is due on its last day, a school year on 31 May, «весь период» on the
    map's last day; what has no year falls into every year of the period. The phrase is returned as it was given.
    A phrase that is not wholly understood is ``unknown``, without days, with confidence 0 and a note why.
    """
    text = clean(phrase)
    if not text.strip(_NOTHING):
        return Deadline(phrase, DeadlineKind.BLANK, (), 0.0, ("Срок не заполнен.",))
    if len(text) > _LONGEST:
        return unknown(phrase, "Слишком длинный текст для срока: возможно, сюда попало содержание другого столбца.")
    line = read(text)
    if line.failure is not None:
        return unknown(phrase, line.failure)
    try:
        return compose(sort_out(line), period).deadline(phrase)
    except Unreadable as refusal:
        return unknown(phrase, str(refusal))
