"""Every open page: what the first visit brings and the next, packed as they are sent, and how many requests.

Printed page by page, the heaviest first. The static files are counted once for a first visit and not after.
"""

import gzip
import re
import sys
from pathlib import Path

from benches._house import house

ROOT = Path(__file__).resolve().parent.parent
LIMITS = {"heaviest_first_kilobytes": 60.0, "heaviest_after_kilobytes": 15.0, "most_requests": 5.0}
ASKED_FOR = re.compile(
    r'<(?:script|img|link(?=[^>]*rel="(?:stylesheet|icon)"))[^>]*(?:src|href)="([^"]+)"'
)
ELSEWHERE = re.compile(
    r'<(?:script|img|iframe|link(?=[^>]*rel="(?:stylesheet|icon)"))[^>]*="(?:https?:)?//'
)


def measure():
    with house(world=1):
        rows = sorted(map(page, paths()), key=lambda row: -row["after"])
    for row in rows:
        print("{path:<58}{first:>7.1f} kB{after:>7.1f} kB{requests:>4} requests".format(**row))
    return {
        "pages": len(rows),
        "heaviest_first_kilobytes": max(row["first"] for row in rows),
        "heaviest_after_kilobytes": max(row["after"] for row in rows),
        "most_requests": max(row["requests"] for row in rows),
        "asked_of_others": sum(row["elsewhere"] for row in rows),
    }


def paths():
    """All that is open for search, and the two that are open and not for search."""
    from ressursvenn.web import open_pages

    return [*(path for path, _ in open_pages.addresses()), "/sok/", "/lukk/"]


def page(path):
    from django.test import Client

    answer = Client(HTTP_HOST="localhost").get(path)
    if answer.status_code != 200:
        sys.exit(f"{path} answered {answer.status_code}.")
    html = answer.content.decode()
    asked = set(ASKED_FOR.findall(html))
    after = len(gzip.compress(answer.content))
    return {
        "path": path,
        "first": round((after + sum(map(weight, asked))) / 1000, 1),
        "after": round(after / 1000, 1),
        "requests": 1 + len(asked),
        "elsewhere": len(ELSEWHERE.findall(html)),
    }


def weight(address):
    """Of a file beside the page: as it lies when it is a picture, packed when it is text."""
    from django.test import Client

    if not address.startswith("/static/"):
        return len(Client(HTTP_HOST="localhost").get(address).content)
    (path,) = ROOT.glob(f"ressursvenn/*/static/{address.removeprefix('/static/')}")
    content = path.read_bytes()
    return len(content) if path.suffix in (".png", ".jpg") else len(gzip.compress(content))
