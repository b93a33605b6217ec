"""A flood of forged stands: nothing of it shows, others are hardly slowed, and the disk is not filled.

A real server, as `dev.py run` starts it, behind one proxy of ours so that every forged stand comes from an
address of its own. One who reads the front page is timed before the flood and during it. RESSURSVENN_FLOOD is
how many stands are sent (10,000 in a minute unless said otherwise; fewer keep the same pace).
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
from pathlib import Path
from urllib.parse import urlencode

from benches._house import house

FLOOD = int(os.environ.get("RESSURSVENN_FLOOD") or 10_000)
A_SECOND = 10_000 / 60
READ_EVERY = 0.25  # somebody reads the front page four times a second
ROOT = Path(__file__).resolve().parent.parent
LIMITS = {
    "shown": 0.5,
    "slower_percent": 25.0,
    "grown_megabytes": 8.0,
    "letters": 0.5,
    "answered_otherwise": 0.5,
}
EXPECTED = {302, 429, 503}


def measure():
    os.environ["RESSURSVENN_TRUSTED_PROXIES"] = "1"
    with house(world=0) as folder, served() as port:
        from ressursvenn.stands import queries
        from ressursvenn.stands.models import Stand

        before, size = queries.shown().count(), size_of(folder)
        quiet, flooded, answers = asyncio.run(flood(port))
        sent_letters = Stand.objects.exclude(letter_day=None).count()
        return {
            "sent": float(sum(answers.values())),
            "let_in": float(answers.get(302, 0)),
            "turned_away": float(answers.get(429, 0) + answers.get(503, 0)),
            "answered_otherwise": float(
                sum(n for code, n in answers.items() if code not in EXPECTED)
            ),
            "seconds": round(sum(answers.values()) / A_SECOND, 1),
            "quiet_milliseconds": round(1000 * statistics.median(quiet), 1),
            "flooded_milliseconds": round(1000 * statistics.median(flooded), 1),
            "slower_percent": round(
                max(0.0, 100 * (statistics.median(flooded) / statistics.median(quiet) - 1)), 1
            ),
            "shown": float(queries.shown().count() - before),
            "letters": float(sent_letters),
            "grown_megabytes": round((size_of(folder) - size) / 1e6, 2),
        }


async def flood(port):
    """Reading times without and with the flood, and how often each status was answered."""
    token, cookie = await form(port)
    quiet = await reads(port, max(FLOOD / A_SECOND, 5) / 2)
    answers = {}
    under_way = asyncio.create_task(reads(port, FLOOD / A_SECOND))
    began, sending = time.perf_counter(), set()
    for number in range(FLOOD):
        await asyncio.sleep(max(0, began + number / A_SECOND - time.perf_counter()))
        task = asyncio.create_task(forged(port, number, token, cookie, answers))
        sending.add(task)
        task.add_done_callback(sending.discard)
    await asyncio.gather(*sending)
    return quiet, await under_way, answers


async def forged(port, number, token, cookie, answers):
    """One stand with a forged name, from an address of its own."""
    address = f"10.{number // 65536}.{number // 256 % 256}.{number % 256}"
    sent = urlencode({
        "csrfmiddlewaretoken": token, "kind": "person", "name": "Falsk", "county": "",
        "sentence": f"Tull {number}",
        "email": f"falsk{number}@example.org", "word": "", "answer": "",
    }).encode()  # fmt: skip
    head = {
        "Content-Type": "application/x-www-form-urlencoded", "Content-Length": str(len(sent)),
        "Cookie": cookie, "X-Forwarded-For": address, "Origin": f"http://localhost:{port}",
    }  # fmt: skip
    try:
        status, _, _ = await ask(port, "POST", "/ta-standpunkt/", head, sent)
    except (OSError, ValueError, IndexError):
        status = 0
    answers[status] = answers.get(status, 0) + 1


async def reads(port, seconds):
    """How long the front page takes, again and again."""
    taken, ends = [], time.perf_counter() + seconds
    while time.perf_counter() < ends:
        began = time.perf_counter()
        await ask(port, "GET", "/", {"X-Forwarded-For": "192.0.2.1"})
        taken.append(time.perf_counter() - began)
        await asyncio.sleep(READ_EVERY)
    return taken


async def form(port):
    """What everybody who opens the form gets, and a forger too: the token and the cookie beside it."""
    _, head, body = await ask(port, "GET", "/ta-standpunkt/", {"X-Forwarded-For": "192.0.2.2"})
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
