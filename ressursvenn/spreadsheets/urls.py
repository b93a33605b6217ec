"""/a/regneark/: staff alone."""

from django.urls import path

from . import views

app_name = "spreadsheets"

urlpatterns = [
    path("", views.bring_in, name="bring_in"),
    path("ta-inn/", views.take_in, name="take_in"),
    path("rad/<slug:reference>/", views.proposal, name="proposal"),
    path("<slug:reference>/", views.result, name="result"),
    path("<slug:reference>/rader/", views.rows, name="rows"),
    path("<slug:reference>/hvem/", views.who, name="who"),
    path("<slug:reference>/tilbake/", views.take_back, name="take_back"),
]
