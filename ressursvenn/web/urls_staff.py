"""`/a/`: the desk."""

from django.urls import path

from .views import staff

app_name = "web"
urlpatterns = [path("", staff.my_day, name="my_day")]
