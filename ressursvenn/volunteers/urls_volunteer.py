"""`/v/om-meg/`: what she offers, what may be told of her, and her own pause."""

from django.urls import path

from .views import presenting

app_name = "volunteers_volunteer"
urlpatterns = [
    path("", presenting.own, name="all"),
    path("pause/", presenting.own_pause, name="pause"),
    path("tilbake/", presenting.own_return, name="resume"),
]
