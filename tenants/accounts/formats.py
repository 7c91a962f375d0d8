"""Titles of the forms of mentoring, for whoever answers for one. The list itself is reference data of a storey above,
so only its file is read here (settings.FORMATS_FILE)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml
from django.conf import settings


@lru_cache(maxsize=1)
def format_titles() -> Mapping[str, str]:
    """Code → title: «pupil_pupil» → «ученик — ученик»."""
    document = yaml.safe_load(Path(settings.FORMATS_FILE).read_text(encoding="utf-8"))
    return {row["code"]: row["title"] for row in document["formats"]}
