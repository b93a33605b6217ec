"""/rod-knapp/: what everybody may read."""

from django.urls import URLPattern

app_name = "alliance_public"

urlpatterns: list[URLPattern] = []
