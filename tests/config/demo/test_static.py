"""Style files are gathered once, and again when one of them changes."""

from pathlib import Path

import pytest
from pytest_django import Settings

from config.demo.static import gather_static


@pytest.fixture
def own_files(settings: Settings, tmp_path: Path) -> Path:
    """One style file of our own, gathered into an empty folder."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "own.css").write_text("a { color: red }", encoding="utf-8")
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "gathered"
    return source / "own.css"


def test_what_has_not_changed_is_left_alone(own_files: Path, settings: Settings) -> None:
    gather_static()
    copy = Path(settings.STATIC_ROOT) / "own.css"
    copy.write_text("touched by hand", encoding="utf-8")
    gather_static()
    assert copy.read_text(encoding="utf-8") == "touched by hand"


def test_a_changed_file_is_gathered_again(own_files: Path, settings: Settings) -> None:
    gather_static()
    own_files.write_text("a { color: green; margin: 0 }", encoding="utf-8")
    gather_static()
    assert "green" in (Path(settings.STATIC_ROOT) / "own.css").read_text(encoding="utf-8")
