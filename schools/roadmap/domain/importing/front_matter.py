"""What stands before a plan: the stamps of approval and the document's own heading."""

import re

from schools.roadmap.domain.importing.blocks import Block
from schools.roadmap.domain.importing.headings import is_document_title
from schools.roadmap.domain.importing.words import one_line, plain

APPROVAL = re.compile(r"утвержд|согласован|рассмотрен|принят\w* на|введен\w* в действие|м\.п\.|_{4,}")
MAX_APPROVAL_ROWS = 4
MAX_TITLE = 400


def is_approval(block: Block) -> bool:
    """«УТВЕРЖДЕНО приказом …» beside «СОГЛАСОВАНО …», signatures: a table only in form."""
    text = plain(" ".join(text for line in block.lines for text in line.filled))
    return len(block.lines) <= MAX_APPROVAL_ROWS and bool(APPROVAL.search(text))


def title_of(paragraphs: list[str]) -> str:
    """The heading: from the last paragraph that says «дорожная карта» or «план» up to the table."""
    starts = [index for index, text in enumerate(paragraphs) if is_document_title(text) and len(text) <= MAX_TITLE]
    if not starts:
        return ""
    return one_line(
        " ".join(text for text in paragraphs[starts[-1] : starts[-1] + 3] if len(text) <= MAX_TITLE), MAX_TITLE
    )
