"""From clean text to a line of tokens, each followed by one space.

``D2025-10-15`` a date · ``d10-15`` a day of a month · ``e09-05`` the same written doubtfully (5.9) ·
``M2025-10`` a month of a year (10.2025) · ``m10`` a month · ``y2025`` a year · ``n15`` a number · ``o3`` an ordinal ·
``z4`` a season · ``a4`` its adjective · ``wd5`` a weekday · ``t`` a time of day · ``X`` a date that does not exist ·
``~слово`` a word without a meaning here · a Cyrillic word: a code of the vocabulary · ``¶`` a line break ·
``⇥`` a column break.
"""

import re
from datetime import date

from schools.roadmap.domain.deadlines.figures import mend
from schools.roadmap.domain.deadlines.vocabulary import code_of

_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ABBREVIATED = {"г", "гг", "год", "годы", "учебный", "квартал", "месяц", "неделя", "раз", "день", "рабочий", "теч"}
_TOKEN = re.compile(
    r"""
    (?P<iso>(?<![0-9])(?P<iy>[0-9]{4})-(?P<im>[0-9]{2})-(?P<id>[0-9]{2})(?![0-9-]))
  | (?P<dmy>(?<![0-9])(?P<d3>[0-9]{1,2})
        (?:(?:[ ]?\.[ \n]?)(?P<m3>[0-9]{1,2})[ ]?\.[ \n]?|(?P<sep>[/,-])(?P<m3b>[0-9]{1,2})(?P=sep))
        (?P<y3>[0-9]{4})(?![0-9])(?!\ ?[-/]\ ?(?:20)?[0-9]{2}\ ?(?:уч|г)))
  | (?P<dmyy>(?<![0-9.])(?P<d2>[0-9]{1,2})\.(?P<m2>[0-9]{1,2})\.
        (?:\ (?=[0-9]{2}\ ?г))?(?P<y2>[0-9]{2})(?![0-9]|\.[0-9]))
  | (?P<roman>(?<![0-9.а-яa-z])(?:(?P<rd>[0-9]{1,2})[./])?(?P<rm>[xх]i{0,2}|i[xх]|iv|v?i{1,3}|v)[./](?P<ry>20[0-9]{2})
        (?![0-9]))
  | (?P<my>(?<![0-9.])(?P<mm>0?[1-9]|1[0-2])[./](?P<yy>20[0-9]{2})(?![0-9]))
  | (?P<time>(?<![0-9])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9]))
  | (?P<dm>(?<![0-9.])(?P<d1>[0-9]{1,2})(?:\ ?\.\ ?)(?P<m1>[0-9]{1,2})
        (?![0-9]|\ ?\.[0-9])\.?(?!\ ?(?:ч|час)\b))
  | (?P<clock>(?<![0-9.])[0-9]{1,2}\.[0-9]{2}(?=\ ?(?:ч|час)\b))
  | (?P<ord>(?<![0-9])(?P<o>[0-9]{1,2})(?:\ ?-\ ?|\ (?=(?:ого|го|ое|ая|ый)(?![а-я])))?
        (?:ый|ой|ая|ое|ые|ого|ому|ом|ую|его|ей|ий|го|му|й|я|ю|е)(?![а-яa-z]))
  | (?P<card>(?<![0-9])(?P<c>[0-9]{1,2})\ ?-\ ?(?:х|ти|ми|ух|ех|м|раз)(?![а-яa-z]))
  | (?P<short>(?<![0-9])[0-9]{1,2}\ ?-?\ ?(?:ти|х)?-?(?:дневн|недельн|месячн)[а-я]+)
  | (?P<year>(?<![0-9])(?:19|20)[0-9]{2}(?![0-9]))
  | (?P<num>[0-9]+)
  | (?P<word>[a-zа-яії]+)
  | (?P<mark>[-,;:()/\n\t.])
  | (?P<space>\ )
  | (?P<other>.)
    """,
    re.VERBOSE,
)
_HYPHENATED = re.compile(r"([а-я]{2,})- ?\n?([а-я]{2,})")
_SHORT_MONTH = re.compile(r"(?<![а-я])[а-я]{3,5}$")
_WORD_AHEAD = re.compile(r"[.)\s]*([а-я]+)")
_NEXT_WORD = re.compile(r"\s+[а-я]{3}")
_CENTURY = 2000


class Lexed:
    """The line of tokens, and the words that were taken for others."""

    __slots__ = ("slips", "text")

    def __init__(self, text: str, slips: list[tuple[str, str]]) -> None:
        self.text = text
        self.slips = slips


def lex(text: str) -> Lexed:
    """Tokens of clean text. Nothing is dropped but spaces and the dots of abbreviations."""
    tokens: list[str] = []
    slips: list[tuple[str, str]] = []
    text, mended = mend(_HYPHENATED.sub(_joined, text))
    slips += mended
    for found in _TOKEN.finditer(text):
        token = _token(found, tokens, slips)
        if token:
            tokens.append(token)
    return Lexed("".join(f"{token} " for token in tokens), slips)


def _joined(found: re.Match[str]) -> str:
    """A word broken by a hyphen («сен-тябрь») in one piece; a range of two words («сентябрь-октябрь») as it stands."""
    first, second = found[1], found[2]
    broken = code_of(second)[0].startswith("~") and code_of(first + second) == (code_of(first + second)[0], None)
    return first + second if broken and not code_of(first + second)[0].startswith("~") else found[0]


def _token(found: re.Match[str], tokens: list[str], slips: list[tuple[str, str]]) -> str:
    if found["word"]:
        return _word(found, slips)
    if found["mark"]:
        return _mark(found, tokens)
    if found["space"]:
        return ""
    return _figure(found)


def _word(found: re.Match[str], slips: list[tuple[str, str]]) -> str:
    word = found["word"]
    if word in _ROMANS:
        following = _WORD_AHEAD.match(found.string, found.end())
        numbers_item = following is not None and code_of(following[1])[0].startswith("m")  # «I. Сентябрь»
        return f"~{word}" if numbers_item else f"o{_ROMANS.index(word) + 1}"
    code, meant = code_of(word)
    if meant is not None:
        slips.append((word, meant))
    return code


def _mark(found: re.Match[str], tokens: list[str]) -> str:
    mark = found["mark"]
    if mark != ".":
        return {"\n": "¶", "\t": "⇥"}.get(mark, mark)
    if tokens and tokens[-1][0] in "no" and _WORD_AHEAD.match(found.string, found.end()):
        return ";"  # «1. Октябрь» numbers a line, «15 октября» is a day
    if not tokens or tokens[-1] in _ABBREVIATED or _SHORT_MONTH.search(found.string, 0, found.start()):
        return ""
    return ";" if _NEXT_WORD.match(found.string, found.end()) else ""


def _figure(found: re.Match[str]) -> str:
    if found["iso"]:
        return day_token(found["id"], found["im"], found["iy"])
    if found["dmy"]:
        return day_token(found["d3"], found["m3"] or found["m3b"], found["y3"])
    if found["dmyy"]:
        return day_token(found["d2"], found["m2"], str(_CENTURY + int(found["y2"])))
    if found["roman"] or found["my"]:
        return _month_of_year(found)
    if found["dm"]:
        return _day_of_month(found)
    if found["ord"]:
        return f"o{int(found['o'])}"
    if found["card"]:
        return f"n{int(found['c'])}"
    return _plain_figure(found)


def _month_of_year(found: re.Match[str]) -> str:
    """«10.2025», «XI.2025», «1.IX.2025»."""
    if found["my"]:
        return f"M{found['yy']}-{int(found['mm']):02}"
    month = str(_ROMANS.index(found["rm"].replace("х", "x")) + 1)
    return day_token(found["rd"], month, found["ry"]) if found["rd"] else f"M{found['ry']}-{int(month):02}"


def _plain_figure(found: re.Match[str]) -> str:
    if found["time"] or found["clock"]:
        return "t"
    if found["short"]:
        return "дневный"
    if found["year"]:
        return f"y{found['year']}"
    if found["num"]:
        return f"n{int(found['num'])}" if len(found["num"]) <= 4 else "~число"  # noqa: PLR2004 - no longer numbers here
    return f"~{found['other']}"


def _day_of_month(found: re.Match[str]) -> str:
    """«15.10» is a day; «5.9» or «1.10» may be the number of an item, so it is marked as doubtful."""
    day, month = found["d1"], found["m1"]
    token = day_token(day, month, None)
    surely = len(month) == 2 and (len(day) == 2 or month.startswith("0"))  # noqa: PLR2004 - two digits
    return token if surely or token == "X" else f"e{token[1:]}"


def day_token(day: str, month: str, year: str | None) -> str:
    """``D…`` or ``d…`` for a day that exists (29 February without a year does), else ``X``."""
    try:
        exists = date(int(year or "2024"), int(month), int(day))
    except ValueError:
        return "X"
    return f"D{exists.isoformat()}" if year else f"d{exists:%m-%d}"
