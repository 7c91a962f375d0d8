"""The calendar against the grammar of RFC 5545, read by a strict reader of our own."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from schools.roadmap.domain.icalendar import Entry, to_ics
from schools.roadmap.domain.sent import numbered, remembered

NAME = re.compile(r"(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z0-9-]+=[^:;,\"]+)*):(?P<value>.*)", re.DOTALL)
ONCE_EACH = {
    "UID",
    "DTSTAMP",
    "DTSTART",
    "DTEND",
    "SUMMARY",
    "SEQUENCE",
    "LAST-MODIFIED",
    "URL",
    "TRANSP",
    "CATEGORIES",
}
MOMENT = datetime(2026, 11, 10, 3, 5, tzinfo=UTC)


def unfold(content: bytes) -> list[str]:
    """Content lines; asserts what 3.1 asks of physical ones."""
    assert content.endswith(b"\r\n")
    physical = content[:-2].split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in physical)
    lines: list[str] = []
    for line in physical:
        text = line.decode()  # no letter is torn between two lines
        if text.startswith(" "):
            lines[-1] += text[1:]
        else:
            lines.append(text)
    return lines


def unescape(value: str) -> str:
    """The text behind a TEXT value; asserts that nothing in it parts values."""
    assert re.fullmatch(r"(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*", value), value
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def read(content: bytes) -> tuple[dict[str, str], list[dict[str, tuple[str, str]]]]:
    """Properties of the calendar and of its events; asserts structure, required and single properties."""
    lines = [NAME.fullmatch(line) for line in unfold(content)]
    assert all(lines)
    found = [(line["name"], line["params"], line["value"]) for line in lines if line]
    assert (found[0][0], found[0][2]) == ("BEGIN", "VCALENDAR")
    assert (found[-1][0], found[-1][2]) == ("END", "VCALENDAR")
    head: dict[str, str] = {}
    events: list[dict[str, tuple[str, str]]] = []
    inside = False
    for name, params, value in found[1:-1]:
        if name in {"BEGIN", "END"}:
            assert value == "VEVENT"
            assert inside == (name == "END")
            inside = name == "BEGIN"
            events += [{}] if inside else []
        elif inside:
            assert name not in events[-1]
            events[-1][name] = (params, value)
        else:
            assert name not in head
            head[name] = value
    assert not inside
    assert (head["VERSION"], head["CALSCALE"], head["METHOD"]) == ("2.0", "GREGORIAN", "PUBLISH")
    assert head["PRODID"]
    for event in events:
        assert event.keys() >= ONCE_EACH
        for stamp in ("DTSTAMP", "LAST-MODIFIED"):
            assert re.fullmatch(r"\d{8}T\d{6}Z", event[stamp][1])
        assert event["DTSTART"][0] == event["DTEND"][0] == ";VALUE=DATE"
        first, last = (datetime.strptime(event[one][1], "%Y%m%d").date() for one in ("DTSTART", "DTEND"))  # noqa: DTZ007
        assert last - first == timedelta(days=1)
        assert event["SEQUENCE"][1].isdecimal()
    assert len({event["UID"][1] for event in events}) == len(events)
    return head, events


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)
entries = st.builds(
    Entry,
    uid=st.integers(1, 10**9).map(lambda number: f"roadmap-{number}-1@lesnaya.example"),
    day=st.dates(date(2000, 1, 1), date(2099, 12, 30)),
    summary=words,
    description=words,
    url=st.sampled_from(["https://lesnaya.example/2026-27/karta/punkt/1/", "https://x.example/" + "a" * 200]),
    category=st.just("Дорожная карта"),
)


@given(st.lists(entries, max_size=5, unique_by=lambda entry: entry.uid), words)
def test_whatever_the_words_the_file_keeps_to_the_grammar(found: list[Entry], name: str) -> None:
    head, events = read(to_ics(found, name=name))
    assert len(events) == len(found)
    unescape(head["X-WR-CALNAME"])
    for event, entry in zip(events, found, strict=True):
        assert event["DTSTART"][1] == f"{entry.day:%Y%m%d}"
        assert event["URL"][1] == entry.url
        unescape(event["SUMMARY"][1])


def test_signs_that_part_values_come_back_as_they_were() -> None:
    said = "Педсовет; протокол № 2, приложение C:\\план\nдва листа"
    entry = Entry("a@b", date(2026, 10, 15), said, "", "https://x.example/", "Дорожная карта")
    _, (event,) = read(to_ics([entry], name="Карта"))
    assert unescape(event["SUMMARY"][1]) == said


def test_numbers_grow_only_with_changes() -> None:
    entry = Entry("a@b", date(2026, 10, 15), "Собрание", "", "https://x.example/", "Карта")
    first = numbered([entry], {}, at=MOMENT)
    assert (first[0].sequence, first[0].changed_at) == (0, MOMENT)
    later = MOMENT + timedelta(days=1)
    again = numbered([entry], remembered(first), at=later)
    assert again == first
    moved = Entry("a@b", date(2026, 10, 16), "Собрание", "", "https://x.example/", "Карта")
    changed = numbered([moved], remembered(again), at=later)
    assert (changed[0].sequence, changed[0].changed_at) == (1, later)
