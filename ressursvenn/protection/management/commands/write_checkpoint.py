"""`write_checkpoint`: have the end of the log signed, and witnessed in both places. Every hour, by itself."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ressursvenn.protection import checkpoints, keeping


class Command(BaseCommand):
    help = "Få loggens ende underskrevet, og bevitnet på to steder utenfor huset."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            written = checkpoints.write()
        except keeping.Closed:
            raise CommandError("Nøkkelvokteren svarer ikke. Ingenting er bevitnet.") from None
        except keeping.Refused:
            raise CommandError(
                "Nøkkelvokteren har underskrevet lenger, eller noe annet, enn loggen nå sier: den kan være "
                "kuttet eller rullet tilbake. Kjør verify_log, og si fra til personvernansvarlig."
            ) from None
        self.stdout.write(
            f"Oppføring {written.checkpoint.number} er bevitnet. Nøkkel {written.checkpoint.key}."
        )
        missed = [place for place, done in enumerate(written.places, 1) if not done]
        if missed:
            raise CommandError(f"Sted {' og '.join(map(str, missed))} kunne ikke skrives.")
