"""`/v/avtale/`"""

from django.urls import path

from . import views

app_name = "agreements_volunteer"
urlpatterns = [
    path("", views.own, name="all"),
]
