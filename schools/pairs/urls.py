"""Addresses of pairs and groups: /<year>/pary/."""

from django.urls import path

from schools.pairs.views import bank, ending, forming, lists, ordering, pair, programmes

app_name = "pairs"
urlpatterns = [
    path("", lists.pair_list, name="list"),
    path("predlozhit/", forming.propose, name="propose"),
    path("prikaz/", ordering.order, name="order"),
    path("programmy/", programmes.bank, name="programmes"),
    path("programmy/okrug/", bank.texts, name="bank"),
    path("programmy/okrug/<int:text_id>/", bank.text, name="bank_text"),
    path("programmy/okrug/<int:text_id>/vzyat/", bank.take, name="take_copy"),
    path("programmy/<int:programme_id>/", programmes.edit, name="programme"),
    path("programmy/<int:programme_id>/pokazat/", bank.share, name="share_programme"),
    path("programmy/<int:programme_id>/ubrat-iz-banka/", bank.unshare, name="unshare_programme"),
    path("<int:pair_id>/", pair.pair, name="pair"),
    path("<int:pair_id>/cel/", pair.goal, name="goal"),
    path("<int:pair_id>/prikaz/", ordering.order_one, name="appoint"),
    path("<int:pair_id>/vozobnovit/", pair.resume, name="resume"),
    path("<int:pair_id>/otozvat/", ending.withdraw, name="withdraw"),
    path("<int:pair_id>/zavershit/", ending.complete, name="complete"),
    path("<int:pair_id>/prervat/", ending.break_off, name="break"),
]
