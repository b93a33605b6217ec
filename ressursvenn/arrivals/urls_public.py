"""`/sok/`: somebody applies, comes back to what she began, and is thanked."""

from django.urls import path

from .views import public

app_name = "arrivals_public"
urlpatterns = [
    path("", public.apply_here, name="all"),
    path("takk/", public.thanks, name="thanks"),
    path("utkast/<slug:token>/", public.draft, name="draft"),
    path("utkast/<slug:token>/slett/", public.throw_away, name="throw_away"),
]
