"""`/`: the public face."""

from django.urls import path

from .views import leaving, machines, public

app_name = "web_public"
urlpatterns = [
    path("", public.front, name="front"),
    path("lukk/", leaving.leave, {"template": "web/leave_public.html"}, name="leave"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("nytt.json", machines.json_feed, name="json_feed"),
    path("nytt.xml", machines.atom_feed, name="atom_feed"),
]
