"""Five who look where they have no business, among a month of ordinary reading."""

import random
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

TITLE = "Five planted snoops"
WHY = (
    "Somebody who works here, and looks where she has no business, must be found within a day; and the "
    "privacy officer must not drown in false flags (at most two for each coordinator in a month)."
)
WORLD = 2
OSLO = ZoneInfo("Europe/Oslo")
DAYS, SESSIONS = 28, 30  # of a month, and of each coordinator in it
HOURS = ((9, 10), (13, 14), (18, 19, 20))  # when somebody sits down
MONTHS = 100  # made up besides the one that is written to the log, to see how often a flag is false
OPENED = "protection.opened"


@dataclass(frozen=True)
class Seen:
    """One entry of the log, before anybody has written it."""

    at: datetime
    by: str
    did: str
    purpose: str
    about: tuple[str, ...]


class Month:
    """An ordinary month: forty minutes at a desk, a few participants, lists in between.

    `own` and `beside` are references by coordinator: her caseload, and her colleagues'. `pairs` tells what
    else is opened with a participant on the page of her pair.
    """

    def __init__(self, own, beside, pairs, until, seed):
        self.own, self.beside, self.pairs = own, beside, pairs
        self.draw = random.Random(seed)  # noqa: S311 -- a month that can be made again
        self.began = until - timedelta(days=DAYS)
        self.seen = []

    def told(self):
        """All that happened, in its order."""
        for who in self.own:
            for slot in self.draw.sample(range(DAYS * len(HOURS)), SESSIONS):
                self._session(who, *divmod(slot, len(HOURS)))
            for _ in range(self.draw.randint(2, 4) if self.beside[who] else 0):
                self._for_a_colleague(who)
        return sorted(self.seen, key=lambda one: one.at)

    def _moment(self, day, part, late=0.025):
        """By day or in the evening; now and then it drags out past ten."""
        hour, minute = self.draw.choice(HOURS[part]), self.draw.randrange(60)
        if self.draw.random() < late:
            hour, minute = 21, self.draw.randint(25, 50)
        on = self.began.date() + timedelta(days=day)
        return datetime.combine(on, time(hour, minute), OSLO)

    def _look(self, at, who, purpose, about):
        self.seen.append(Seen(at, who, OPENED, purpose, tuple(about)))
        return at + timedelta(seconds=self.draw.randint(40, 240))

    def _session(self, who, day, part):
        at, everybody = self._moment(day, part), [*self.own[who], *self.beside[who]]
        at = self._look(at, who, "my_day", everybody)
        review = self.draw.random() < 0.01  # all of hers, one after the other
        most = len(self.own[who]) if review else min(7, len(self.own[who]))
        for one in self.draw.sample(self.own[who], most if review else self.draw.randint(3, most)):
            if self.draw.random() < 0.4:
                at = self._look(at, who, "list", everybody)
            for _ in range(self.draw.randint(1, 3)):
                at = self._page_of(at, who, one, "")
            if self.draw.random() < 0.5:
                self._act(at, who, one)
        self._look(at, who, "my_day", everybody)

    def _page_of(self, at, who, one, prefix):
        purposes = (
            "participant_page",
            "participant_page",
            "contact_form",
            "wishes_form",
            "card_form",
        )
        if one in self.pairs and self.draw.random() < 0.5:
            return self._look(at, who, f"{prefix}pair_page", (one, *self.pairs[one]))
        return self._look(at, who, f"{prefix}{self.draw.choice(purposes)}", (one,))

    def _act(self, at, who, one):
        about = self.pairs[one][0] if one in self.pairs else one
        did = "pairs.followed_up" if one in self.pairs else "participants.contact_settled_noted"
        self.seen.append(Seen(at, who, did, "", (about,)))

    def _for_a_colleague(self, who):
        """She says why, looks, and mostly does something; now and then there was nothing to do."""
        day, part = self.draw.randrange(DAYS), self.draw.randrange(len(HOURS))
        at, one = self._moment(day, part, late=0), self.draw.choice(self.beside[who])
        reason = self.draw.choice(("cover", "rang", "meet", "asked"))
        told = f"outside:{reason}"
        self.seen.append(Seen(at, who, "participants.reason_given", told, (one,)))
        at = self._look(at + timedelta(seconds=20), who, f"{told}:participant_page", (one,))
        if one in self.pairs:
            at = self._look(at, who, f"{told}:pair_page", (one, *self.pairs[one]))
        if self.draw.random() < 0.75:
            self._act(at, who, one)


def entries_of(seen, hers):
    """As the detection reads the log."""
    from ressursvenn.oversight.signs import Entry

    number_of = {who: number for number, who in enumerate(sorted({one.by for one in seen}))}
    return [
        Entry(number, one.at, number_of[one.by], one.did, one.purpose, frozenset(one.about),
              frozenset(one.about) & hers)
        for number, one in enumerate(seen)
    ]  # fmt: skip


def flags_in_many_months(own, beside, pairs, until, months=MONTHS):
    """How many were flagged in each made-up month where nobody snooped, and how many reads there were."""
    from ressursvenn.oversight.signs import signs
    from ressursvenn.programme.limits import Limits

    hers, flags, reads = {one for several in own.values() for one in several}, [], 0
    for seed in range(months):
        seen = Month(own, beside, pairs, until, seed).told()
        reads += sum(one.did == OPENED for one in seen)
        flags.append(Counter(sign.kind for sign in signs(entries_of(seen, hers), Limits())))
    return flags, reads


# --- in the house ---------------------------------------------------------------------------------


def share_out(people):
    """Every other participant of a leader with a colleague goes to the colleague; who has whom, after that."""
    from ressursvenn.participants import changes, queries

    for leader, colleague in (("koordinator", "koordinator2"), ("drammen", "drammen2")):
        for row in list(queries.caseload_of(people[leader]))[1::2]:
            changes.hand_over(participant=row, to=people[colleague], by=people[leader])
    who = [people[name] for name in ("koordinator", "koordinator2", "drammen", "drammen2", "moss")]
    own = {one.sign_name: _references(queries.caseload_of(one)) for one in who}
    here = {one.sign_name: _references(queries.visible_to(one)) for one in who}
    beside = {name: [row for row in here[name] if row not in own[name]] for name in own}
    return own, beside


def _references(rows):
    return list(rows.values_list("reference", flat=True))


def pairs_of(people):
    """By participant: what else is opened on the page of the pair, the pair first."""
    from ressursvenn.pairs import queries

    leaders = (people[name] for name in ("koordinator", "drammen", "moss"))
    rows = [row for leader in leaders for row in queries.visible_to(leader)]
    return {row.participant.reference: (row.reference, row.volunteer.reference) for row in rows}


def write(seen, people):
    """An ordinary month, through the log's own door."""
    from django.db import transaction

    from ressursvenn.protection import chain
    from ressursvenn.protection.models import AuditEntry

    with transaction.atomic():
        chain.add(
            [
                (
                    AuditEntry(at=one.at, by=people[one.by], did=one.did, purpose=one.purpose),
                    one.about,
                )
                for one in seen
            ]
        )


def snoop(people, own, beside, travel, sign_in, refuse):
    """Five who snoop, one in each way, through the pages; who they are, by kind."""
    night = datetime.combine(datetime.now(OSLO).date(), time(2, 40), OSLO) - timedelta(days=3)
    page = "/a/deltakere/{}/".format
    with travel(night):
        _open(sign_in(people["drammen"]), [page(own["drammen"][0])])
    for ago in (9, 5, 2):
        with travel(datetime.now(OSLO).replace(hour=14) - timedelta(days=ago)):
            _say_why(sign_in(people["drammen2"]), beside["drammen2"][0], page)
    with travel(datetime.now(OSLO).replace(hour=15) - timedelta(days=4)):
        _say_why(sign_in(people["koordinator2"]), beside["koordinator2"][-1], page)
    with travel(datetime.now(OSLO).replace(hour=13) - timedelta(days=1)):
        _open(sign_in(people["koordinator"]), map(page, own["koordinator"][:11]))
    with travel(datetime.now(OSLO).replace(hour=12) - timedelta(days=6)), refuse():
        browser = sign_in(people["moss"])
        assert browser.get(page(own["moss"][0])).status_code == 429
    return {
        "night": "drammen", "again": "drammen2", "outside": "koordinator2", "many": "koordinator",
        "refused": "moss",
    }  # fmt: skip


def _open(browser, pages):
    for page in pages:
        answer = browser.get(page)
        assert answer.status_code == 200, page
        assert b"Hvem har sett" in answer.content, page


def _say_why(browser, reference, page):
    """Asked first; nothing is shown before she has said why."""
    asked = browser.get(page(reference))
    assert b"Ingenting er" in asked.content
    assert b"Hvem har sett" not in asked.content
    told = browser.post(f"{page(reference)}hvorfor/", {"reason": "asked", "back": page(reference)})
    assert told.status_code == 302
    _open(browser, [page(reference)])


def found(person, snoops, people):
    """By kind: whether the privacy officer's page has a line about whoever snooped so."""
    from ressursvenn.oversight.queries import odd_ones

    met = {(odd.sign.kind, odd.who.sign_name) for odd in odd_ones(person)}
    assert all(who in people for who in snoops.values())
    return {kind: (kind, who) in met for kind, who in snoops.items()}


def drill():
    import time_machine

    from ressursvenn.accounts.models import Person
    from ressursvenn.oversight.queries import odd_ones

    from .lost_keeper import _signed_in

    people = {one.sign_name: one for one in Person.objects.all()}
    own, beside = share_out(people)
    pairs, until = pairs_of(people), datetime.now(OSLO)
    flags, reads = flags_in_many_months(own, beside, pairs, until)
    seen = Month(own, beside, pairs, until, seed=MONTHS).told()
    write(seen, people)
    before = {odd.sign.key for odd in odd_ones(people["personvern"])}
    snoops = snoop(
        people, own, beside, time_machine.travel, lambda one: _signed_in(one.sign_name), _refused
    )
    caught = found(people["personvern"], snoops, people)
    mean = sum(each.total() for each in flags) / len(flags) / len(own)
    most = max(each.total() for each in flags) / len(own)
    ordinary = sum(one.did == OPENED for one in seen)
    assert ordinary >= 2000, ordinary
    assert all(caught.values()), caught
    assert mean <= 2, mean
    return [
        (f"{len(snoops)} snoops through the pages, among {ordinary} ordinary reads in the log",
         f"{sum(caught.values())} of {len(caught)} found: {', '.join(caught)}"),
        ("flags for each coordinator in that month, before they snooped", f"{len(before) / len(own):.1f}"),
        (f"{MONTHS} other ordinary months, {reads} reads, nobody snooping",
         f"{mean:.2f} false flags for each coordinator in a month (limit 2); {most:.1f} in the worst month"),
    ]  # fmt: skip


def _refused():
    """As the keeper answers at the 21st: the limit itself has a test and a drill of its own."""
    from contextlib import contextmanager
    from time import time as now
    from unittest import mock

    from ressursvenn.protection import opening, vault

    def no(*_, **__):
        raise vault.TooMany(now() + 60)

    @contextmanager
    def refusing():
        with mock.patch.dict(opening.UNWRAP, record=no):
            yield

    return refusing()
