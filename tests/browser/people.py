"""Who opens the pages in the browser: people of the demonstration's story, one for every role."""

from __future__ import annotations

from dataclasses import dataclass

from config.demo.town import ANALYST, TOWNS


@dataclass(frozen=True, slots=True)
class Visitor:
    """One of the story: ``key`` names the folder of pictures, ``role`` is the word of access.toml."""

    key: str
    role: str
    host: str
    email: str

    @property
    def table(self) -> str:
        """The part of access.toml that speaks of the visitor's host."""
        return "school" if self.host else "district"


_DISTRICT = TOWNS[0]
_HEAD = _DISTRICT.head
assert _HEAD is not None
CURATOR = Visitor("kurator", "curator", "school-2", "kurator@school-2.example")
PRINCIPAL = Visitor("direktor-shkoly", "principal", "school-1", "direktor@school-1.example")
NURSERY = Visitor("kurator-sada", "curator", "sad-ryabinka", "kurator@sad-ryabinka.example")
SILENT = Visitor("kurator-lugovskoj", "curator", "school-8", "kurator@school-8.example")
METHODIST = Visitor("metodist", "methodist", "", _DISTRICT.methodist[3])
HEAD = Visitor("direktor-imc", "municipal_head", "", _HEAD[3])
ANALYST_OF_REGION = Visitor("analitik", "region", "", ANALYST[3])
NOBODY_AT_SCHOOL = Visitor("gost-shkoly", "anyone", "school-2", "")
NOBODY_IN_DISTRICT = Visitor("gost", "anyone", "", "")
