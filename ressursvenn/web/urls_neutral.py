"""`/m/`: pages without a name. The way out of everything on the desk's host is one of them."""

from django.urls import path

from .views import leaving

app_name = "web_neutral"
urlpatterns = [
    path("lukk/", leaving.leave, {"template": "web/leave_neutral.html"}, name="leave"),
]
