"""A flood of forged stands: nothing of it shows, others are hardly slowed, and the disk is not filled.

A real server, as `dev.py run` starts it, behind one proxy of ours so that every forged stand comes from an
address of its own. One in ten has solved its puzzle, and the letters' round sends meanwhile, far oftener than
the house does. Whoever reads the front page and the form, in a process of its own, is timed in quiet and in
flood by turns, so that a machine that is slower for a while is so for both. RESSURSVENN_FLOOD is how many
stands are sent (10,000 in a minute of flood unless said otherwise; fewer keep the pace).
"""

import asyncio
import contextlib
import os
import re
import socket
import statistics
import subprocess
import sys
import time
from hashlib import sha256
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

from benches._house import house

FLOOD = int(os.environ.get("RESSURSVENN_FLOOD") or 10_000)
A_SECOND = 10_000 / 60
SOLVED = 10  # every tenth
TURNS = 6  # quiet, flood, quiet, flood ...
SEND_EVERY = 2.0  # the house: once a minute
FORM = "/ta-standpunkt/"
READ = {"front": "/", "form": FORM}
ROOT = Path(__file__).resolve().parent.parent
LIMITS = {
    "shown": 0.5,
    "front_slower_percent": 25.0,
    "form_slower_percent": 25.0,
    "grown_megabytes": 8.0,
    "letters_to_the_unsolved": 0.5,
    "letters_beyond_the_rounds": 0.5,
    "answered_otherwise": 0.5,
}
EXPECTED = {302, 429, 503}


def measure():
    os.environ["RESSURSVENN_TRUSTED_PROXIES"] = "1"
    with house(world=0) as folder, served() as port:
        from ressursvenn.stands import queries

        before, size = queries.shown().count(), size_of(folder)
        puzzles = [solved() for _ in range(0, FLOOD, SOLVED)]
        quiet, flooded, waves, answers, rounds = asyncio.run(flood(port, puzzles))
        return {
            **received(answers, waves),
            **{key: value for page in READ for key, value in slowed(page, quiet, flooded)},
            **lettered(rounds),
            "shown": float(queries.shown().count() - before),
            "grown_megabytes": round((size_of(folder) - size) / 1e6, 2),
        }


def received(answers, flooded):
    """How many were sent in how long, and what became of them."""
    return {
        "sent": float(sum(answers.values())),
        "seconds": round(sum(end - start for start, end in flooded), 1),
        "let_in": float(answers.get(302, 0)),
        "turned_away": float(answers.get(429, 0) + answers.get(503, 0)),
        "answered_otherwise": float(sum(n for code, n in answers.items() if code not in EXPECTED)),
    }


def slowed(page, quiet, flooded):
    """One page before the flood and during it: the middle one of all its readings."""
    before, during = (statistics.median(times[page]) for times in (quiet, flooded))
    yield f"{page}_quiet_milliseconds", round(1000 * before, 1)
    yield f"{page}_flooded_milliseconds", round(1000 * during, 1)
    yield f"{page}_slower_percent", round(max(0.0, 100 * (during / before - 1)), 1)


def lettered(rounds):
    """Whom the house has written to: only who has solved, and in each round no more than it may."""
    from ressursvenn.stands import pace
    from ressursvenn.stands.models import Stand

    written_to = Stand.objects.exclude(letter_day=None)
    return {
        "let_in_solved": float(Stand.objects.filter(solved=True).count()),
        "letters": float(written_to.count()),
        "letters_to_the_unsolved": float(written_to.filter(solved=False).count()),
        "letters_beyond_the_rounds": float(sum(n > pace.LETTERS_AT_A_TIME for n in rounds)),
    }


def solved():
    """A puzzle's word with its answer, found the way a forger would: it is good for one stand."""
    from ressursvenn.stands import pace, puzzle

    word, few = puzzle.new_word(), 1 << (256 - pace.PUZZLE_BITS)
    tried = (
        n for n in count() if int.from_bytes(sha256(f"{word}.{n}".encode()).digest(), "big") < few
    )
    return word, str(next(tried))


async def flood(port, puzzles):
    """Reading times without and with the flood, how often each status was answered, and letters by round."""
    held, answers, rounds, flooded = await form(port), {}, [], []
    reader = subprocess.Popen(
        [sys.executable, "-m", "benches._reader", str(port), *READ.values()],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    os.nice(
        10
    )  # a forger sends from elsewhere: here she steps aside for the server and for whoever reads
    letters = asyncio.create_task(sends(rounds))
    for turn in range(TURNS):
        await asyncio.sleep(max(FLOOD / A_SECOND, 5) / TURNS)
        began = time.monotonic()
        await wave(port, range(turn, FLOOD, TURNS), held, puzzles, answers)
        flooded.append((began, time.monotonic()))
    letters.cancel()
    told, _ = reader.communicate()
    return *sorted_out(told, flooded), flooded, answers, rounds


async def wave(port, numbers, held, puzzles, answers):
    """So many of them, at the pace."""
    began, sending = time.perf_counter(), set()
    for nth, number in enumerate(numbers):
        await asyncio.sleep(max(0, began + nth / A_SECOND - time.perf_counter()))
        answer = puzzles[number // SOLVED] if number % SOLVED == 0 else ("", "")
        task = asyncio.create_task(forged(port, number, (*held, *answer), answers))
        sending.add(task)
        task.add_done_callback(sending.discard)
    await asyncio.gather(*sending)


def sorted_out(told, flooded):
    """The readings that fell in the quiet, and those in a flood, by page."""
    quiet, during = ({page: [] for page in READ} for _ in range(2))
    named = {path: page for page, path in READ.items()}
    for began, path, taken in map(str.split, told.splitlines()):
        wet = any(start <= float(began) <= end for start, end in flooded)
        (during if wet else quiet)[named[path]].append(float(taken))
    return quiet, during


async def sends(rounds):
    """The letters' round, again and again; and how many left in each."""
    while True:
        rounds.append(await asyncio.to_thread(letters_round))
        await asyncio.sleep(SEND_EVERY)


def letters_round():
    """As the house does it, on a connection of its own."""
    from django.db import connection

    from ressursvenn.stands import changes

    try:
        return changes.send_letters(by=None)
    finally:
        connection.close()


async def forged(port, number, held, answers):
    """One stand with a forged name, from an address of its own."""
    token, cookie, word, answer = held
    address = f"10.{number // 65536}.{number // 256 % 256}.{number % 256}"
    sent = urlencode({
        "csrfmiddlewaretoken": token, "kind": "person", "name": "Falsk", "county": "",
        "sentence": f"Tull {number}",
        "email": f"falsk{number}@example.org", "word": word, "answer": answer,
    }).encode()  # fmt: skip
    head = {
        "Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(sent)),
        "Cookie": cookie, "X-Forwarded-For": address, "Origin": f"http://localhost:{port}",
    }  # fmt: skip
    try:
        status, _, _ = await ask(port, "POST", FORM, head, sent)
    except (OSError, ValueError, IndexError):
        status = 0
    answers[status] = answers.get(status, 0) + 1


async def form(port):
    """What everybody who opens the form gets, and a forger too: the token and the cookie beside it."""
    _, head, body = await ask(port, "GET", FORM, {"X-Forwarded-For": "192.0.2.2"})
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', body)[1]
    cookie = re.search(r"(?im)^set-cookie:\s*(form=[^;]+)", head)[1]
    return token, cookie


async def ask(port, method, path, head, body=b""):
    """One request on a connection of its own: status, head and body."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    lines = [f"{method} {path} HTTP/1.1", f"Host: localhost:{port}", "Connection: close"]
    lines += [f"{name}: {value}" for name, value in head.items()]
    writer.write("\r\n".join([*lines, "", ""]).encode() + body)
    answer = (await asyncio.wait_for(reader.read(), 60)).decode("utf-8", "replace")
    writer.close()
    first, _, rest = answer.partition("\r\n\r\n")
    return int(first.split()[1]), first, rest


def size_of(folder):
    return sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())


@contextlib.contextmanager
def served():
    """The server that `dev.py run` starts, on a port that was free a moment ago."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    web = f"-m granian --interface wsgi --host 127.0.0.1 --port {port} --log-level error"
    size = "--workers 1 --blocking-threads 8 --workers-kill-timeout 1 config.wsgi:application"
    server = subprocess.Popen([sys.executable, *web.split(), *size.split()], cwd=ROOT)
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait()
