"""Real servers behind a proxy that ends TLS. Nothing here has a default that would be unsafe."""

from . import env
from .base import *  # noqa: F403 -- the base is extended here
from .logs import LOGGING  # noqa: F401 -- read by Django

SECRET_KEY = env.text("SECRET_KEY")
DATABASE_URL = env.text("DATABASE_URL")
BROKER_URL = env.text("BROKER_URL")
BASE_SCHEME = "https"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
# The prefix makes a browser refuse the cookie on any other host, so a school's session never reaches a neighbour.
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"
