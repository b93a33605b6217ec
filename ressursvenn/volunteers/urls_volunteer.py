"""`/v/om-meg/`: what she offers, and what may be told of her."""

from django.urls import path

from .views import presenting

app_name = "volunteers_volunteer"
urlpatterns = [
    path("", presenting.own, name="all"),
]
