"""System checks: a misconfiguration is said at start, with its mend."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Critical, register


@register()
def role_prefix_is_a_plain_word(**_kwargs: Any) -> list[CheckMessage]:
    """Role names are put into SQL, so the prefix may be letters and underscores only."""
    if re.fullmatch(r"[a-z][a-z_]{0,30}", settings.ROLE_PREFIX):
        return []
    return [
        Critical(
            f"ROLE_PREFIX «{settings.ROLE_PREFIX}» не годится для имени роли.",
            hint="Возьмите строчные латинские буквы и подчёркивание, например tropa.",
            id="tenants.E001",
        )
    ]
