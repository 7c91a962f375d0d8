"""Numbers that Word draws itself: list numbering lives in ``numbering.xml``, not in the text of a cell."""

from dataclasses import dataclass, field

from lxml import etree

from schools.roadmap.domain.importing.ooxml import attribute, child, children, number_attribute

ROMANS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
CYRILLIC = "абвгдежзиклмнопрстуфхцчшщэюя"
MAX_LEVEL = 8


@dataclass(frozen=True)
class Level:
    style: str
    pattern: str
    start: int


@dataclass
class ListNumbers:
    """Counts list paragraphs in reading order, as Word does when it shows them."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    by_paragraph_style: dict[str, tuple[str, int]] = field(default_factory=dict)
    counters: dict[str, list[int | None]] = field(default_factory=dict)

    def label(self, paragraph: etree._Element) -> str:
        """«1.2.» for a numbered paragraph; an empty string for bullets and ordinary paragraphs."""
        place = self._place(paragraph)
        if place is None or place[0] not in self.levels:
            return ""
        list_id, depth = place
        levels = self.levels[list_id]
        level = levels.get(depth)
        if level is None or level.style in ("bullet", "none"):
            return ""
        counters = self.counters.setdefault(list_id, [None] * (MAX_LEVEL + 1))
        current = counters[depth]
        counters[depth] = level.start if current is None else current + 1
        counters[depth + 1 :] = [None] * (MAX_LEVEL - depth)
        text = level.pattern
        for index in range(depth + 1):
            shown = levels.get(index, level)
            text = text.replace(f"%{index + 1}", _figure(counters[index] or shown.start, shown.style))
        return text.strip()

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        properties = child(paragraph, "pPr")
        if properties is None:
            return None
        numbering = child(properties, "numPr")
        if numbering is not None:
            return _list_place(numbering)
        style = child(properties, "pStyle")
        return self.by_paragraph_style.get(attribute(style, "val")) if style is not None else None


def read_list_numbers(numbering: etree._Element | None, styles: etree._Element | None) -> ListNumbers:
    """Definitions of lists; either part of the document may be absent."""
    numbers = ListNumbers()
    if numbering is not None:
        drafts = {attribute(draft, "abstractNumId"): _levels(draft) for draft in children(numbering, "abstractNum")}
        for item in children(numbering, "num"):
            reference = child(item, "abstractNumId")
            base = drafts.get(attribute(reference, "val"), {}) if reference is not None else {}
            numbers.levels[attribute(item, "numId")] = _overridden(base, item)
    for style in children(styles, "style") if styles is not None else ():
        properties = child(style, "pPr")
        found = child(properties, "numPr") if properties is not None else None
        place = _list_place(found) if found is not None else None
        if place:
            numbers.by_paragraph_style[attribute(style, "styleId")] = place
    return numbers


def _list_place(numbering: etree._Element) -> tuple[str, int] | None:
    list_id, depth = child(numbering, "numId"), child(numbering, "ilvl")
    if list_id is None or attribute(list_id, "val") in ("", "0"):
        return None
    return attribute(list_id, "val"), min(number_attribute(depth, "val", 0), MAX_LEVEL)


def _levels(draft: etree._Element) -> dict[int, Level]:
    found = {}
    for level in children(draft, "lvl"):
        style, pattern, start = child(level, "numFmt"), child(level, "lvlText"), child(level, "start")
        depth = min(number_attribute(level, "ilvl", 0), MAX_LEVEL)
        found[depth] = Level(
            attribute(style, "val") or "decimal", attribute(pattern, "val"), number_attribute(start, "val", 1)
        )
    return found


def _overridden(base: dict[int, Level], item: etree._Element) -> dict[int, Level]:
    levels = dict(base)
    for override in children(item, "lvlOverride"):
        depth, start = number_attribute(override, "ilvl", 0), child(override, "startOverride")
        if start is not None and depth in levels:
            old = levels[depth]
            levels[depth] = Level(old.style, old.pattern, number_attribute(start, "val", 1))
    return levels


def _figure(value: int, style: str) -> str:
    if style in ("upperRoman", "lowerRoman"):
        text = ""
        for size, letters in ROMANS:
            text, value = text + letters * (min(value, 99) // size), min(value, 99) % size
        return text
    if style in ("russianLower", "russianUpper"):
        return CYRILLIC[(value - 1) % len(CYRILLIC)]
    if style in ("lowerLetter", "upperLetter"):
        return chr(ord("a") + (value - 1) % 26)
    return str(value)
