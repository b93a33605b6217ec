"""`/a/kurs/`"""

from django.urls import path

from . import views

app_name = "training"
urlpatterns = [
    path("", views.everything, name="all"),
]
