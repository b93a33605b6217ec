"""/a/innsyn/: what is odd in the log, and what takes two to open."""

from django.urls import path

from . import views

app_name = "oversight"
urlpatterns = [
    path("", views.everything, name="all"),
    path("sagt/", views.said, name="said"),
    path("nod/", views.break_glass, name="break_glass"),
    path("nod/<slug:reference>/", views.glass, name="glass"),
    path("utskrift/<slug:reference>/", views.export, name="export"),
    path("utskrift/<slug:reference>/vis/", views.shown, name="shown"),
    path("forseglet/<slug:reference>/", views.unseal, name="unseal"),
]
