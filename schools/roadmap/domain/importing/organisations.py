"""Which school a text names: kinds («гимназия», «лицей», «детский сад») and numbers («СОШ № 12»)."""

import re

from schools.roadmap.domain.importing.words import plain

KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("гимназия", re.compile(r"\bгимнази[яиюейх]\w{0,2}\b")),
    ("лицей", re.compile(r"\bлице(?:й|я|ю|ем|е|и|ев)\b")),
    (
        "детский сад",
        re.compile(
            r"\bдетск\w{2,3} сад\w{0,2}\b|\bм?[ба]?доу\b|\bдоо\b|\bдошкольн\w+ (?:учрежден|подразделен|"
            r"отделен|образовательн\w+ (?:учрежден|организац))"
        ),
    ),
    ("колледж", re.compile(r"\bколледж\w{0,2}\b")),
    ("техникум", re.compile(r"\bтехникум\w{0,2}\b")),
    (
        "школа",
        re.compile(
            r"\bм?[бак]?оу с?о?ош\b|\b[сон]ош\b|\bв (?:нашей )?школе\b|\bшкол\w{1,2}[»\"”]? № ?\d|"
            r"средн\w+ (?:общеобразовательн\w+ )?школ|\bобщеобразовательн\w+ школ"
        ),
    ),
    (
        "учреждение дополнительного образования",
        re.compile(
            r"\bдворц\w+ творчества\b|\bдом\w* (?:детского )?творчества\b|\bцдт\b|\bддт\b|\bдюсш\b|\bстанци\w+ юных\b"
        ),
    ),
)
KINDS_OF: dict[str, frozenset[str]] = {
    "school": frozenset({"школа"}),
    "kindergarten": frozenset({"детский сад"}),
    "supplementary": frozenset({"учреждение дополнительного образования"}),
}
NUMBERED = re.compile(
    r"\b(?:с?ош|оош|нош|гимнази\w+|лице\w{1,2}|школ\w{1,2}|детск\w{2,3} сад\w{0,2}|м?[бак]?доу|"
    r"цо|центр\w* образования|"
    r"м?[бак]?оу)[»\"”]?(?: [«\"“]?[а-я-]+[»\"”]?)?\s?[«\"“]?№ ?(\d{1,4})"
)


def kinds_in(text: str) -> frozenset[str]:
    """Kinds of organisations that a text names."""
    flat = plain(text)
    return frozenset(kind for kind, pattern in KINDS if pattern.search(flat))


def numbers_in(text: str) -> frozenset[str]:
    """Numbers of schools and kindergartens that a text names («СОШ № 12» gives «12»)."""
    return frozenset(match[1] for match in NUMBERED.finditer(plain(text)))


def quoted_names(text: str) -> frozenset[str]:
    """Names of organisations in quotes after their abbreviation: «МБОУ «Школа Радуга»» gives «школа радуга»."""
    found = re.finditer(r"\b[мгч]?[бак]?(?:д|н)?оу\w{0,3} (?:до |во )?[«\"“]([^«»\"”“]{3,60})[»\"”]", plain(text))
    return frozenset(match[1].strip() for match in found)


def most_named(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The number that a text gives most often to an organisation, with that organisation's kinds."""
    found = [(match[1], match[0]) for match in NUMBERED.finditer(plain(text))]
    if not found:
        return frozenset(), frozenset()
    number = max((number for number, _ in found), key=[number for number, _ in found].count)
    kinds = kinds_in(" ; ".join(words for here, words in found if here == number))
    return frozenset({number}), kinds
