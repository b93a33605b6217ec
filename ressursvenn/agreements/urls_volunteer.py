"""`/v/avtale/`: her own papers."""

from django.urls import path

from .views import volunteer

app_name = "agreements_volunteer"
urlpatterns = [
    path("", volunteer.own, name="all"),
    path("<slug:signing>/", volunteer.sign, name="sign"),
    path("<slug:signing>/papir/", volunteer.paper, name="paper"),
]
