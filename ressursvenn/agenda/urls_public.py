"""/krav/: what everybody may read."""

from django.urls import URLPattern

app_name = "agenda_public"

urlpatterns: list[URLPattern] = []
