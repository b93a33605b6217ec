"""`python -m mutants [--sample N --seed S | --all] [--room ROOM] [--kind WORD] [--list] [--roughly]`"""

import argparse
import json
import queue
import random
import sys
import threading
import time
from collections import Counter
from pathlib import Path

from . import finding, named
from .trying import Place
from .who import Who

ROOT = Path(__file__).resolve().parent.parent
WANTED = 95  # per cent


def chosen(guards, number, seed):
    """So many, evenly over the rooms: one of each in turn, drawn by lot."""
    draw, by_room = random.Random(seed), {}  # noqa: S311 -- a lot that can be drawn again
    for guard in draw.sample(guards, len(guards)):
        by_room.setdefault(guard.room, []).append(guard)
    drawn = []
    while len(drawn) < min(number, len(guards)):
        for room in sorted(by_room):
            if by_room[room] and len(drawn) < number:
                drawn.append(by_room[room].pop())
    return drawn


def tried(guards, jobs, roughly):
    """Each guard once, so many at a time; told as they come."""
    waiting, done = queue.SimpleQueue(), queue.SimpleQueue()
    who = Who(ROOT, ROOT / ".data", roughly=roughly)
    places = [Place(ROOT, who) for _ in range(jobs)]
    say("Seeing which tests go through what ...")
    who.find(places[0].tree, jobs)
    for guard in guards:
        waiting.put(guard)
    for place in places:
        threading.Thread(target=works, args=(place, waiting, done), daemon=True).start()
    for number in range(1, len(guards) + 1):
        one = done.get()
        if isinstance(one, BaseException):
            raise SystemExit(f"stopped: {one}")
        word = f"red ({one.by})" if one.killed else "GREEN"
        say(
            f"{number:4} of {len(guards)} {one.seconds:6.0f} s  {word:16}"
            f" {one.guard.where} {one.guard.kind}"
        )
        yield one


def works(place, waiting, done):
    """One place, one guard after another, until none is left."""
    try:
        place.prepare()
        while True:
            done.put(place.tries(waiting.get_nowait()))
    except queue.Empty:
        return
    except BaseException as trouble:
        done.put(trouble)
    finally:
        place.goes()


def say(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def told(results, seconds):
    """The figure, the survivors, and a line that a machine reads, the last."""
    killed = sum(one.killed for one in results)
    survivors = sorted(one.guard for one in results if not one.killed)
    share = 100 * killed / len(results)
    for guard in survivors:
        say(f"survived: {guard.where} {guard.kind}")
    rooms = Counter(one.guard.room for one in results)
    lost = Counter(guard.room for guard in survivors)
    say(
        "by room: "
        + ", ".join(f"{room} {rooms[room] - lost[room]}/{rooms[room]}" for room in sorted(rooms))
    )
    say(f"{killed} of {len(results)} mutants turned a test red ({share:.1f} %)")
    say(
        json.dumps({
            "mutants": len(results), "red": killed, "per_cent": round(share, 1), "wanted": WANTED,
            "seconds": round(seconds), "survivors": [f"{guard.where} {guard.kind}" for guard in survivors],
        })
    )  # fmt: skip
    return share >= WANTED


def main():
    options = argparse.ArgumentParser(prog="dev.py mutate-guards", allow_abbrev=False)
    options.add_argument("--all", action="store_true", help="every guard there is; an hour or more")
    options.add_argument("--sample", type=int, default=24, metavar="N")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--room", default="")
    options.add_argument("--kind", default="", help="only those whose kind holds this")
    options.add_argument("--at", default="", help="only those whose file and line begin so")
    options.add_argument("--list", action="store_true", help="name them and do nothing")
    options.add_argument("--jobs", type=int, default=2)
    options.add_argument(
        "--roughly", action="store_true", help="whom to ask first as found last time"
    )
    how = options.parse_args()
    guards = [
        guard
        for guard in sorted({*finding.guards(ROOT), *named.guards(ROOT)})
        if how.room in ("", guard.room)
        and how.kind in guard.kind
        and guard.where.startswith(how.at)
    ]
    if not how.all and not how.list:
        guards = chosen(guards, how.sample, how.seed)
    if how.list:
        for guard in guards:
            say(f"{guard.where} {guard.kind}")
        say(f"{len(guards)} guards: {dict(Counter(guard.room for guard in guards))}")
        return
    began = time.monotonic()
    kept = told(list(tried(guards, how.jobs, how.roughly)), time.monotonic() - began)
    sys.exit(not kept)


if __name__ == "__main__":
    main()
