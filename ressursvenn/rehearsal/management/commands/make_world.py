"""`manage make_world [--size N] [--seed N]`: the made-up world, unless there is one already."""

from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from ressursvenn.protection import checkpoints, keeping
from ressursvenn.rehearsal import world


class Command(BaseCommand):
    help = "Make the made-up world: invented people and a year of pairs, alive around today."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--size", type=int, default=1, help="so many times as many people")
        parser.add_argument("--seed", type=int, default=world.SEED)

    def handle(self, *args: Any, size: int, seed: int, **options: Any) -> None:
        try:
            world.make(size, seed)
        except ValueError:
            self.stderr.write("Her er det en verden fra før. Den får stå.")
            return
        checkpoints.begin_anew()  # what witnessed the log of an older world
        with suppress(keeping.Closed, keeping.Refused):
            checkpoints.write()
