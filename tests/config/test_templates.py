"""Templates hold the house's rules: they compile, carry nothing inline, and draw only what the sprite has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Engine
from django.template.loader import render_to_string

from tenants.templatetags.ui import ICONS, STATES

ROOT = Path(settings.BASE_DIR)
OWN = ROOT / "config" / "templates"
OWN_NAMES = sorted(path.relative_to(OWN).as_posix() for path in OWN.rglob("*.html"))
EVERYWHERE = sorted(
    path
    for room in ("config", "tenants", "schools", "municipal", "dashboards")
    for path in (ROOT / room).rglob("templates/**/*.html")
    if "letters" not in path.parts  # letters are read by mail programs, which know nothing but style=""
)
INLINE = re.compile(r"""\sstyle=|\son[a-z]+=["']|<script(?![^>]*\ssrc=)|javascript:""", re.IGNORECASE)


@pytest.mark.parametrize("name", OWN_NAMES)
def test_every_template_of_the_frame_compiles(name: str) -> None:
    assert Engine.get_default().get_template(name).name == name


@pytest.mark.parametrize("path", EVERYWHERE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_template_carries_what_the_content_policy_blocks(path: Path) -> None:
    source = re.sub(r"{% comment %}.*?{% endcomment %}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert INLINE.findall(source) == []


def test_the_sprite_has_every_icon_and_state_and_nothing_else() -> None:
    drawn = set(re.findall(r'<symbol id="([^"]+)"', render_to_string("ui/sprite.html")))
    assert drawn == {"logo"} | {f"i-{name}" for name in ICONS} | {f"g-{code}" for code in STATES}


def test_a_page_for_a_bare_fault_needs_neither_request_nor_database() -> None:
    page = render_to_string("errors/500.html", {"incident": "7F3A-9C21"})
    assert "7F3A-9C21" in page
    assert '<html lang="ru" data-level="school">' in page


def test_every_variable_of_the_styles_is_declared() -> None:
    sheets = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "config/static/css").glob("*.css")}
    everything = "".join(sheets.values())
    declared = set(re.findall(r"(--[\w-]+)\s*:", everything))
    assert set(re.findall(r"var\((--[\w-]+)", everything)) - declared == set()


def test_dark_theme_redefines_every_colour_of_the_light_one() -> None:
    tokens = (ROOT / "config/static/css/tokens.css").read_text(encoding="utf-8")
    light, dark = (_colours(block) for block in (tokens.split("}", 1)[0], tokens.split('[data-theme="dark"] {')[1]))
    always_light = {"--on-cover", "--on-cover-2"}  # the cover is dark in both themes
    assert light - dark == always_light


def _colours(block: str) -> set[str]:
    return set(re.findall(r"(--[\w-]+):\s*(?:#|rgba)", block.split("}", 1)[0]))
