"""`/ekte/`"""

from django.urls import path

from . import views

app_name = "agreements_public"
urlpatterns = [
    path("", views.open_page, name="all"),
]
