"""Settings of the other side: django-tenants as it comes, one owner login, no roles, on the same tables."""

from tests.bench.sides.ours import *  # noqa: F403 -- the same database and apps

DATABASES["default"] = {**DATABASES["owner"], "ENGINE": "django_tenants.postgresql_backend"}  # noqa: F405 -- above
TENANT_SYNC_ROUTER = "django_tenants.routers.TenantSyncRouter"
DATABASE_ROUTERS = [TENANT_SYNC_ROUTER]
