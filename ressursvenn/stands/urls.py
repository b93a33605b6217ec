"""/a/standpunkt/: what editors do here."""

from django.urls import path

from .views import news, staff

app_name = "stands"
urlpatterns = [
    path("", staff.everything, name="all"),
    path("flere/", staff.several, name="several"),
    path("lagt-bort/", staff.aside, name="aside"),
    path("vises/", staff.passed, name="passed"),
    path("nyheter/", news.everything, name="news"),
    path("nyheter/<slug:reference>/", news.one, name="one_news"),
    path("nyheter/<slug:reference>/kast/", news.throw_away, name="throw_away_news"),
    path("<slug:reference>/slipp/", staff.let_pass, name="let_pass"),
    path("<slug:reference>/legg-bort/", staff.put_aside, name="put_aside"),
    path("<slug:reference>/hent-tilbake/", staff.fetch_back, name="fetch_back"),
]
