"""Reading the register of documents."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from schools.orders.models import Document


def documents_in_force(on: date) -> QuerySet[Document]:
    """Documents signed on or before ``on`` and still valid on it, the newest first."""
    return Document.objects.filter(signed_on__lte=on).filter(Q(valid_until__isnull=True) | Q(valid_until__gte=on))


def document_of_kind(kind: str, *, on: date) -> Document | None:
    """The newest document of a kind in force on ``on`` (form, lines A3–B7), or None."""
    return documents_in_force(on).filter(kind=kind).order_by("-signed_on", "-id").first()


def documents_of_year(since: date, until: date) -> QuerySet[Document]:
    """What «Документы» of a school year lists: everything in force at any moment of it."""
    return Document.objects.filter(signed_on__lte=until).filter(Q(valid_until__isnull=True) | Q(valid_until__gte=since))


def newest_by_kind(kinds: tuple[str, ...], *, on: date) -> dict[str, Document]:
    """The newest document of each kind signed by ``on``, whether still in force or not; in one query."""
    signed = Document.objects.filter(kind__in=kinds, signed_on__lte=on).order_by("kind", "-signed_on", "-id")
    return {row.kind: row for row in signed.distinct("kind")}


def document_by_id(document_id: int) -> Document | None:
    """One document, or None when there is no such in this school."""
    return Document.objects.filter(pk=document_id).first()
