"""What a figure for a funder means stands beside what a number about participants means, in the open."""

from django.apps import AppConfig


class Grants(AppConfig):
    name = "ressursvenn.grants"

    def ready(self) -> None:
        from ressursvenn.reporting import figures as reporting

        from . import counting

        for one in counting.FIGURES.values():
            reporting.define_also(**counting.defined(one))
