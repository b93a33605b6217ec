"""/rapporter/: what everybody may read."""

from django.urls import URLPattern

app_name = "status_public"

urlpatterns: list[URLPattern] = []
