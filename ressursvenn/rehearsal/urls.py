"""`/prove/`: exists only where the made-up world does."""

from django.urls import path

from . import views

app_name = "rehearsal"
urlpatterns = [path("inn/", views.sign_in, name="sign_in")]
