"""/a/kurs/: the courses, one course and its evenings, and one volunteer's."""

from django.urls import path

from .views import people, staff

app_name = "training"

urlpatterns = [
    path("", staff.everything, name="all"),
    path("nytt/", staff.new, name="new"),
    path("ressursvenn/<slug:reference>/", people.of, name="of"),
    path("ressursvenn/<slug:reference>/bevis/", people.certificate, name="certificate"),
    path("kveld/<slug:reference>/", staff.move_evening, name="move_evening"),
    path("kveld/<slug:reference>/avlys/", staff.call_off_evening, name="call_off_evening"),
    path("kveld/<slug:reference>/hvem-kom/", people.attendance, name="attendance"),
    path("kveld/<slug:reference>/liste/", people.paper_list, name="list"),
    path("kveld/<slug:reference>/ta-igjen/<slug:volunteer>/", people.make_up, name="make_up"),
    path("<slug:reference>/", staff.one, name="one"),
    path("<slug:reference>/rett/", staff.put_right, name="put_right"),
    path("<slug:reference>/avlys/", staff.call_off, name="call_off"),
    path("<slug:reference>/kveld/", staff.put_in_evening, name="put_in_evening"),
    path("<slug:reference>/les/", staff.offer_material, name="offer_material"),
    path(
        "<slug:reference>/les/<int:number>/bort/", staff.take_out_material, name="take_out_material"
    ),
    path("<slug:reference>/inviter/", people.invite, name="invite"),
    path("<slug:reference>/meld-paa/<slug:volunteer>/", people.sign_up, name="sign_up"),
    path("<slug:reference>/meld-av/<slug:volunteer>/", people.withdraw, name="withdraw"),
]
