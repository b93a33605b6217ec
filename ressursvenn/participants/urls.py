"""Participants, at /a/deltakere/."""

from django.urls import path

from . import message_views, views

app_name = "participants"
urlpatterns = [
    path("", views.everyone, name="all"),
    path("ny/", views.refer, name="refer"),
    path("<slug:reference>/", views.one, name="one"),
    path("<slug:reference>/hvorfor/", views.why, name="why"),
    path("<slug:reference>/ny-koordinator/", views.hand_over, name="hand_over"),
    path("<slug:reference>/kort/", views.card, name="card"),
    path("<slug:reference>/onsker/", views.wishes, name="wishes"),
    path("<slug:reference>/kontakt/", views.contact, name="contact"),
    path("<slug:reference>/melding/", message_views.message, name="message"),
    path("<slug:reference>/melding/ordnet/", message_views.settled, name="message_settled"),
    path("<slug:reference>/tatt-imot/", views.received, name="received"),
    path("<slug:reference>/har-flyttet/", views.left, name="left"),
    path("<slug:reference>/akutt-over/", views.acute_over, name="acute_over"),
    path("<slug:reference>/samtykke/", views.consent, name="consent"),
    path("<slug:reference>/trakk-seg/", views.withdraw, name="withdraw"),
    path("<slug:reference>/ukjent-kobling/", views.unknown_pair, name="unknown_pair"),
    path(
        "<slug:reference>/kobling-avklart/", views.unknown_pair_settled, name="unknown_pair_settled"
    ),
]
