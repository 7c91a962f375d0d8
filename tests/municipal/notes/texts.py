"""The words of a document, a line a paragraph or an item."""

from municipal.notes.domain.document import Document, Heading, Items, Paragraph


def texts_of(document: Document) -> list[str]:
    """Headings, paragraphs and items of the body in order, then who made the note."""
    found: list[str] = []
    for piece in document.pieces:
        if isinstance(piece, Heading | Paragraph):
            found.append(piece.text)
        elif isinstance(piece, Items):
            found.extend(piece.items)
    return [*found, document.executor]
