"""/v/kurs/: what she is on, and what she may sign up for."""

from django.urls import path

from .views import volunteer

app_name = "training_volunteer"

urlpatterns = [
    path("", volunteer.own, name="all"),
    path("bevis/", volunteer.certificate, name="certificate"),
    path("kveld/<slug:reference>/kalender.ics", volunteer.calendar_file, name="calendar"),
    path("kveld/<slug:reference>/ta-igjen/", volunteer.make_up, name="make_up"),
    path("<slug:reference>/", volunteer.one, name="one"),
    path("<slug:reference>/meld-paa/", volunteer.sign_up, name="sign_up"),
    path("<slug:reference>/meld-av/", volunteer.withdraw, name="withdraw"),
]
