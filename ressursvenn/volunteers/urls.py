"""/a/ressursvenner/: the list, one volunteer, and an address for each act."""

from django.urls import path

from .views import account, acts, board, cards, everyone, presenting, standing

app_name = "volunteers"

urlpatterns = [
    path("", everyone.everyone, name="all"),
    path("ny/", cards.new, name="new"),
    path("tavle/", board.board, name="board"),
    path("godkjenning/", everyone.ask_for_all, name="ask_for_all"),
    path("<slug:reference>/", standing.standing, name="standing"),
    path("<slug:reference>/kort/", cards.card, name="card"),
    path("<slug:reference>/innlogging/", account.account, name="account"),
    path("<slug:reference>/presentasjon/", presenting.presentation, name="presentation"),
    path("<slug:reference>/kontakt/", standing.contact, name="contact"),
    path("<slug:reference>/kontakt/rett/", acts.contact_corrected, name="contact_corrected"),
    path(
        "<slug:reference>/bekymring/<slug:concern>/avklart/",
        acts.concern_settled,
        name="concern_settled",
    ),
    path("<slug:reference>/kurs/<int:note>/stryk/", acts.hours_struck, name="hours_struck"),
    *(
        path(f"<slug:reference>/{act.path}/", view, name=act.name)
        for act, view in acts.VIEWS.items()
    ),
]
