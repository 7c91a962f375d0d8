"""Addresses of a school's host."""

from django.urls import include, path

from config.urls_common import Addresses, common, of_year
from schools.consents.views import signing
from schools.roadmap import feed_views
from tenants.accounts.views import roles

urlpatterns: Addresses = [
    *common,
    path("eto-vy/", roles.still_you, name="still_you"),
    path("", include("tenants.accounts.urls")),
    path("kalendar/<str:token>.ics", feed_views.feed, name="calendar_feed"),
    path("s/<str:token>/", signing.sign, name="sign_consent"),
    *of_year(
        ("segodnya", "schools.cabinet.urls"),
        ("karta", "schools.roadmap.urls"),
        ("lyudi/soglasiya", "schools.consents.urls"),
        ("lyudi", "schools.people.urls"),
        ("kartochka", "schools.passport.urls"),
        ("pary", "schools.pairs.urls"),
        ("vstrechi", "schools.meetings.urls"),
        ("oprosy", "schools.surveys.urls"),
        ("dokumenty/sobytiya", "schools.events.urls"),
        ("dokumenty", "schools.orders.urls"),
        ("publikacii", "schools.publications.urls"),
        ("monitoring", "schools.monitoring.urls"),
        ("fajly", "schools.files.urls"),
    ),
]

handler400 = "config.views.bad_request"
handler403 = "config.views.forbidden"
handler404 = "config.views.not_found"
handler500 = "config.views.server_error"
