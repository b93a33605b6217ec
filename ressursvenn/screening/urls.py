"""`/a/opptak/`: who is on her way in, one of them, and what two need to know her."""

from django.urls import path

from .views import paper, referees, staff, standing

app_name = "screening"
urlpatterns = [
    path("", staff.everybody, name="all"),
    path("kriterier/", staff.criteria_page, name="criteria"),
    path("guide/", staff.guide, name="guide"),
    path("mottaker/", staff.recipient, name="recipient"),
    path("hjemmel/", staff.basis, name="basis"),
    path("<slug:reference>/", standing.of, name="of"),
    path("<slug:reference>/notater/", standing.notes, name="notes"),
    path("<slug:reference>/notater/mangler/", standing.notes_missing, name="notes_missing"),
    path("<slug:reference>/nei/", standing.ending, name="ending"),
    path("<slug:reference>/papir/", paper.purpose, name="paper"),
    path("<slug:reference>/referanse/", referees.noted, name="referee_noted"),
    path(
        "<slug:reference>/referanse/<slug:referee>/nummer/",
        referees.contact,
        name="referee_contact",
    ),
    path("<slug:reference>/referanse/<slug:referee>/lenke/", referees.link, name="referee_link"),
    path("<slug:reference>/referanse/<slug:referee>/svar/", referees.statement, name="statement"),
    path(
        "<slug:reference>/referanse/<slug:referee>/stryk/", referees.struck, name="referee_struck"
    ),
]
