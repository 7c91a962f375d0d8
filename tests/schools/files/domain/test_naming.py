"""Names of files as people gave them, and as they are saved."""

import pytest

from schools.files.domain.kinds import FileKind
from schools.files.domain.naming import cleaned_name, name_to_save, size_words


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Приказ № 118-од.pdf", "Приказ № 118-од.pdf"),
        ("C:\\Users\\a\\Скан 1.pdf", "Скан 1.pdf"),
        ("../../etc/passwd", "passwd"),
        ("скан\u202efdp.exe", "скан fdp.exe"),
        ('а"б<в>.pdf', "а б в .pdf"),
        ("", "файл"),
        ("...", "файл"),
        ("а\r\nSet-Cookie: x", "а Set-Cookie x"),
    ],
)
def test_a_name_is_one_line_without_paths(given: str, kept: str) -> None:
    assert cleaned_name(given) == kept


def test_a_long_name_keeps_its_ending() -> None:
    assert cleaned_name("а" * 300 + ".pdf") == "а" * 146 + ".pdf"


def test_what_is_saved_ends_as_its_bytes_say() -> None:
    assert name_to_save("Скан.PDF", FileKind.PDF) == "Скан.PDF"
    assert name_to_save("снимок.jpeg", FileKind.JPEG) == "снимок.jpeg"
    assert name_to_save("setup.exe", FileKind.PDF) == "setup.exe.pdf"
    assert name_to_save("Приказ от 15.09", FileKind.DOCX) == "Приказ от 15.09.docx"


def test_sizes_are_told_in_words() -> None:
    assert [size_words(n) for n in (1, 340 << 10, 1 << 20, 1_300_000, 20 << 20)] == [
        "1\u00a0КБ", "340\u00a0КБ", "1\u00a0МБ", "1,2\u00a0МБ", "20\u00a0МБ",
    ]  # fmt: skip
