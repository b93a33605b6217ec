"""`/a/`: the desk."""

from django.urls import path

from .views import erasing, notices, staff

app_name = "web"
urlpatterns = [
    path("", staff.my_day, name="my_day"),
    path("varsler/", notices.at_the_desk, name="notices"),
    path("runder/", erasing.caretaker, name="rounds"),
    path("slettes/<slug:reference>/", erasing.one, name="erasing"),
    path("slettes/<slug:reference>/behold/", erasing.keep, name="erasing_keep"),
    path("slettes/<slug:reference>/naa/", erasing.now, name="erasing_now"),
]
