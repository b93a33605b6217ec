"""/a/tilskudd/: what staff do here."""

from django.urls import URLPattern

app_name = "grants"

urlpatterns: list[URLPattern] = []
