"""/: what everybody may read."""

from django.urls import URLPattern

app_name = "door_public"

urlpatterns: list[URLPattern] = []
