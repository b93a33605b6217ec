"""`/a/soknader/`"""

from django.urls import path

from . import views

app_name = "arrivals"
urlpatterns = [
    path("", views.everything, name="all"),
]
