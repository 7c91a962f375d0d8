"""Tests: a fast password hasher and plain static files; the database is cloned from a template (tests/conftest.py)."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import tests.servers  # noqa: F401 -- starts the servers whose addresses the base settings read

from .base import *  # noqa: F403 -- the base is extended here
from .logs import LOGGING  # noqa: F401 -- read by Django

SECRET_KEY = "a key for tests only, never for people"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# A folder of the process's own, unless a story that outlives the process keeps its files (tests/browser/story.py).
if "TROPA_TEST_FILES" in os.environ:
    MEDIA_ROOT = Path(os.environ["TROPA_TEST_FILES"])
else:
    MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="tropa-files-"))
    atexit.register(shutil.rmtree, MEDIA_ROOT, ignore_errors=True)
