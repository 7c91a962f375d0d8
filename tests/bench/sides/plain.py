"""Settings of the other side of the page measurement: plain Django, one schema, no hosts, no roles."""

from tests.bench.sides.ours import *  # noqa: F403 -- the same rooms, templates and people

DATABASES = {"default": {**DATABASES["owner"], "ENGINE": "django.db.backends.postgresql", "CONN_MAX_AGE": 600}}  # noqa: F405 -- above
DATABASE_ROUTERS = []
INSTALLED_APPS = [app for app in INSTALLED_APPS if app != "django_tenants"]  # noqa: F405 -- above
MIDDLEWARE = [
    name.replace("tenants.middleware.PlaceMiddleware", "tests.bench.sides.plain_place.PlainPlaceMiddleware")
    for name in MIDDLEWARE  # noqa: F405 -- above
    if name != "tenants.middleware.HostMiddleware"
]
