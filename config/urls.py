"""Which room answers where. `/` public, `/v/` volunteer, `/a/` staff, `/m/` neutral."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("ressursvenn.web.urls_public")),
    path("a/", include("ressursvenn.web.urls_staff")),
    path("a/inn/", include("ressursvenn.accounts.urls")),
    path("a/to/", include("ressursvenn.together.urls")),
    path("a/omraader/", include("ressursvenn.neighbourhood.urls")),
    path("a/ressursvenner/", include("ressursvenn.volunteers.urls")),
    path("a/annonser/", include("ressursvenn.adverts.urls")),
    path("a/soknader/", include("ressursvenn.arrivals.urls")),
    path("a/opptak/", include("ressursvenn.screening.urls")),
    path("a/kurs/", include("ressursvenn.training.urls")),
    path("a/avtaler/", include("ressursvenn.agreements.urls")),
    path("a/veiledning/", include("ressursvenn.support.urls")),
    path("a/deltakere/", include("ressursvenn.participants.urls")),
    path("a/unna/", include("ressursvenn.apart.urls")),
    path("a/koblinger/", include("ressursvenn.pairs.urls")),
    path("a/allianse/", include("ressursvenn.alliance.urls")),
    path("a/standpunkt/", include("ressursvenn.stands.urls")),
    path("a/krav/", include("ressursvenn.agenda.urls")),
    path("a/rapporter/", include("ressursvenn.status.urls")),
    path("a/sider/", include("ressursvenn.door.urls")),
    path("a/tall/", include("ressursvenn.reporting.urls")),
    path("a/tilskudd/", include("ressursvenn.grants.urls")),
    path("a/innsyn/", include("ressursvenn.oversight.urls")),
    path("a/regneark/", include("ressursvenn.spreadsheets.urls")),
    path("bli-ressursvenn/", include("ressursvenn.adverts.urls_public")),
    path("sok/", include("ressursvenn.arrivals.urls_public")),
    path("ekte/", include("ressursvenn.agreements.urls_public")),
    path("rod-knapp/", include("ressursvenn.alliance.urls_public")),
    path("ta-standpunkt/", include("ressursvenn.stands.urls_public")),
    path("krav/", include("ressursvenn.agenda.urls_public")),
    path("rapporter/", include("ressursvenn.status.urls_public")),
    path("tall/", include("ressursvenn.reporting.urls_public")),
    path("m/", include("ressursvenn.web.urls_neutral")),
    path("m/uttalelse/", include("ressursvenn.screening.urls_neutral")),
    path("v/varsler/", include("ressursvenn.web.urls_volunteer")),
    path("v/kurs/", include("ressursvenn.training.urls_volunteer")),
    path("v/avtale/", include("ressursvenn.agreements.urls_volunteer")),
    path("v/veiledning/", include("ressursvenn.support.urls_volunteer")),
    path("v/om-meg/", include("ressursvenn.volunteers.urls_volunteer")),
    path("v/", include("ressursvenn.pairs.urls_volunteer")),
    path("", include("ressursvenn.door.urls_public")),
]

if settings.REHEARSAL:
    urlpatterns.append(path("prove/", include("ressursvenn.rehearsal.urls")))

handler400 = "ressursvenn.web.views.errors.bad_request"
handler403 = "ressursvenn.web.views.errors.forbidden"
handler404 = "ressursvenn.web.views.errors.not_found"
handler429 = "ressursvenn.accounts.views.too_many_tries"  # too many tries to sign in
handler500 = "ressursvenn.web.views.errors.broken"
