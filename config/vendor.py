"""Front-end code of installed packages, served without being committed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

PREFIX = "vendor"
FILES = {"plotly.min.js"}


class PlotlyFinder(BaseFinder):
    """Finds ``vendor/plotly.min.js`` inside the plotly package without importing it."""

    def __init__(self, *_args: Any, **_kwargs: Any) -> None:
        spec = find_spec("plotly")
        if spec is None or spec.origin is None:
            raise FileNotFoundError("plotly is not installed")
        self.folder = Path(spec.origin).parent / "package_data"
        self.storage = FileSystemStorage(location=self.folder)
        self.storage.prefix = PREFIX  # type: ignore[attr-defined]  # collectstatic reads it

    def check(self, **_kwargs: Any) -> list[Any]:
        """Nothing to check: the package is a pinned dependency."""
        return []

    def find(self, path: str, find_all: bool = False, **_kwargs: Any) -> Any:  # noqa: FBT001, FBT002 -- Django's signature
        """The file's path, or an empty list; ``path`` is relative to the static root."""
        folder, _, name = path.partition("/")
        if folder != PREFIX or name not in FILES:
            return []
        found = str(self.folder / name)
        return [found] if find_all else found

    def list(self, ignore_patterns: Any) -> Iterator[Any]:
        """Each file with its storage, for collectstatic."""
        del ignore_patterns
        for name in FILES:
            yield name, self.storage
