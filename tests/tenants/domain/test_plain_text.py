"""Only signs that the database and a document can hold."""

import pytest

from tenants.domain.plain_text import is_plain, plain


@pytest.mark.parametrize("sign", ["\x00", "\x1b", "\x7f", "\x90", "\ud800", "\udfff", "\ufffe", "\uffff"])
def test_a_sign_that_cannot_be_kept_is_dropped(sign: str) -> None:
    assert plain(f"а{sign}б") == "аб"
    assert not is_plain(f"а{sign}б")


@pytest.mark.parametrize("line_end", ["\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_a_rare_line_end_becomes_a_usual_one(line_end: str) -> None:
    assert plain(f"а{line_end}б") == "а\nб"


@pytest.mark.parametrize("text", ["", "Ура\u00a0— «да»\tи\r\nнет", "Өҕүлүк", "и\u0306", "\U0001f389", "漢"])
def test_what_can_be_kept_stays_as_typed(text: str) -> None:
    assert plain(text) == text
    assert is_plain(text)
