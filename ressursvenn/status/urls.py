"""`/a/rapporter/`: what editors do here."""

from django.urls import path

from .views import acts, staff

app_name = "status"

urlpatterns = [
    path("", staff.everything, name="all"),
    path("ny/", staff.new, name="new"),
    path("<slug:reference>/", staff.one, name="one"),
    path("<slug:reference>/skriv/", staff.write, name="write"),
    path("<slug:reference>/utkast.pdf", staff.draft, name="draft"),
    path("<slug:reference>/spor/", acts.ask, name="ask"),
    path("<slug:reference>/kast/", acts.throw_away, name="throw_away"),
]
