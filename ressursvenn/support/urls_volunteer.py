"""`/v/veiledning/`"""

from django.urls import path

from . import views

app_name = "support_volunteer"
urlpatterns = [
    path("", views.own, name="all"),
]
