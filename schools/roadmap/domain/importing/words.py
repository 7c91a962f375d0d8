"""Small readings of Russian text that the whole recogniser shares."""

import re

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028\u2029\ufeff\u0000-\u0008\u000b\u000c\u000e-\u001f]")
SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
YEAR = re.compile(r"(?<![\d№])(20[0-4]\d)(?:\s*[-–—/]\s*(\d\d)(?![\d.]))?(?!\d)")
# Latin letters typed for Cyrillic ones: «Cрок» with a Latin «C»
MIXED_WORD = re.compile(r"\w*[а-яё]\w*")
LATIN_TWINS = str.maketrans("aceopxykmhtb", "асеорхукмнтв")


def clean_cell(text: str) -> str:
    """The text of a cell with its own words and line breaks: only invisible marks and edge blanks go."""
    text = INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    lines = [SPACES.sub(" ", line).strip() for line in text.split("\n")]
    return "\n".join(line for line in lines if line)


def plain(text: str) -> str:
    """Lower case, ё as е, one space between words, broken words mended: for comparing, never for showing."""
    text = MIXED_WORD.sub(lambda word: word[0].translate(LATIN_TWINS), clean_cell(text).lower())
    text = re.sub(r"(?<=[а-яё])-\s*\n\s*(?=[а-яё])", "", text)
    return re.sub(r"\s+", " ", text).replace("ё", "е").strip(" .,;:*")


def one_line(text: str, limit: int = 0) -> str:
    """The text on one line, cut at ``limit`` characters with «…» (0: not cut)."""
    flat = " ".join(text.split())
    return flat if not limit or len(flat) <= limit else flat[: limit - 1].rstrip() + "…"


def years_in(text: str) -> tuple[int, ...]:
    """Calendar years written in full, in order of appearance; «2025/26» and «2025-26» give both years."""
    found: list[int] = []
    for match in YEAR.finditer(text):
        found.append(int(match[1]))
        if match[2] and int(match[2]) == (found[-1] + 1) % 100:
            found.append(found[-1] + 1)
    return tuple(dict.fromkeys(found))
