"""That the legal basis takes two is known from when the house starts."""

from django.apps import AppConfig


class Screening(AppConfig):
    name = "ressursvenn.screening"

    def ready(self) -> None:
        from ressursvenn.together import acts

        from . import acts as ours
        from .changes import basis

        acts.register(ours.confirm_basis(basis._confirmed))
