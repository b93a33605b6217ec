"""The caretaker: does the rounds that are due, again and again, until it is told to stop."""

import signal
import threading

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from ressursvenn.web import rounds


class Command(BaseCommand):
    help = "Do the rounds that are due: erase, send, witness, tidy."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do what is due now, and stop")
        parser.add_argument("--every", type=float, default=15, metavar="SECONDS")

    def handle(self, *args, once, every, **options):
        stopped = threading.Event()
        if not once:
            for sign in (signal.SIGTERM, signal.SIGINT):
                signal.signal(sign, lambda *_: stopped.set())
        while not stopped.is_set():
            if done := rounds.do_what_is_due():
                self.stdout.write(", ".join(done))
                self.stdout.flush()
            if once:
                break
            stopped.wait(every)
            close_old_connections()
