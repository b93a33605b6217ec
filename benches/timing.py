"""Whether the time an answer takes tells that there is such an account (attack 12).

Two arms of each door, 300 tries each, in turn and in random order within each pair: somebody who is here,
and somebody who is not. Limits on tries are off meanwhile, since they are on a name whether or not it is
an account's. Told: the gap between the medians, and how unlike the arms are (Mann-Whitney): 0.001 / p,
which passes 1 when p is below 0.001.
"""

import random
import re
import statistics
import time
from html import unescape

from benches._house import house

TRIES = 300
WARM = 10
GAP, UNLIKE = 3.0, 1.0
DOORS = ("password", "no_password", "left", "invitation", "passkey", "forgotten")
LIMITS = {
    **{f"{door}_gap_milliseconds": GAP for door in DOORS},
    **{f"{door}_unlike": UNLIKE for door in DOORS},
}
PASSWORD = "et langt passord som ingen gjetter"  # noqa: S105


def measure():
    with house(world=0):
        from django.test.utils import override_settings

        with override_settings(ACCOUNT_RATE_LIMITS=False, MFA_RATE_LIMITS=False):
            doors = dict(zip(DOORS, _doors(), strict=True))
            seen = {}
            for door, (here, not_here) in doors.items():
                seen |= {
                    f"{door}_{what}": value for what, value in compared(here, not_here).items()
                }
    return seen


def compared(here, not_here):
    """Both arms, interleaved. Each is a function that makes a request ready and gives it back."""
    from scipy.stats import mannwhitneyu

    arms = {True: [], False: []}
    dice = random.Random(12)  # noqa: S311
    for number in range(WARM + TRIES):
        for is_here in dice.sample((True, False), 2):
            asked = (here if is_here else not_here)()
            began = time.perf_counter()
            asked()
            if number >= WARM:
                arms[is_here].append(1000 * (time.perf_counter() - began))
    gap = abs(statistics.median(arms[True]) - statistics.median(arms[False]))
    p = float(mannwhitneyu(arms[True], arms[False]).pvalue)
    return {"gap_milliseconds": round(gap, 3), "unlike": round(0.001 / max(p, 1e-12), 4)}


def _doors():
    """Where somebody who has no account can ask, as somebody who has one and as somebody who has not."""
    from django.utils import timezone

    from ressursvenn.accounts import changes

    house_of = changes.open_association(slug="oslo", name="Oslo lokalforening", by=None)

    def person(sign_name, password=None):
        return changes.take_in(
            sign_name=sign_name, name=sign_name, role="coordinator", association=house_of,
            password=password, by=None,
        )  # fmt: skip

    tora, _, gone = person("tora", PASSWORD), person("turi"), person("tone", PASSWORD)
    gone.left_on, gone.left_by = timezone.localdate(), tora
    gone.save()
    tyra = person("tyra")
    token, used = _enrolled(tyra)
    yield _types("tora", "feil passord her"), _types("torx", "feil passord her")
    yield _types("turi", "feil passord her"), _types("turx", "feil passord her")
    yield _types("tone", PASSWORD), _types("tonx", PASSWORD)
    yield _opens(used), _opens("x" * len(used))
    yield _shows(token, tyra.reference), _shows(token, "zzzzzzzz")
    yield _forgot("tora"), _forgot("torx")


def _browser():
    from django.test import Client

    return Client(HTTP_HOST="localhost")


def _types(name, password):
    def ready():
        browser = _browser()
        browser.get("/a/inn/")
        return lambda: browser.post("/a/inn/", {"login": name, "password": password})

    return ready


def _opens(word):
    def ready():
        browser = _browser()
        browser.get(f"/a/inn/velkommen/{word}/")
        return lambda: browser.get("/a/inn/velkommen/")

    return ready


def _shows(token, reference):
    """Somebody's key by its number, and whose it is made up: of somebody who is here, and of nobody."""
    from tests.accounts.token import Token

    def ready():
        browser, wrong = _browser(), Token()
        wrong.id = token.id
        owner = reference.encode() + bytes(len(token.owner) - len(reference))
        shown = wrong.shows(browser.get("/a/inn/nokkel/").content.decode(), owner=owner)
        return lambda: browser.post("/a/inn/nokkel/", {"credential": shown})

    return ready


def _forgot(name):
    def ready():
        browser = _browser()
        return lambda: browser.post("/a/inn/glemt/", {"email": f"{name}@example.org"})

    return ready


def _enrolled(person):
    """A passkey that somebody has, and the word that she used."""
    from ressursvenn.accounts import changes
    from tests.accounts.token import Token

    browser, token = _browser(), Token()
    word = changes.open_recovery(person=person, by=None)
    browser.get(f"/a/inn/velkommen/{word}/")
    page = browser.get("/a/inn/velkommen/").content.decode()
    options = unescape(re.search(r'data-options="([^"]*)"', page)[1])
    browser.post("/a/inn/velkommen/", {"credential": token.makes(options)})
    return token, word
