"""Addresses of campaigns: lists, boards, reviews. They stand here because a board reads what schools handed in."""

from django.urls import path

from municipal.desk.views import campaigns, review, school_in_campaign, table

app_name = "campaigns"
_ONE = "<int:campaign_id>/"
_SCHOOL = f"{_ONE}shkola/<int:school_id>/"
_FORM = f"{_ONE}otchet/<int:submission_id>/"
urlpatterns = [
    path("", campaigns.campaign_list, name="list"),
    path("novaya/<slug:season>/", campaigns.new_campaign, name="new"),
    path(_ONE, campaigns.campaign_board, name="board"),
    path(f"{_ONE}otkryt/", campaigns.open_now, name="open"),
    path(f"{_ONE}napomnit/", campaigns.remind, name="remind"),
    path(f"{_ONE}tablica.xlsx", table.accepted_table, name="table"),
    path(_SCHOOL, school_in_campaign.school, name="school"),
    path(f"{_SCHOOL}srok/", school_in_campaign.extend, name="extend"),
    path(f"{_SCHOOL}osvobodit/", school_in_campaign.exempt, name="exempt"),
    path(_FORM, review.review, name="review"),
    path(f"{_FORM}prinyat/", review.accept, name="accept"),
    path(f"{_FORM}vernut/", review.give_back, name="return"),
]
