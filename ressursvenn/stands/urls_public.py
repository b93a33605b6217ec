"""/ta-standpunkt/: what everybody may read and do."""

from django.urls import path

from .views import showing, taking

app_name = "stands_public"
urlpatterns = [
    path("", taking.take, name="take"),
    path("takk/", taking.thanks, name="thanks"),
    path("bekreft/<slug:word>/", taking.confirm, name="confirm"),
    path("bekreft/<slug:word>/ta-bort/", taking.take_back, name="take_back"),
    path("nyheter/<slug:word>/", taking.out, name="out"),
    path("alle/", showing.everything, name="all"),
    path("materiell/", showing.material, name="material"),
    path("materiell/plakat.pdf", showing.poster, name="poster"),
    path("materiell/merker.pdf", showing.badges, name="badges"),
    path("materiell/bilde.png", showing.picture, name="share"),
    path("materiell/knapp.png", showing.button, name="button"),
    path("jeg-baerer-knappen/", showing.wear, name="wear"),
    path("<slug:reference>/", showing.one, name="one"),
    path("<slug:reference>/bilde.png", showing.picture, name="picture"),
    path("<slug:reference>/plakat.pdf", showing.poster, name="own_poster"),
]
