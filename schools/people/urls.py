"""Addresses of people and consents: /<year>/lyudi/."""

from django.urls import include, path

from schools.people.views import adding, changing, coverage, lists, many, papers, partners, person, roles

app_name = "people"
urlpatterns = [
    path("", include("schools.people.import_urls")),
    path("", lists.mentors, name="mentors"),
    path("nastavlyaemye/", lists.mentees, name="mentees"),
    path("zaprosy/", coverage.requests, name="requests"),
    path("vypuskniki/", lists.future, name="future"),
    path("spisok/<slug:page>/otbor/", lists.keep_filter, name="keep_filter"),
    path("spisok/<slug:page>/otbor/<int:filter_id>/udalit/", lists.drop_filter, name="drop_filter"),
    path("spisok/<slug:page>/srazu/", many.many, name="many"),
    path("srazu/<int:act_id>/otmenit/", many.undo_last, name="undo_many"),
    path("partnery/", partners.partner_list, name="partners"),
    path("partnery/<int:partner_id>/", partners.partner, name="partner"),
    path("partnery/<int:partner_id>/zakonchit/", partners.end, name="end_partnership"),
    path("dobavit/", adding.add, name="add"),
    path("<int:person_id>/", person.person, name="person"),
    path("<int:person_id>/pravka/", person.edit, name="edit"),
    path("<int:person_id>/nastavnik/", person.mentor_card, name="mentor_card"),
    path("<int:person_id>/nastavlyaemyj/", person.mentee_card, name="mentee_card"),
    path("<int:person_id>/rol/", roles.add, name="add_role"),
    path("<int:person_id>/rol/<int:period_id>/zakonchit/", roles.end, name="end_role"),
    path("<int:person_id>/vyshel/<slug:role>/", roles.leave, name="leave_pool"),
    path("<int:person_id>/podderzhka/", roles.begin_measure, name="begin_support"),
    path("<int:person_id>/podderzhka/<int:support_id>/zakonchit/", roles.end_measure, name="end_support"),
    path("<int:person_id>/stal/", changing.become_another, name="become"),
    path("<int:person_id>/delo.docx", papers.personal_file, name="personal_file"),
    path("<int:person_id>/ubrat/", person.archive, name="archive"),
    path("<int:person_id>/vernut/", person.restore, name="restore"),
]
