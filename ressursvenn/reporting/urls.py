"""/a/tall/: what staff do here."""

from django.urls import URLPattern

app_name = "reporting"

urlpatterns: list[URLPattern] = []
