"""A row always has its bytes, and bytes without a row do not stay."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoCaptureOnCommitCallbacks

from schools.files.disk import open_bytes, part_of, place_of
from schools.files.models import Purpose, StoredFile
from schools.files.services.keep_file import keep_file, remove_file
from schools.files.services.sweep import Swept, sweep
from tenants.current import municipality_open
from tenants.domain.errors import Refusal
from tests.factories.files import PDF, upload
from tests.schools.rooms import NOW, acts


def on_disk(media: Path) -> list[str]:
    return [str(path.relative_to(media)) for path in sorted(media.rglob("*")) if path.is_file()]


def kept(data: bytes = PDF, name: str = "Протокол.pdf") -> StoredFile:
    return keep_file(upload=upload(data, name), purpose=Purpose.EVIDENCE, at=NOW, actor_id=7)


def test_a_kept_file_says_everything_of_its_bytes(school: None) -> None:
    row = StoredFile.objects.get(pk=kept().pk)
    assert (row.name, row.kind, row.size, row.purpose, row.added_by) == ("Протокол.pdf", "pdf", len(PDF), "evidence", 7)
    assert row.sha256 == hashlib.sha256(PDF).hexdigest()
    assert row.words == "PDF, 1\u00a0КБ"


def test_bytes_lie_in_the_schools_folder_under_a_random_name_after_the_commit(
    school: None, media: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row = kept()
        assert on_disk(media) == [f"s_1/{row.key[:2]}/{row.key}.part"]
        with open_bytes(row.key) or pytest.fail("a row without its bytes") as stream:
            assert stream.read() == PDF
    assert on_disk(media) == [f"s_1/{row.key[:2]}/{row.key}"]
    with open_bytes(row.key) or pytest.fail("a row without its bytes") as stream:
        assert stream.read() == PDF


def test_nothing_is_left_of_a_refused_file(school: None, media: Path) -> None:
    with pytest.raises(Refusal, match="это программа"):
        kept(b"MZ" + b"\0" * 100, "Протокол.pdf")
    assert on_disk(media) == []
    assert StoredFile.objects.count() == 0


def test_a_lie_about_the_size_is_noticed_while_copying(school: None, media: Path) -> None:
    file = upload(b"%PDF-" + b"\0" * (21 << 20))
    file.size = 12
    with pytest.raises(Refusal, match="больше 20 МБ"):
        keep_file(upload=file, purpose=Purpose.OTHER, at=NOW, actor_id=None)
    assert on_disk(media) == []


def test_a_fault_of_the_caller_leaves_no_row_and_the_sweep_takes_the_bytes(school: None, media: Path) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        kept()
        raise IntegrityError
    assert StoredFile.objects.count() == 0
    assert len(on_disk(media)) == 1
    assert sweep(at=NOW + timedelta(hours=23)) == Swept(0, 0, ())
    assert sweep(at=NOW + timedelta(hours=25)) == Swept(1, 0, ())
    assert on_disk(media) == []


def test_the_sweep_gives_a_lasting_name_where_the_machine_stopped_before(school: None, media: Path) -> None:
    row = kept()
    assert sweep(at=NOW + timedelta(days=2)) == Swept(0, 1, ())
    assert on_disk(media) == [f"s_1/{row.key[:2]}/{row.key}"]
    assert sweep(at=NOW + timedelta(days=2)) == Swept(0, 0, ())


def test_the_sweep_names_rows_whose_bytes_are_lost(school: None) -> None:
    row = kept()
    part_of(row.key).unlink()
    assert sweep(at=NOW + timedelta(days=2)) == Swept(0, 0, (row.pk,))


def test_a_removed_file_goes_with_its_bytes(
    school: None, media: Path, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row = kept()
    with django_capture_on_commit_callbacks(execute=True):
        remove_file(row.pk, at=NOW, actor_id=7)
        assert place_of(row.key).exists()
    assert on_disk(media) == []
    assert acts() == ["file_removed"]


def test_files_belong_to_schools_alone(school: None) -> None:
    with municipality_open(1), pytest.raises(RuntimeError):
        place_of("ab" * 16)
