"""/a/krav/: what editors do here."""

from django.urls import URLPattern

app_name = "agenda"

urlpatterns: list[URLPattern] = []
