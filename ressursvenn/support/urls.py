"""`/a/veiledning/`: what waits, groups and their evenings, gatherings, and one volunteer."""

from django.urls import path

from .views import gatherings, groups, staff

app_name = "support"
urlpatterns = [
    path("", staff.everything, name="all"),
    path("grupper/ny/", groups.new, name="new_group"),
    path("gruppe/<slug:reference>/", groups.group, name="group"),
    path("gruppe/<slug:reference>/rett/", groups.corrected, name="group_corrected"),
    path("gruppe/<slug:reference>/kveld/", groups.evening_set, name="evening_set"),
    path("gruppe/<slug:reference>/med/", groups.member_in, name="member_in"),
    path("gruppe/<slug:reference>/ut/<slug:volunteer>/", groups.member_out, name="member_out"),
    path("gruppe/<slug:reference>/legg-ned/", groups.laid_down, name="laid_down"),
    path("kveld/<slug:reference>/", groups.evening, name="evening"),
    path("kveld/<slug:reference>/avlys/", groups.called_off, name="called_off"),
    path("samlinger/ny/", gatherings.new, name="new_gathering"),
    path("samling/<slug:reference>/", gatherings.counted, name="counted"),
    path("samling/<slug:reference>/rett/", gatherings.corrected, name="gathering_corrected"),
    path("samling/<slug:reference>/avlys/", gatherings.called_off, name="gathering_off"),
    path("ressursvenn/<slug:reference>/", staff.of, name="of"),
    path("ressursvenn/<slug:reference>/samtale/", staff.talk, name="talk"),
]
