"""`/tall/`: what everybody may read. An address with a year in it never changes what it gives."""

from django.urls import path

from .views import public

app_name = "reporting_public"

urlpatterns = [
    path("", public.everything, name="all"),
    path("definisjoner/", public.definitions, name="definitions"),
    path("om-dataene/", public.about_data, name="about_data"),
    path("<int:year>/", public.one, name="one"),
    path("<int:year>/tall.json", public.file, {"kind": "json"}, name="json"),
    path("<int:year>/tall.csv", public.file, {"kind": "csv"}, name="csv"),
    path("<int:year>/om.json", public.file, {"kind": "metadata"}, name="metadata"),
]
