"""Addresses of the municipality's schools."""

from django.urls import path

from municipal.desk.views import schools, seats

app_name = "schools"
urlpatterns = [
    path("", schools.school_list, name="list"),
    path("priglasheniya/esche-raz/", seats.ask_the_rest, name="seats_again"),
    path("<int:school_id>/kurator/", seats.seat_page, name="seat"),
    path("<int:school_id>/kurator/priglasit/", seats.ask, name="seat_ask"),
    path("<int:school_id>/kurator/<int:request_id>/esche-raz/", seats.again, name="seat_again"),
    path("<int:school_id>/kurator/<int:request_id>/otozvat/", seats.cancel, name="seat_cancel"),
]
