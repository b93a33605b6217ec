"""Addresses of the neighbourhood, under /a/omraader/."""

from django.urls import path

from . import views

app_name = "neighbourhood"
urlpatterns = [
    path("", views.show_all, name="all"),
    path("sted/nytt/", views.new_place, name="new_place"),
    path("sted/<slug:reference>/bekreft/", views.confirm_place, name="confirm_place"),
    path("sted/<slug:reference>/ta-ut/", views.take_out_place, name="take_out_place"),
    path("gratis/nytt/", views.new_free_thing, name="new_free_thing"),
    path("gratis/<slug:reference>/bekreft/", views.confirm_free_thing, name="confirm_free_thing"),
    path("gratis/<slug:reference>/ta-ut/", views.take_out_free_thing, name="take_out_free_thing"),
]
