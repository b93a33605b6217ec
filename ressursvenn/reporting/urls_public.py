"""/tall/: what everybody may read."""

from django.urls import URLPattern

app_name = "reporting_public"

urlpatterns: list[URLPattern] = []
