"""Where the desk finds pairs: under /a/koblinger/. Addresses hold references, never names."""

from django.urls import path

from .views import meet_ups, staff, steps, suggestions

app_name = "pairs"
urlpatterns = [
    path("", staff.all_pairs, name="all"),
    path("forslag/", suggestions.suggestions, name="suggestions"),
    path("hvorfor/", suggestions.why_not, name="why_not"),
    path("bestem/", suggestions.decision, name="decision"),
    path("<slug:reference>/", staff.one, name="one"),
    path("<slug:reference>/godkjenning/", staff.approval, name="approval"),
    path("<slug:reference>/deltakerens-svar/", steps.her_answer, name="her_answer"),
    path("<slug:reference>/ressursvennens-svar/", steps.volunteer_answer, name="volunteer_answer"),
    path("<slug:reference>/forste-mote/", steps.introduction, name="introduction"),
    path("<slug:reference>/har-mottes/", steps.introduced, name="introduced"),
    path("<slug:reference>/treff/", meet_ups.log, {"happened": True}, name="met"),
    path("<slug:reference>/ikke-treff/", meet_ups.log, {"happened": False}, name="not_met"),
    path("<slug:reference>/treff/<slug:meet_up>/", meet_ups.correct, name="correct"),
    path("<slug:reference>/treff/<slug:meet_up>/angre/", meet_ups.take_back, name="take_back"),
    path("<slug:reference>/neste/", staff.next_day, name="next_day"),
    path("<slug:reference>/oppfolging/", steps.follow_up, name="follow_up"),
    path("<slug:reference>/bekymring/", steps.concern, name="concern"),
    path("<slug:reference>/avslutning/", steps.ending, name="ending"),
    path("<slug:reference>/avslutningssamtale/", steps.closing_talk, name="closing_talk"),
    path("<slug:reference>/avlysning/", steps.calling_off, name="calling_off"),
]
