"""/rod-knapp/: what everybody may read."""

from django.urls import path

from .views import public

app_name = "alliance_public"
urlpatterns = [
    path("", public.front, name="front"),
    path("medlemmer/", public.members, name="members"),
    path("knapper/", public.buttons, name="buttons"),
    path("knapper/bestill/", public.order, name="order"),
    path("knapper/bestilt/", public.ordered, name="ordered"),
    path("kalender/", public.calendar, name="calendar"),
    path("kalender/<int:year>/", public.calendar_of, name="calendar_of"),
    path("kalender.ics", public.calendar_as_file, name="calendar_file"),
    path("aksjon/<slug:reference>/", public.action, name="action"),
    path("bilde/<slug:reference>.jpg", public.picture, name="picture"),
    path("bilde/<slug:reference>/lite.jpg", public.small_picture, name="small_picture"),
]
