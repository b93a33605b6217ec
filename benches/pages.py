"""Every page of the desk in the made-up world: queries, milliseconds, and bytes over the wire."""

import gzip
import re
import statistics
import sys
import time
from pathlib import Path

from benches._house import house

ROOT = Path(__file__).resolve().parent.parent
LIMITS = {"most_queries": 12.0, "heaviest_first_kilobytes": 60.0, "heaviest_after_kilobytes": 15.0}
PAGES = (
    "/a/", "/a/ressursvenner/", "/a/deltakere/", "/a/koblinger/", "/a/koblinger/forslag/",
    "/a/regneark/", "/a/omraader/", "/a/omraader/?omrade=no-oslo-oslo",
)  # fmt: skip
ROUNDS = 10
NOT_A_QUESTION = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK")


def measure():
    with house(world=1):
        seen = [page(path) for path in (*PAGES, *of_one())]
    first = max(row["page"] + row["static"] for row in seen)
    return {
        "pages": len(seen),
        "most_queries": max(row["queries"] for row in seen),
        "median_milliseconds": round(statistics.median(row["ms"] for row in seen), 1),
        "slowest_milliseconds": max(row["ms"] for row in seen),
        "heaviest_first_kilobytes": round(first / 1000, 1),
        "heaviest_after_kilobytes": round(max(row["page"] for row in seen) / 1000, 1),
    }


def of_one():
    """The page of one volunteer, one participant and one running pair."""
    from ressursvenn.pairs.models import Pair

    pair = Pair.objects.filter(association__slug="oslo", ended_on=None).exclude(introduced_on=None)
    row = pair.select_related("participant", "volunteer").first()
    yield f"/a/ressursvenner/{row.volunteer.reference}/"
    yield f"/a/deltakere/{row.participant.reference}/"
    yield f"/a/koblinger/{row.reference}/"


def page(path):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    browser = _signed_in("koordinator")
    browser.get(path)
    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(path)
    asked = sum(not query["sql"].startswith(NOT_A_QUESTION) for query in queries)
    if answer.status_code != 200:
        sys.exit(f"{path} answered {answer.status_code}.")
    began = time.perf_counter()
    for _ in range(ROUNDS):
        browser.get(path)
    taken = (time.perf_counter() - began) / ROUNDS
    return {
        "queries": asked,
        "ms": round(1000 * taken, 1),
        "page": len(gzip.compress(answer.content)),
        "static": sum(_static_bytes(answer.content.decode())),
    }


def _signed_in(sign_name):
    from django.test import Client

    browser = Client(HTTP_HOST="localhost")
    browser.post("/prove/inn/", {"who": sign_name})
    return browser


def _static_bytes(html):
    """What the page asks for beside itself, compressed as the server keeps it."""
    for name in set(re.findall(r'(?:src|href)="/static/([^"?]+)"', html)):
        (path,) = ROOT.glob(f"ressursvenn/*/static/{name}")
        yield len(gzip.compress(path.read_bytes()))
