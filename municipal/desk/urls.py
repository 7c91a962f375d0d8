"""Address of the methodist's first page."""

from django.urls import path

from municipal.desk.views import today

app_name = "desk"
urlpatterns = [path("", today.today, name="today")]
