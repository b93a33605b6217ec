"""`/v/kurs/`"""

from django.urls import path

from . import views

app_name = "training_volunteer"
urlpatterns = [
    path("", views.own, name="all"),
]
