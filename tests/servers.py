"""Imported by the testing settings: the embedded servers must run before their addresses are read.

With ``DATABASE_URL`` and ``MIGRATOR_DATABASE_URL`` set, the tests use that server instead. The servers stay up between
runs (``make test`` stops them at its end), so that a single test starts at once.
"""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

if "DATABASE_URL" not in os.environ:
    os.environ.setdefault("TROPA_STATE_DIR", str(ROOT / ".tropa" / "test"))
    from config.embedded import load_or_start

    load_or_start(Path(os.environ["TROPA_STATE_DIR"]), durable=False)
