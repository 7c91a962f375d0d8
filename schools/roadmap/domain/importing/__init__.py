"""Reading roadmaps as schools really write them: Word, Excel or pasted text into a preview to be checked.

``read_document`` or ``read_pasted`` take the words as they are, ``recognise`` finds their meaning. Nothing is stored.
"""

from schools.roadmap.domain.importing.as_json import to_json
from schools.roadmap.domain.importing.raw import RawDocument, UnreadableRoadmap
from schools.roadmap.domain.importing.reading import read_document
from schools.roadmap.domain.importing.recognise import recognise
from schools.roadmap.domain.importing.result import (
    ImportedActivity,
    ImportedGroup,
    ImportedIndicator,
    ImportedRoadmap,
    ImportedStage,
    ImportWarning,
    Severity,
)
from schools.roadmap.domain.importing.text_reader import read_pasted

__all__ = [
    "ImportWarning",
    "ImportedActivity",
    "ImportedGroup",
    "ImportedIndicator",
    "ImportedRoadmap",
    "ImportedStage",
    "RawDocument",
    "Severity",
    "UnreadableRoadmap",
    "read_document",
    "read_pasted",
    "recognise",
    "to_json",
]
