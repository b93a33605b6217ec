"""`/bli-ressursvenn/`"""

from django.urls import path

from . import views

app_name = "adverts_public"
urlpatterns = [
    path("", views.open_page, name="all"),
]
