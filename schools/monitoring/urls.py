"""Addresses of the monitoring form."""

from django.urls import path

from schools.monitoring import views

app_name = "monitoring"
urlpatterns = [
    path("", views.form, name="form"),
    path("sdannye/", views.history, name="history"),
    path("<int:campaign_id>/razdel/<str:block>/", views.block, name="block"),
    path("<int:campaign_id>/stroka/<str:code>/", views.line, name="line"),
    path("<int:campaign_id>/proverka/", views.check, name="check"),
    path("<int:campaign_id>/sdat/", views.submit, name="submit"),
    path("<int:campaign_id>/kvitanciya/<int:version>/", views.receipt, name="receipt"),
]
