"""`/m/uttalelse/`"""

from django.urls import path

from . import views

app_name = "screening_neutral"
urlpatterns = [
    path("", views.single_use, name="all"),
]
