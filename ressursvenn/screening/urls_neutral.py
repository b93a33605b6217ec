"""`/m/uttalelse/`: where a referee answers, once. Nothing here tells what it is about."""

from django.urls import path

from .views import neutral

app_name = "screening_neutral"
urlpatterns = [
    path("<str:word>/", neutral.statement, name="all"),
]
