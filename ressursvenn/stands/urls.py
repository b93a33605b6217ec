"""/a/standpunkt/: what editors do here."""

from django.urls import URLPattern

app_name = "stands"

urlpatterns: list[URLPattern] = []
