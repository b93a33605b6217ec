"""`/a/soknader/`: what came in, what is held back, a pasted e-mail, and the answer to one applicant."""

from django.urls import path

from .views import answering, staff

app_name = "arrivals"
urlpatterns = [
    path("", staff.everything, name="all"),
    path("lim-inn/", staff.paste, name="paste"),
    path("<slug:reference>/svar/", answering.answer, name="answer"),
    path("<slug:reference>/slipp-inn/", staff.let_in, name="let_in"),
    path("<slug:reference>/avslaa/", staff.turn_away, name="turn_away"),
]
