"""/ta-standpunkt/: what everybody may read."""

from django.urls import URLPattern

app_name = "stands_public"

urlpatterns: list[URLPattern] = []
