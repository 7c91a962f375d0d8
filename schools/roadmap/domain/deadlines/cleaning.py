"""Characters: dashes of every kind, spaces of every kind, lookalike letters, footnote marks, broken lines."""

import re
import unicodedata

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d\u2500\u2192\u00f7"
_DROPPED = (
    "\u00ad\u200b\u200c\u200d\u2060\ufeff"  # soft hyphen, zero width
    "*†‡§¹²³⁰⁴⁵⁶⁷⁸⁹•‣▪"  # marks of footnotes and of lists
    "«»\"“”„'’`´"
)
_NEWLINES = "\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_TABLE = str.maketrans(
    dict.fromkeys(_DASHES, "-") | dict.fromkeys(_DROPPED, "") | dict.fromkeys(_NEWLINES, "\n") | {"…": ".", "|": "\t"}
)
_SPECIAL = re.compile("[" + "".join(re.escape(chr(code)) for code in _TABLE) + "]")
_SPACES = re.compile(r"[^\S\n\t]+")
_LOOKALIKE = str.maketrans("AaBCcEeHKkMmOoPpTtXxYy", "АаВСсЕеНКкМмОоРрТтХхУу")
_ROMAN = re.compile(r"[IVXivx]+", re.ASCII)
_WORD_WITH_LATIN = re.compile(r"[А-Яа-яЁё]*[A-Za-z][A-Za-zА-Яа-яЁё]*")
_ALL_CYRILLIC = re.compile(r"[а-яё]+")
# Romans typed with what the keyboard had: «Ш квартал», «П полугодие», «1У кв.», «lll квартал»
_TYPED_ROMANS = {
    **{typed: "i" for typed in ("і", "l", "|")},
    **{typed: "ii" for typed in ("п", "іі", "ll", "пi")},
    **{typed: "iii" for typed in ("ш", "ііі", "lll")},
    **{typed: "iv" for typed in ("іv", "1у", "1v", "lv", "іу", "iу")},
}
_BEFORE_UNIT = re.compile(
    r"(?<![0-9а-яa-zі.])(" + "|".join(sorted(map(re.escape, _TYPED_ROMANS), key=len, reverse=True)) + ")"
    r"(?=\.?\s*(?:-?[йя]\s+)?(?:кв|полуг|четверт|триместр|декад|недел|[-,и]\s*[ivxшп]{1,3}\s+(?:кв|полуг)))"
)
_ROMAN_ORDINAL = re.compile(r"(?<![а-яa-z0-9])([ivx]{1,4}) ?- ?(?:й|я|е|м|ое|ая|ый|ом|го)(?![а-я])")
_DASHES_IN_A_ROW = re.compile(r"-(?: ?-)+")
_SCHOOL_YEAR = re.compile(r"(?<![а-яa-z])у\. ?г(?![а-яa-z])")
_FOOTNOTE = re.compile(r"\[ ?\d{1,2} ?\]")
_LIST_MARK = re.compile(r"(?<![а-яa-z0-9.])(?:\d{1,2}|[а-г])\) ?")
_LATIN_ENDING = re.compile(r"(?<=\d-)x(?![а-яa-z])")
_TENS = re.compile(r"(?<![0-9.])([12])0 ?-? ?(?:х|е|ые|ых) числ(?:ах|а)(?![а-я])")
_DECADES = {"1": "вторая декада", "2": "третья декада"}
_SPACED_LETTERS = re.compile(r"(?<!\S)(?:[а-я] ){3,}[а-я](?!\S)")


def clean(phrase: str) -> str:
    """The phrase in lower case with plain dashes, spaces, quotes and letters; line breaks and tabs stay."""
    text = unicodedata.normalize("NFC", phrase)
    if _SPECIAL.search(text):
        text = text.translate(_TABLE)
    text = _WORD_WITH_LATIN.sub(_to_cyrillic, text).lower().replace("ё", "е")
    text = re.sub(r"\n[\s]*", "\n", _SPACES.sub(" ", text)).strip()
    text = _LATIN_ENDING.sub("х", text)
    text = _TENS.sub(lambda found: _DECADES[found[1]], _FOOTNOTE.sub("", text))
    if ")" in text and "(" not in text:
        text = _LIST_MARK.sub("; ", text).strip("; \n")
    text = _SCHOOL_YEAR.sub("уч. г", _DASHES_IN_A_ROW.sub("-", text))
    text = _ROMAN_ORDINAL.sub(r"\1", text)
    text = _SPACED_LETTERS.sub(lambda found: found[0].replace(" ", ""), text)
    return _BEFORE_UNIT.sub(lambda found: _TYPED_ROMANS[found[1]], text)


def _to_cyrillic(found: re.Match[str]) -> str:
    """A word typed partly in Latin letters of the same look; Roman numerals and true Latin words stay."""
    word = found[0]
    if _ROMAN.fullmatch(word):
        return word
    turned = word.translate(_LOOKALIKE)
    return turned if _ALL_CYRILLIC.fullmatch(turned.lower()) else word
