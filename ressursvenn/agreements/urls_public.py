"""`/ekte/`: is this paper one of ours?"""

from django.urls import path

from .views import public

app_name = "agreements_public"
urlpatterns = [
    path("", public.check, name="all"),
]
