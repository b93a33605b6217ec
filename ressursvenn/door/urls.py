"""/a/sider/: what editors do here."""

from django.urls import URLPattern

app_name = "door"

urlpatterns: list[URLPattern] = []
