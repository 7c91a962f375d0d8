"""Addresses of the district's board, after the school year."""

from django.urls import path

from dashboards import views

app_name = "dashboards"
urlpatterns = [
    path("", views.board, name="board"),
    path("dannye.xlsx", views.board_workbook, name="workbook"),
    path("shkola/<int:school_id>/", views.school, name="school"),
    path("<slug:code>/", views.chart, name="chart"),
]
