"""`/v/varsler/`: what a volunteer chooses about notices. Her pairs answer at the rest of `/v/`."""

from django.urls import path

from .views import notices

app_name = "web_volunteer"
urlpatterns = [
    path("", notices.of_a_volunteer, name="notices"),
]
