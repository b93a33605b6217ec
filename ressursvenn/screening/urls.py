"""`/a/opptak/`"""

from django.urls import path

from . import views

app_name = "screening"
urlpatterns = [
    path("", views.everything, name="all"),
]
