"""Settings common to every way of running the product."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from . import env
from .queue import *  # noqa: F403 -- settings are spread over files by subject
from .rooms import *  # noqa: F403 -- settings are spread over files by subject
from .security import *  # noqa: F403 -- settings are spread over files by subject

BASE_DIR = env.ROOT
STATE_DIR = env.state_dir()
DEBUG = False

# --- who and where -------------------------------------------------------------------------------------------------
BASE_DOMAIN = env.text("BASE_DOMAIN", "localhost")
BASE_SCHEME = env.text("BASE_SCHEME", "http")
PUBLIC_PORT = env.text("PUBLIC_PORT", "")  # shown in printed addresses only; the request's own port is used elsewhere
ALLOWED_HOSTS = [BASE_DOMAIN, f".{BASE_DOMAIN}"]
ROLE_PREFIX = env.role_prefix()
# Which logins may become a school and which a municipality or region; one login serves the embedded default.
SCHOOL_LOGINS = env.text("SCHOOL_LOGINS", f"{ROLE_PREFIX}_app").split(",")
MUNICIPAL_LOGINS = env.text("MUNICIPAL_LOGINS", f"{ROLE_PREFIX}_app").split(",")

TENANT_MODEL = "tenants.School"
TENANT_DOMAIN_MODEL = "tenants.SchoolHost"
TENANT_SYNC_ROUTER = "tenants.database.router.SchemaRouter"
DATABASE_ROUTERS = [TENANT_SYNC_ROUTER]
PUBLIC_SCHEMA_URLCONF = "config.urls_public"
ROOT_URLCONF = "config.urls_school"

# --- database ------------------------------------------------------------------------------------------------------
# timezone stands in the connection's options because a role without EXECUTE on set_config could not set it later.
_OPTIONS = {"options": "-c timezone=UTC"}
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "tenants.database",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": _OPTIONS,
        **env.database("DATABASE_URL", login="app"),
    },
    # The migrating and provisioning login; web processes never open it.
    "owner": {
        "ENGINE": "tenants.database",
        "OPTIONS": _OPTIONS,
        **env.database("MIGRATOR_DATABASE_URL", login="owner"),
    },
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- requests ------------------------------------------------------------------------------------------------------
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "tenants.middleware.HostMiddleware",
    "config.middleware.PlainTextMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "tenants.middleware.PlaceMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "config" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "config.context.frame",
            ],
            "builtins": ["tenants.templatetags.ru", "tenants.templatetags.ui", "django.templatetags.static"],
        },
    }
]
FORM_RENDERER = "config.renderer.TropaRenderer"
WSGI_APPLICATION = "config.wsgi.application"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# --- people --------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["tenants.accounts.backend.EmailBackend"]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "/"
ACCESS_TABLE = BASE_DIR / "config" / "access.toml"  # who reaches what; «Кто что видит» is read from it too
FORMATS_FILE = BASE_DIR / "municipal" / "indicators" / "content" / "forms.yaml"

# --- language and time ---------------------------------------------------------------------------------------------
LANGUAGE_CODE = "ru"
USE_I18N = True
USE_TZ = True
TIME_ZONE = env.text("TIME_ZONE", "Europe/Moscow")  # of the server; each municipality has its own

_CLOCK = env.text("TROPA_CLOCK", "")
CLOCK_STARTS_AT = datetime.fromisoformat(_CLOCK) if _CLOCK else None  # a demonstration's «now» (tenants/clock.py)

# What is prepared before its school year begins: a plan of the year, the dates of its monitorings (tenants.year_guard).
ROOMS_OF_NEXT_YEAR = ["roadmap", "campaigns"]

# --- files ---------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = STATE_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "config" / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "config.vendor.PlotlyFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = STATE_DIR / "files"

# --- letters -------------------------------------------------------------------------------------------------------
EMAIL_BACKEND = env.text("EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = STATE_DIR / "mail"
EMAIL_HOST = env.text("EMAIL_HOST", "localhost")
EMAIL_PORT = int(env.text("EMAIL_PORT", "25"))
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", default=False)
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Тропа <noreply@tropa.example>")

# --- programmes' interface for the region --------------------------------------------------------------------------
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["municipal.region.authentication.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["municipal.region.authentication.RegionOnly"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "municipal.region.errors.problem",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Тропа: передача данных в региональный центр",
    "DESCRIPTION": "Обезличенные сводные данные муниципалитетов о наставничестве.",
    "VERSION": "1.0.0",
    "SERVE_INCLUDE_SCHEMA": False,
}
