"""`/a/avtaler/`: everybody's papers, the texts, and one volunteer's: signing, and leaving."""

from django.urls import path

from .views import farewell, staff

app_name = "agreements"
urlpatterns = [
    path("", staff.everything, name="all"),
    path("tekster/", staff.all_texts, name="texts"),
    path("<slug:reference>/", staff.of, name="of"),
    path("<slug:reference>/gjennomgang/", staff.going_through, name="going_through"),
    path("<slug:reference>/<slug:signing>/for-oss/", staff.sign_for_us, name="sign_for_us"),
    path("<slug:reference>/<slug:signing>/papir/", staff.paper, name="paper"),
    path("<slug:reference>/farvel/", farewell.leaving, name="leaving"),
    path("<slug:reference>/farvel/samtale/", farewell.talk, name="talk"),
    path("<slug:reference>/farvel/attest/", farewell.service, name="service"),
    path("<slug:reference>/farvel/slutt/", farewell.left, name="left"),
    path("<slug:reference>/farvel/spurt/", farewell.asked_again, name="asked_again"),
]
