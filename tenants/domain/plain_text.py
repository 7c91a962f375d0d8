"""Text as the product keeps it: only signs that PostgreSQL, XML (DOCX, XLSX) and UTF-8 all can hold."""

from __future__ import annotations

import re

# XML 1.0, production Char, less the other control characters, which nobody types and no page shows. PostgreSQL refuses
# NUL, UTF-8 lone surrogates, XML all the rest: https://www.w3.org/TR/xml/#charsets
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")  # a soft line end pasted from a word processor is a line end


def plain(text: str) -> str:
    """``text`` without signs that cannot be kept; rare kinds of line ends become usual ones. Fit text is unchanged."""
    return _UNFIT.sub("", _LINE_ENDS.sub("\n", text))


def is_plain(text: str) -> bool:
    """Whether ``plain`` would leave it as it is."""
    return not _UNFIT.search(text) and not _LINE_ENDS.search(text)
