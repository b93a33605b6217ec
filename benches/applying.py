"""Does the time it takes to receive an applicant tell whether she is to be kept from somebody?

Through the form that is open to all (`form`), and at the desk where a coordinator notes it (`desk`). Half of
the names are named in entries, drawn from the same lists as the other half, and sent in turns. Each comes from
an address and a number of its own, as the limits on those are on whoever sends and not on a name.
"""

import statistics
import sys
import time

from benches._house import house

PER_ARM = 300
ONE_IN = 1000  # a difference that chance alone gives more seldom than this is one
DOORS = ("form", "desk")
LIMITS = {
    f"{door}_{what}": most
    for door in DOORS
    for what, most in (
        ("median_gap_milliseconds", 3.0),
        ("one_in", float(ONE_IN)),
        ("ways_to_answer", 1.0),
    )
}


def measure():
    with house(world=1):
        named, others = names()
        browser = signed_in("koordinator")
        sends = {"form": apply, "desk": lambda name: note(browser, name)}
        told = {"in_each_arm": PER_ARM}
        for door in DOORS:
            sends[door]("Runa Oppvarmet")
            told |= {
                f"{door}_{what}": value
                for what, value in compared(named, others, sends[door]).items()
            }
        return told


def compared(named, others, send):
    """Both arms in turns: how long it took, and how many ways there are to answer."""
    from scipy.stats import mannwhitneyu

    taken, answers = {True: [], False: []}, set()
    for number, couple in enumerate(zip(named, others, strict=True)):
        for name in couple if number % 2 else couple[::-1]:
            milliseconds, said = send(name)
            taken[name in named].append(milliseconds)
            answers.add(said)
    p = mannwhitneyu(taken[True], taken[False]).pvalue
    medians = {arm: statistics.median(times) for arm, times in taken.items()}
    return {
        "conflicting_milliseconds": round(medians[True], 2),
        "clean_milliseconds": round(medians[False], 2),
        "median_gap_milliseconds": round(abs(medians[True] - medians[False]), 3),
        "p": round(float(p), 4),
        "one_in": round(1 / max(float(p), 1e-12), 2),
        "ways_to_answer": float(len(answers)),
    }


def names():
    """Two lists of different names; those of the first a participant must never meet."""
    from mimesis import Person
    from mimesis.locales import Locale

    from ressursvenn.accounts.models import Person as Staff
    from ressursvenn.apart import changes
    from ressursvenn.participants.models import Participant

    drawn, found = Person(Locale.NO, seed=3), {}
    while len(found) < 2 * PER_ARM:
        found[drawn.full_name()] = None
    named, others = list(found)[::2], list(found)[1::2]
    by = Staff.objects.get(sign_name="koordinator")
    hers = list(Participant.objects.filter(association=by.association))
    for number, name in enumerate(named):
        changes.name_keep_apart(
            participant=hers[number % len(hers)], kind="person", text=name, by=by
        )
    return named, others


def signed_in(sign_name):
    from django.test import Client

    browser = Client(HTTP_HOST="localhost")
    browser.post("/prove/inn/", {"who": sign_name})
    return browser


SENT = iter(range(10_000_000))


def apply(name):
    """Milliseconds, and all of the answer, of one who fills in the open form."""
    from django.test import Client

    number = next(SENT)
    first, _, last = name.rpartition(" ")
    sent = {
        "association": "oslo", "first_name": first, "last_name": last, "birth_year": "1980",
        "phone": f"4{number:07}", "email": f"en{number}@example.org", "consent": "on", "do": "send",
    }  # fmt: skip
    address = f"10.{number // 65536}.{number // 256 % 256}.{number % 256}"
    browser = Client(HTTP_HOST="localhost", REMOTE_ADDR=address)
    browser.get("/sok/")
    return timed(browser, "/sok/", sent)


def note(browser, name):
    """Milliseconds, and all of the answer but the reference in its address."""
    first, _, last = name.rpartition(" ")
    sent = {"first_name": first, "last_name": last, "applied_on": "2026-01-05", "places": 1}
    return timed(browser, "/a/ressursvenner/ny/", sent)


def timed(browser, path, sent):
    began = time.perf_counter()
    answer = browser.post(path, sent)
    taken = 1000 * (time.perf_counter() - began)
    if answer.status_code != 302:
        sys.exit(f"An application was answered {answer.status_code}.")
    address = answer.headers.pop("Location")
    headers = sorted((key, len(value)) for key, value in answer.headers.items())
    return taken, (len(address), len(answer.content), *headers)
