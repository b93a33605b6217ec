"""`/a/to/`: what takes two people."""

from django.urls import path

from . import views

app_name = "together"
urlpatterns = [
    path("", views.everything, name="all"),
    path("flere/", views.answer_many, name="answer_many"),
    path("rolle/", views.role, name="role"),
    path("tilgang/", views.recovery, name="recovery"),
    path("<slug:reference>/svar/", views.answer, name="answer"),
    path("<slug:reference>/ta-tilbake/", views.take_back, name="take_back"),
]
