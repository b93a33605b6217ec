"""`/a/sider/`: what editors do with the open pages."""

from django.urls import path

from .views import acts, links, staff

app_name = "door"

urlpatterns = [
    path("", staff.everything, name="all"),
    path("lenke/<slug:code>/", links.look, name="look"),
    path("versjon/<slug:reference>/", staff.version, name="version"),
    path("versjon/<slug:reference>/lest/", acts.read, name="read"),
    path("versjon/<slug:reference>/spor/", acts.ask, name="ask"),
    path("<slug:place>/<slug:language>/", staff.history, name="history"),
    path("<slug:place>/<slug:language>/skriv/", staff.write, name="write"),
]
