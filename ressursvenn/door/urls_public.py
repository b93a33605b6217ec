"""`/`: what everybody may read."""

from django.urls import path

from .views import public

app_name = "door_public"

urlpatterns = [
    path("ressursvenn/", public.page, {"place": "ressursvenn"}, name="ressursvenn"),
    path("hjelp/", public.help_in, {"language": "nb"}, name="help"),
    path("hjelp/<slug:language>/", public.help_in, name="help_in"),
    path("venn-eller-nabo/", public.page, {"place": "near"}, name="near"),
    path("om/", public.page, {"place": "about"}, name="about"),
    path("personvern/", public.page, {"place": "privacy"}, name="privacy"),
    path("tilgjengelighet/", public.page, {"place": "accessibility"}, name="accessibility"),
]
