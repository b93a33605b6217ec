"""`/rapporter/`: what everybody may read."""

from django.urls import path

from .views import public

app_name = "status_public"

urlpatterns = [
    path("", public.everything, name="all"),
    path("om-dataene/", public.about_data, name="about_data"),
    path("<slug:reference>/", public.one, name="one"),
    path("<slug:reference>/rapport.html", public.file, {"kind": "html"}, name="html"),
    path("<slug:reference>/rapport.pdf", public.file, {"kind": "pdf"}, name="pdf"),
    path("<slug:reference>/data.json", public.file, {"kind": "json"}, name="json"),
    path("<slug:reference>/data.csv", public.file, {"kind": "csv"}, name="csv"),
]
