"""`/a/annonser/`"""

from django.urls import path

from .views import acts, desk, staff

app_name = "adverts"
urlpatterns = [
    path("", desk.everything, name="all"),
    path("ny/", staff.new, name="new"),
    path("nettside/", staff.website, name="website"),
    path("<slug:reference>/", staff.one, name="one"),
    path("<slug:reference>/rett/", staff.rewrite, name="rewrite"),
    path("<slug:reference>/frivillig/", staff.copy, name="copy"),
    path("<slug:reference>/publiser/", acts.publish, name="publish"),
    path("<slug:reference>/kast/", acts.throw_away, name="throw_away"),
    path("<slug:reference>/stans/", acts.pause, name="pause"),
    path("<slug:reference>/apne/", acts.open_again, name="open_again"),
    path("<slug:reference>/lukk/", acts.close, name="close"),
]
