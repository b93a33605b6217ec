"""`/`: the public face."""

from django.urls import path

from .views import leaving, public

app_name = "web_public"
urlpatterns = [
    path("", public.front, name="front"),
    path("om/", public.about, name="about"),
    path("tilgjengelighet/", public.accessibility, name="accessibility"),
    path("lukk/", leaving.leave, {"template": "web/leave_public.html"}, name="leave"),
    path("robots.txt", public.robots, name="robots"),
]
