"""How documents are called on pages."""

from __future__ import annotations

from municipal.indicators.vocabulary import load_vocabulary


def kind_title(code: str) -> str:
    """«Приказ о закреплении пар и групп», «Положение о наставничестве»; a code unknown to this edition as it is."""
    kind = load_vocabulary().document_kinds.get(code)
    if kind is None:
        return code
    return f"Приказ {kind.title}" if kind.is_order else f"{kind.title[:1].upper()}{kind.title[1:]}"


def document_title(code: str, title: str) -> str:
    """The document's own title, or its kind's where the title says no more than the kind."""
    kind = load_vocabulary().document_kinds.get(code)
    says_nothing_more = not title or (kind is not None and title == kind.title)
    return kind_title(code) if says_nothing_more else title
