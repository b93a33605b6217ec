"""`/a/tall/`: what staff do here."""

from django.urls import path

from .views import acts, staff

app_name = "reporting"

urlpatterns = [
    path("", staff.everything, name="all"),
    path("foresla/", staff.propose, name="propose"),
    path("grense/", staff.limit, name="limit"),
    path("svar/", staff.answers, name="answers"),
    path("<slug:reference>/", staff.one, name="one"),
    path("<slug:reference>/spor/", acts.ask, name="ask"),
    path("<slug:reference>/kast/", acts.throw_away, name="throw_away"),
]
