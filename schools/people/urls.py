"""Addresses of people and consents: /<year>/lyudi/."""

from django.urls import path

from schools.people.views import adding, consents, lists, partners, person

app_name = "people"
urlpatterns = [
    path("", lists.mentors, name="mentors"),
    path("nastavlyaemye/", lists.mentees, name="mentees"),
    path("soglasiya/", consents.consent_list, name="consents"),
    path("partnery/", partners.partner_list, name="partners"),
    path("partnery/<int:partner_id>/zakonchit/", partners.end, name="end_partnership"),
    path("dobavit/", adding.add, name="add"),
    path("<int:person_id>/", person.person, name="person"),
    path("<int:person_id>/pravka/", person.edit, name="edit"),
    path("<int:person_id>/nastavnik/", person.mentor_card, name="mentor_card"),
    path("<int:person_id>/nastavlyaemyj/", person.mentee_card, name="mentee_card"),
    path("<int:person_id>/ubrat/", person.archive, name="archive"),
    path("<int:person_id>/vernut/", person.restore, name="restore"),
    path("<int:person_id>/soglasie/", consents.add, name="add_consent"),
    path("<int:person_id>/soglasie/<int:consent_id>/otozvat/", consents.withdraw, name="withdraw_consent"),
]
