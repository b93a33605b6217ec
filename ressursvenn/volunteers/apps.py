"""That a volunteer is approved by two is known from when the house starts."""

from django.apps import AppConfig


class Volunteers(AppConfig):
    name = "ressursvenn.volunteers"

    def ready(self) -> None:
        from ressursvenn.together import acts

        from . import approval
        from .changes import approving

        acts.register(approval.act(approving._approved))
