"""`/bli-ressursvenn/`"""

from django.urls import path

from .views import public

app_name = "adverts_public"
urlpatterns = [
    path("", public.everything, name="all"),
    path("annonser.json", public.json_feed, name="json_feed"),
    path("annonser.xml", public.atom_feed, name="atom_feed"),
    path("<slug:reference>/", public.one, name="one"),
    path("<slug:reference>/bilde.png", public.picture, name="picture"),
]
