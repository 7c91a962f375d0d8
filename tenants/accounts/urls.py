"""Addresses of a school's people who sign in."""

from django.urls import path

from tenants.accounts.views import invitation, roles, who_enters

app_name = "entry"
urlpatterns = [
    path("vhodyat/", who_enters.who_enters, name="who"),
    path("vhodyat/priglasit/", who_enters.invite_page, name="invite"),
    path("vhodyat/esche-raz/", who_enters.resend_to_the_rest, name="resend_rest"),
    path("vhodyat/priglashenie/<int:invitation_id>/esche-raz/", who_enters.resend, name="resend"),
    path("vhodyat/priglashenie/<int:invitation_id>/otozvat/", who_enters.take_back, name="withdraw"),
    path("vhodyat/rol/<int:membership_id>/zakryt/", roles.close_page, name="close"),
    path("vhodyat/zameschenie/", roles.lend_page, name="lend"),
    path("vhodyat/zameschenie/<int:membership_id>/zakonchit/", roles.end_lent_page, name="end_lent"),
    path("priglashenie/<str:token>/", invitation.invitation_page, name="invitation"),
]
