"""Who must never meet, at /a/unna/."""

from django.urls import path

from . import views

app_name = "apart"
urlpatterns = [
    path("", views.queue, name="queue"),
    path("oppforing/<slug:reference>/", views.entry, name="entry"),
    path("<slug:reference>/", views.name, name="name"),
]
