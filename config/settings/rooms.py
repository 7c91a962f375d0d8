"""The rooms of the house in storey order: what stands in the shared schema and what in every school's own."""

SHARED_APPS = [
    "django_tenants",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_htmx",
    "csp",
    "rest_framework",
    "drf_spectacular",
    "tenants",
    "tenants.accounts",
    "tenants.letters",
    "tenants.journal",
    "municipal.campaigns",
    "municipal.press",
    "municipal.bank",
    "municipal.submissions",
    "municipal.notes",
    "municipal.region",
    "municipal.desk",
    "dashboards",
    "config",
]

TENANT_APPS = [
    "django.contrib.sessions",
    "tenants.accounts",
    "tenants.letters",
    "tenants.journal",
    "schools.files",
    "schools.passport",
    "schools.people",
    "schools.roadmap",
    "schools.pairs",
    "schools.meetings",
    "schools.orders",
    "schools.publications",
    "schools.surveys",
    "schools.events",
    "schools.monitoring",
    "schools.cabinet",
]

INSTALLED_APPS = SHARED_APPS + [app for app in TENANT_APPS if app not in SHARED_APPS]
