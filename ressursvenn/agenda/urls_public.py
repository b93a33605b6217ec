"""/krav/: what everybody may read, quote and fetch."""

from django.urls import path

from .views import data, public

app_name = "agenda_public"
urlpatterns = [
    path("", public.everything, name="all"),
    path("hull/<slug:name>/", public.hole, name="hole"),
    path("til/<slug:reference>/", public.addressee, name="addressee"),
    path("endret/", public.since, name="since"),
    path("tall/", public.figures, name="figures"),
    path("data/", data.about, name="data"),
    path("data/alt.json", data.as_json, name="json"),
    path("data/krav.csv", data.demands_csv, name="demands_csv"),
    path("data/versjoner.csv", data.versions_csv, name="versions_csv"),
    path("data/hendelser.csv", data.happenings_csv, name="happenings_csv"),
    path("data/belegg.csv", data.evidence_csv, name="evidence_csv"),
    path("data/tall.csv", data.figures_csv, name="figures_csv"),
    path("<slug:reference>/", public.one, name="one"),
    path("<slug:reference>/v/<int:number>/", public.version, name="version"),
]
