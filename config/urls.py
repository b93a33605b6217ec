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
    path("a/deltakere/", include("ressursvenn.participants.urls")),
    path("a/unna/", include("ressursvenn.apart.urls")),
    path("a/koblinger/", include("ressursvenn.pairs.urls")),
    path("a/innsyn/", include("ressursvenn.oversight.urls")),
    path("a/regneark/", include("ressursvenn.spreadsheets.urls")),
    path("m/", include("ressursvenn.web.urls_neutral")),
    path("v/varsler/", include("ressursvenn.web.urls_volunteer")),
    path("v/", include("ressursvenn.pairs.urls_volunteer")),
]

if settings.REHEARSAL:
    urlpatterns.append(path("prove/", include("ressursvenn.rehearsal.urls")))

handler400 = "ressursvenn.web.views.errors.bad_request"
handler403 = "ressursvenn.web.views.errors.forbidden"
handler404 = "ressursvenn.web.views.errors.not_found"
handler429 = "ressursvenn.accounts.views.too_many_tries"  # too many tries to sign in
handler500 = "ressursvenn.web.views.errors.broken"
