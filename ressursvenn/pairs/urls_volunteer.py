"""The volunteer's own pages, under /v/."""

from django.urls import path

from .views import volunteer

app_name = "pairs_volunteer"
urlpatterns = [
    path("", volunteer.first, name="first"),
    path("<slug:reference>/svar/", volunteer.answer, name="answer"),
    path("<slug:reference>/treff/", volunteer.log, {"happened": True}, name="met"),
    path("<slug:reference>/ikke-treff/", volunteer.log, {"happened": False}, name="not_met"),
    path("<slug:reference>/treff/<slug:meet_up>/", volunteer.correct, name="correct"),
    path("<slug:reference>/treff/<slug:meet_up>/angre/", volunteer.take_back, name="take_back"),
    path("<slug:reference>/neste/", volunteer.next_day, name="next_day"),
    path("<slug:reference>/bekymring/", volunteer.concern, name="concern"),
]
