"""`/v/veiledning/`: her own evening, and a quiet way to say that it is heavy."""

from django.urls import path

from .views import volunteer

app_name = "support_volunteer"
urlpatterns = [
    path("", volunteer.own, name="all"),
    path("tungt/", volunteer.heavy, name="heavy"),
    path("tatt-tilbake/", volunteer.taken_back, name="taken_back"),
    path("<slug:evening>/kommer/", volunteer.coming, name="coming"),
    path("<slug:evening>/kalender/", volunteer.in_calendar, name="calendar"),
]
