"""Every open page: what the first visit brings and the next, packed as they are sent, and how many requests.

Found as a visitor finds them: from the sitemap, along every link, to all that answers without signing in; and
what only a letter or a form leads to. Printed page by page, the heaviest first. The static files are counted
once for a first visit and not after. A picture that lies folded together is asked for by whoever unfolds it;
a browser without script does not wait with it, and what it brings then is told beside.
"""

import gzip
import re
import sys
from html import unescape
from pathlib import Path

from benches._house import house

ROOT = Path(__file__).resolve().parent.parent
LIMITS = {
    "heaviest_first_kilobytes": 60.0,
    "heaviest_after_kilobytes": 15.0,
    "most_requests": 5.0,
    "heaviest_folded_kilobytes": 150.0,
    "asked_of_others": 0.5,
}
ASKED_FOR = re.compile(
    r'<(?:script|img|link(?=[^>]*rel="(?:stylesheet|icon)"))[^>]*(?:src|href)="([^"]+)"'
)
ELSEWHERE = re.compile(
    r'<(?:script|img|iframe|link(?=[^>]*rel="(?:stylesheet|icon)"))[^>]*="(?:https?:)?//'
)
FOLDED = re.compile(r"<details(?![^>]*\sopen)[^>]*>.*?</details>", re.DOTALL)
LAZY = re.compile(r'<img(?=[^>]*loading="lazy")[^>]*>')
LINK = re.compile(r'<a\s[^>]*href="(/[^"#?]*)')
NOT_OURS = ("/static/", "/prove/")  # files, and the made-up world's own pages
UNLISTED = (  # open, and led to by a form, a paper or a habit
    "account_login", "web_public:leave", "arrivals_public:all", "arrivals_public:thanks",
    "agreements_public:all", "alliance_public:ordered", "stands_public:thanks",
)  # fmt: skip


def measure():
    with house(world=1):
        rows = sorted(map(weighed, pages()), key=lambda row: -row["after"])
    line = "{path:<58}{first:>7.1f} kB{after:>7.1f} kB{folded:>7.1f} kB{requests:>4} requests"
    for row in rows:
        print(line.format(**row))
    return {
        "pages": len(rows),
        "heaviest_first_kilobytes": max(row["first"] for row in rows),
        "heaviest_after_kilobytes": max(row["after"] for row in rows),
        "most_requests": max(row["requests"] for row in rows),
        "heaviest_folded_kilobytes": max(row["folded"] for row in rows),
        "asked_of_others": sum(row["elsewhere"] for row in rows),
    }


def pages():
    """Each open page once, as path and what it is: a link that leads to a file or to sign-in is no page."""
    seen, left = set(), begins()
    while left:
        path = left.pop()
        if path in seen or path.startswith(NOT_OURS):
            continue
        seen.add(path)
        answer = asked(path)
        html = answer.headers.get("Content-Type", "").startswith("text/html")
        if answer.status_code == 200 and html and "Content-Disposition" not in answer.headers:
            content = answer.content
            left += linked(content.decode())
            yield path, content


def begins():
    """All that is open for search, what is open and not listed, and what a letter leads to."""
    from django.urls import reverse

    from ressursvenn.stands import links, queries
    from ressursvenn.web import open_pages

    words = [links.word_of(row.reference, links.STAND) for row in queries.shown()[:1]]
    ways = [reverse(f"stands_public:{way}", args=words) for way in ("confirm", "take_back")]
    out = reverse("stands_public:out", args=["ingen"])
    begin = [*(path for path, _ in open_pages.addresses()), *map(reverse, UNLISTED), *ways, out]
    for path in begin:
        if asked(path).status_code != 200:
            sys.exit(f"{path} is open and does not answer.")
    return begin


def asked(path):
    from django.test import Client

    return Client(HTTP_HOST="localhost").get(path)


def linked(html):
    """Where its links lead within the house."""
    return [unescape(path) for path in LINK.findall(html)]


def at_once(html):
    """What a browser asks for as the page opens."""
    return set(ASKED_FOR.findall(FOLDED.sub(lambda folded: LAZY.sub("", folded[0]), html)))


def weighed(page):
    path, content = page
    html = content.decode()
    first, after = at_once(html), len(gzip.compress(content))
    return {
        "path": path,
        "first": round((after + sum(map(weight, first))) / 1000, 1),
        "after": round(after / 1000, 1),
        "folded": round(sum(map(weight, set(ASKED_FOR.findall(html)) - first)) / 1000, 1),
        "requests": 1 + len(first),
        "elsewhere": len(ELSEWHERE.findall(html)),
    }


def weight(address):
    """Of a file beside the page: as it lies when it is a picture, packed when it is text."""
    if not address.startswith("/static/"):
        return len(asked(address).content)
    (path,) = ROOT.glob(f"ressursvenn/*/static/{address.removeprefix('/static/')}")
    content = path.read_bytes()
    return len(content) if path.suffix in (".png", ".jpg") else len(gzip.compress(content))
