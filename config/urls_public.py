"""Addresses of the base domain: the municipality, the region, its interface for programmes."""

from importlib.util import find_spec

from django.urls import include, path

from config.urls_common import Addresses, common, of_year
from tenants.accounts.views import signing_in as accounts

urlpatterns: Addresses = [
    *common,
    path("shkoly/", accounts.find_school, name="find_school"),
    *of_year(
        ("segodnya", "municipal.desk.urls"),
        ("kampanii", "municipal.desk.campaign_urls"),
        ("shkoly", "municipal.desk.school_urls"),
        ("panel", "dashboards.urls_municipal"),
        ("spravki", "municipal.notes.urls"),
        ("spravki", "dashboards.urls_notes"),
        ("programmy", "municipal.desk.bank_urls"),
        ("publikacii", "municipal.desk.press_urls"),
        ("peredacha", "municipal.region.urls"),
        ("svodka", "municipal.region.region_urls"),
    ),
]
if find_spec("municipal.region.api_urls"):
    urlpatterns.append(path("api/region/v1/", include("municipal.region.api_urls")))

handler400 = "config.views.bad_request"
handler403 = "config.views.forbidden"
handler404 = "config.views.not_found"
handler500 = "config.views.server_error"
