"""A world where every personal text says whose it is: two associations, alike in everything.

Each has a cast of staff, a volunteer at every station of the road, a participant in every standing, a
pair in every state, somebody to be kept apart (compared, and sealed), concerns, and a workbook brought
in. It is made through the rooms' own changes, so nothing is here that the house could not hold, and
every value of a text field is a marker of its own that the oracle (`tests/canary.py`) knows again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time, timedelta
from typing import Any
from unittest import mock

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from ressursvenn.accounts import changes as accounts
from ressursvenn.accounts.models import Association, Person
from ressursvenn.adverts import blocks
from ressursvenn.adverts import changes as adverts
from ressursvenn.adverts import queries as advert_texts
from ressursvenn.agreements import changes as agreements
from ressursvenn.apart import changes as apart
from ressursvenn.arrivals import changes as arrivals
from ressursvenn.neighbourhood import changes as neighbourhood
from ressursvenn.oversight import changes as oversight
from ressursvenn.pairs import changes as pairs
from ressursvenn.participants import changes as participants
from ressursvenn.protection.messages import changes as notices
from ressursvenn.protection.messages import queries as messages
from ressursvenn.screening import changes as screening
from ressursvenn.screening import words as screening_words
from ressursvenn.spreadsheets import changes as spreadsheets
from ressursvenn.spreadsheets.queries import proposals
from ressursvenn.support import changes as support
from ressursvenn.together import changes as together
from ressursvenn.training import changes as training
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import queries as volunteers_of

from . import canary, people
from .spreadsheets import books

AREA = "no-akershus-sandvika"
NOBODY = ""

MORE_PEOPLE = (
    # sign name, role, association, centre
    ("siv", "volunteer", "oslo", ""),
    ("sara", "volunteer", "oslo", ""),
    ("nina", "coordinator", "nabo", ""),
    ("nadia", "group_leader", "nabo", ""),
    ("nanna", "volunteer", "nabo", ""),
    ("nelly", "volunteer", "nabo", ""),
    ("kine", "centre_contact", "", "annet"),
)
HOUSES = {"oslo": ("kari", "kaja", "kirsti"), "nabo": ("nora", "nina", "kine")}
ACCOUNTS = {
    "oslo": {"running": "solveig", "asked": "siv", "planned": "sara"},
    "nabo": {"running": "nils", "asked": "nanna", "planned": "nelly"},
}

VOLUNTEERS = {  # what she is called here → how far along the road: 1 applied … 6 agreed, 7 approved
    "applied": 1, "interviewed": 2, "learning": 4, "free": 7, "decided": 7, "approved": 7,
    "asked": 7, "both": 7, "planned": 7, "running": 7, "left": 7, "of_concern": 7, "to_approve": 6,
    "asked_about": 6,
}  # fmt: skip
STATED = ("left_stated_on", "acute_over_on", "consented_on")
PARTICIPANTS = {  # what she is called here → whether everything is settled
    "referred": False, "waiting": True, "decided": True, "approved": True, "asked": True,
    "both": True, "planned": True, "running": True, "ended": True, "not_to_be": True,
    "withdrawn": True, "unknown": True, "kept": True, "sealed": True,
}  # fmt: skip


def ago(days: int) -> date:
    return timezone.localdate() - timedelta(days=days)


@dataclass
class House:
    """One association and everything in it, by what it is to us."""

    slug: str
    association: Association
    leader: Person
    second: Person
    contact: Person
    volunteers: dict[str, Any] = field(default_factory=dict)
    participants: dict[str, Any] = field(default_factory=dict)
    pairs: dict[str, Any] = field(default_factory=dict)
    meet_ups: dict[str, Any] = field(default_factory=dict)  # by whoever noted it
    kept: dict[str, Any] = field(default_factory=dict)
    notes: dict[str, Any] = field(default_factory=dict)  # concerns and course hours
    books: dict[str, Any] = field(default_factory=dict)
    places: dict[str, Any] = field(default_factory=dict)

    def mark(self, kind: str, handling: str, what: str) -> str:
        return canary.mark(kind, handling, self.slug, what)


@dataclass
class World:
    """Two houses and everybody who signs in."""

    people: dict[str, Person]
    oslo: House
    nabo: House


@transaction.atomic
def make() -> World:
    """The whole world."""
    houses = people.associations()
    cast = _everybody(houses)
    made = {}
    for slug, (leader, second, contact) in HOUSES.items():
        house = House(slug, houses[slug], cast[leader], cast[second], cast[contact])
        fill(house, cast)
        _workbooks(house)
        _glasses(house)
        made[slug] = house
    together.ask(
        act="accounts.recover", about=cast["bodil"].reference, association=None, by=cast["siri"]
    )
    return World(cast, made["oslo"], made["nabo"])


def _everybody(houses: dict[str, Association]) -> dict[str, Person]:
    """The cast and a few more, each with a name that is a marker."""
    annet = accounts.name_centre(slug="annet", name="Krisesenteret i nabobyen", by=None)
    accounts.agree_to_cooperate(association=houses["nabo"], centre=annet, by=None)
    cast = people.cast(houses)
    for sign_name, role, house, centre in MORE_PEOPLE:
        cast[sign_name] = accounts.take_in(
            sign_name=sign_name, name=sign_name, role=role, association=houses.get(house),
            centre=annet if centre else None, email=f"{sign_name}@example.org", by=None,
        )  # fmt: skip
    for person in cast.values():
        _marked(person)
    return cast


def _marked(person: Person) -> None:
    """A name and an address that say whose they are. There is no change of name in the house."""
    house = person.association.slug if person.association else "land"
    if person.crisis_centre:
        house = person.crisis_centre.slug
    person.name = canary.mark("s", "s", house, "name")
    person.email = f"{canary.mark('s', 's', house, 'email')}@example.org"
    person.save(update_fields=["name", "email"])
    EmailAddress.objects.filter(user=person).update(email=person.email)


def as_many_again(house: House) -> House:
    """The same people once more, in the same association; the house itself is left as it was."""
    return fill(House(house.slug, house.association, house.leader, house.second, house.contact))


def fill(house: House, cast: dict[str, Person] | None = None) -> House:
    """People at every station, in every standing and state."""
    for what, steps in VOLUNTEERS.items():
        house.volunteers[what] = a_volunteer(house, steps)
    if cast is not None:
        for what, sign_name in ACCOUNTS[house.slug].items():
            volunteers.link_account(
                volunteer=house.volunteers[what], person=cast[sign_name], by=house.leader
            )
        _invitations(house)
    for what, settled in PARTICIPANTS.items():
        house.participants[what] = a_participant(house, what, settled)
    _standings(house)
    _adverts(house)
    _pairs(house)
    _arrivals(house)
    _signings(house)
    _screening(house)
    _guidance(house)
    _offers(house)
    return house


def _invitations(house: House) -> None:
    """A word in a link that was used, and one that waits. The oldest passes when there is a newer."""
    volunteers.give_account(volunteer=house.volunteers["decided"], by=house.leader)
    person = house.volunteers["decided"].person
    for what in ("used_word", "word"):
        house.notes[what] = accounts.invite(person=person, by=house.leader)


def a_volunteer(house: House, steps: int) -> Any:
    """Somebody who has come so far along the road."""
    by, other = house.leader, house.second
    row = volunteers.note_application(
        association=house.association,
        first_name=house.mark("v", "c", "firstname"),
        last_name=house.mark("v", "c", "lastname"),
        phone=house.mark("v", "r", "phone"),
        email=f"{house.mark('v', 'r', 'email')}@example.org",
        areas=[AREA], languages=["no", "so"], interests=["walking"], times=["saturday"],
        applied_on=ago(500), birth_year=1980, by=by,
    )  # fmt: skip
    both = {
        "first_interviewer": by, "second_interviewer": people.third(by, other),
        "outcome": "suitable",
    }  # fmt: skip
    road = (
        (volunteers.note_interview, {"on": ago(480), **(both if steps > 2 else {})}),
        (volunteers.note_course_hours, {"on": ago(460), "hours": 12}),
        (volunteers.note_confidentiality_signed, {"on": ago(455)}),
        (
            volunteers.note_certificate_seen,
            {"issued_on": ago(453), "on": ago(450), "seen_by": by},
        ),
        (volunteers.note_agreement, {"on": ago(440), "months": 12}),
    )
    for note, told in road[: steps - 1]:
        note(volunteer=row, by=by, **told)
    if steps > 5:
        screening.say_too_old(interview=volunteers_of.latest_interview(row), by=by)
    if steps > 6:
        question = volunteers.ask_for_approval(volunteer=row, by=by)
        together.answer(asked=question, yes=True, by=other)
    return row


def a_participant(house: House, what: str, settled: bool) -> Any:
    """Somebody referred by the centre's contact, with every text a marker of its own."""
    only = ACCOUNTS[house.slug].get(what, NOBODY) if what in ("running", "planned") else NOBODY
    row = participants.refer(
        association=house.association,
        crisis_centre=house.contact.crisis_centre,
        called=_hers(house, "c", "called", only),
        strengths=_hers(house, "r", "strengths", NOBODY),
        workbook_code=_hers(house, "r", "code", NOBODY),
        area=AREA, languages=["no", "so"], interests=["walking"], times=["saturday"],
        wishes=["talk"], waiting_since=ago(100), by=house.contact,
        **(dict.fromkeys(STATED, ago(400)) if settled else {}),
    )  # fmt: skip
    if settled:
        participants.receive(participant=row, by=house.leader)
        number = _hers(house, "r", "nr", only)
        participants.settle_contact(
            participant=row, channel="phone", hours="evening", number=number, on=ago(400),
            sender="Mona", language="nb", voicemail="no", until=ago(-90),
            never_say=[_hers(house, "r", "word", NOBODY)], by=house.leader,
        )  # fmt: skip
    return row


def _hers(house: House, handling: str, what: str, only: str) -> str:
    """A marker that one volunteer may meet, or none."""
    text = house.mark("p", handling, what)
    (marker,) = canary.found_in(text)
    canary.kept_for[marker.number] = only
    return text


def _standings(house: House) -> None:
    by, hers, theirs = house.leader, house.participants, house.volunteers
    _farewell_talk(house)
    participants.withdraw_consent(participant=hers["withdrawn"], by=by)
    participants.note_in_unknown_pair(participant=hers["unknown"], by=by)
    screening.end_road(volunteer=theirs["left"], on=ago(3), reason="her_time", by=by)
    volunteers.pause(volunteer=theirs["learning"], until=ago(-30), by=by)
    volunteers.ask_for_certificate(volunteer=theirs["interviewed"], on=ago(30), by=by)
    about = {"volunteer": theirs["of_concern"], "on": ago(9), "kind": "other", "by": by}
    house.notes["concern"] = volunteers.raise_concern(**about)
    house.notes["settled_concern"] = volunteers.raise_concern(**about)
    volunteers.settle_concern(concern=house.notes["settled_concern"], on=ago(2), by=by)
    hours = {"volunteer": theirs["free"], "on": ago(70), "by": by}
    house.notes["hours"] = volunteers.note_course_hours(hours=1, **hours)
    house.notes["struck_hours"] = volunteers.note_course_hours(hours=2, **hours)
    volunteers.strike_course_hours(course_hours=house.notes["struck_hours"], by=by)
    _questions(house)
    _messages(house)
    _courses(house)
    house.kept = {
        "compared": _kept_apart(house, "kept", "email", "@example.org"),
        "sealed": _kept_apart(house, "sealed", "community", ""),
        "settled": _kept_apart(house, "withdrawn", "workplace", ""),
    }


def _messages(house: House) -> None:
    """She is to be rung, and whoever leads her has chosen to hear by e-mail that something waits."""
    participants.write_to_her(participant=house.participants["waiting"], by=house.leader)
    mailbox = f"{house.mark('s', 's', 'mailbox')}@example.org"
    if not messages.wants_notice(house.leader):
        notices.choose_notices(person=house.leader, wanted=True, mailbox=mailbox, by=house.leader)


def _courses(house: House) -> None:
    """A course that is coming, with somebody on it, and one that is called off."""
    by, house_of = house.leader, house.association
    for what, places in (("course", 5), ("course_off", 1)):
        course = training.lay_out_course(association=house_of, title="Kurs", places=places, by=by)
        house.notes[what] = course
        house.notes[what.replace("course", "evening")] = training.put_in_evening(
            course=course, day=ago(-9), begins=time(18), ends=time(20), hours=2,
            place="Biblioteket", topics=["role"], by=by,
        )  # fmt: skip
    house.notes["material"] = training.offer_material(
        course=house.notes["course"], title="Les", link="https://example.org", by=by
    )
    training.sign_up(course=house.notes["course"], volunteer=house.volunteers["running"], by=by)
    training.call_off_course(course=house.notes["course_off"], by=by)


def _farewell_talk(house: House) -> None:
    """With whoever is about to leave; a paper of hers was gone through and signed by nobody."""
    left = {"volunteer": house.volunteers["left"], "by": house.leader}
    house.notes["unsigned"] = agreements.note_gone_through(kind="agreement", language="nb", **left)
    agreements.note_exit_talk(
        on=ago(4), why="heavy", come_back="maybe", ask_again_from=ago(1),
        to_change=house.mark("v", "r", "tochange"), **left,
    )  # fmt: skip


def _signings(house: House) -> None:
    """A paper that both have signed, when she has an account, and one on its way."""
    hers, by = house.volunteers["running"], house.leader
    for what, kind in (("signing", "agreement"), ("signed", "declaration")):
        house.notes[what] = agreements.note_gone_through(
            volunteer=hers, kind=kind, language="nb", by=by
        )
    if hers.person:
        agreements.sign_herself(signing=house.notes["signed"], by=hers.person)
        agreements.sign_for_us(signing=house.notes["signed"], by=by)


def _adverts(house: House) -> None:
    """A draft, one that is open, and one that is closed. Nothing in them is anybody's."""
    chosen = {
        "language": "nn", "heading": "walk", "doing": ["walk"], "getting": [], "languages": [],
        "towns": [], "times": ["saturday"], "association": house.association,
    }  # fmt: skip
    for what in ("draft_advert", "advert", "closed_advert"):
        row = house.notes[what] = adverts.write_draft(by=house.leader, **chosen)
        if what != "draft_advert":
            shown = blocks.print_of(advert_texts.text_of(row))
            house.notes[what] = adverts.publish(advert=row, shown=shown, by=house.leader)
    house.notes["closed_advert"] = adverts.close(advert=row, by=house.leader)


def _questions(house: House) -> None:
    """Whether a volunteer is to be approved: one that waits, and one that got a no."""
    by, theirs = house.leader, house.volunteers
    house.notes["question"] = volunteers.ask_for_approval(volunteer=theirs["asked_about"], by=by)
    told = volunteers.ask_for_approval(volunteer=theirs["to_approve"], by=by)
    house.notes["answered"] = together.answer(asked=told, yes=False, by=house.second)


def _kept_apart(house: House, whose: str, kind: str, ending: str) -> Any:
    text = house.mark("k", "r", "original") + ending
    return apart.name_keep_apart(
        participant=house.participants[whose], kind=kind, text=text, by=house.leader
    )


def _pairs(house: House) -> None:
    """One in every state; the volunteer who is in a running one has been in another before."""
    by, other = house.leader, house.second
    place = f"Biblioteket {house.volunteers['free'].reference}"
    near = neighbourhood.note_place(area=AREA, name=place, kind="library", source="oss", by=by)
    house.places = {"place": near, **_free_things(house, place)}
    ended = _pair(house, "ended", "running", 5, 300)
    _meet_ups(house, ended, 290, "ended_")
    pairs.end(pair=ended, ending="as_planned", on=ago(120), by=by)
    stopped = _pair(house, "not_to_be", "both", 0, 90)
    pairs.decline(pair=stopped, by=other)
    for steps, what in enumerate(("decided", "approved", "asked", "both", "planned")):
        house.pairs[what] = _pair(house, what, what, steps, 1)
    running = _pair(house, "running", "running", 5, 40)
    _meet_ups(house, running, 30, "")
    pairs.raise_concern(pair=running, by=other)
    pairs.set_next_meet_up(pair=running, day=ago(-4), by=by)
    pairs.note_follow_up(pair=running, with_whom="both", outcome="all_well", on=ago(20), by=by)
    house.pairs |= {"ended": ended, "not_to_be": stopped, "running": running}


def _free_things(house: House, told: str) -> dict[str, Any]:
    by = house.leader
    thing = {"area": AREA, "kind": "walk", "source": "oss", "by": by}
    gone = neighbourhood.note_place(
        area=AREA, name=f"Stengt {told}", kind="library", source="oss", by=by
    )
    free = neighbourhood.note_free_thing(what=f"Tur fra {told}", **thing)
    over = neighbourhood.note_free_thing(what=f"Slutt ved {told}", **thing)
    neighbourhood.take_out_place(place=gone, by=by)
    neighbourhood.take_out_free_thing(thing=over, by=by)
    return {"free_thing": free, "place_out": gone, "free_thing_out": over}


def _pair(house: House, hers: str, theirs: str, steps: int, days: int) -> Any:
    """0 decided, 1 approved, 2 she said yes, 3 both, 4 planned, 5 introduced so many days ago."""
    by, on = house.leader, ago(days)
    pair = pairs.decide(
        participant=house.participants[hers], volunteer=house.volunteers[theirs],
        reason="near", on=on, by=by,
    )  # fmt: skip
    walk = (
        (pairs.approve, {"by": house.second}),
        (pairs.note_her_yes, {"by": by}),
        (pairs.note_volunteer_yes, {"by": by}),
        (pairs.plan_introduction, {"by": by, **_meeting(house, days if steps > 4 else -1)}),
        (pairs.note_introduced, {"by": by, "coordinator_present": True}),
    )
    for step, told in walk[:steps]:
        step(pair=pair, on=on, **told)
    return pair


def _meeting(house: House, days: int) -> dict[str, Any]:
    return {"day": ago(days), "place": house.places["place"].reference}


def _meet_ups(house: House, pair: Any, days: int, prefix: str) -> None:
    """One that the coordinator noted, and one of the volunteer's own when she has an account."""
    told = {"pair": pair, "day": ago(days), "happened": True, "length": "1_2h", "kinds": ["walk"]}
    house.meet_ups[f"{prefix}leader"] = pairs.log_meet_up(by=house.leader, **told)
    person = house.volunteers["running"].person
    if person is not None and not pair.ended_on:
        house.meet_ups[f"{prefix}volunteer"] = pairs.log_meet_up(
            by=person, **{**told, "wants_talk": True}
        )


def _glasses(house: House) -> None:
    """Two break-glasses that the leader asked for: one opened on a yes, and one that got a no."""
    by, hers = house.leader, house.participants
    current = "ressursvenn.oversight.acts.checkpoints.is_current"
    with mock.patch(current, return_value=True):
        for what, whose, yes in (("glass", "waiting", True), ("no_glass", "decided", False)):
            asked = oversight.ask_break_glass(
                reference=hers[whose].reference,
                reason="limit",
                association=house.association,
                by=by,
            )
            house.notes[what] = together.answer(asked=asked, yes=yes, by=house.second)
        oversight.break_glass(asked=house.notes["glass"], by=by)


def _workbooks(house: House) -> None:
    """One with a row that came again otherwise, decided once and waiting now; and one taken back."""
    row = _in_workbook(house, "Ingrid", "959 60 233")
    house.books["brought"] = _brought(house, row)
    _brought(house, {**row, "Område": "Moss"})
    house.books["decided"] = proposals(house.leader).get()
    spreadsheets.settle_proposal(row=house.books["decided"], choice="house", by=house.leader)
    _brought(house, {**row, "Område": "Drammen"})
    house.books["proposal"] = proposals(house.leader).get()
    house.books["taken_back"] = _brought(house, _in_workbook(house, "Borghild", "959 60 234"))
    spreadsheets.take_back(bringing=house.books["taken_back"], by=house.leader)


def _in_workbook(house: House, first_name: str, phone: str) -> dict[str, str]:
    """A workbook's name may hold no digit, so its markers stand where they may."""
    return {
        "Fornavn": first_name,
        "Mobil": phone,
        "E-post": f"{house.mark('v', 'r', 'email')}@example.org",
        "Merknad": house.mark("v", "r", "remark"),
    }


def _brought(house: House, row: dict[str, str]) -> Any:
    report = spreadsheets.bring_in(
        workbook_bytes=books.volunteers(row), association=house.association, by=house.leader
    )
    return report.bringing


def _arrivals(house: House) -> None:
    """One who applied by herself, one who is held back, a draft that waits and one that is gone."""
    known = {"areas": [AREA], "languages": ["no"], "birth_year": 1980}
    arrived = arrivals.receive(
        association=house.association, consent="2026-11", told=house.mark("v", "r", "told"),
        **_applicant(house), **known,
    )  # fmt: skip
    house.notes["arrived"] = arrived.volunteer
    house.notes["held"] = volunteers.receive_application(
        association=house.association, held=True, **_applicant(house), **known
    )
    house.notes["begun"] = arrivals.save_draft(content={"last_name": ["Utkast"]})
    house.notes["begun_and_gone"] = arrivals.save_draft(content={"last_name": ["Utkast"]})
    arrivals.throw_away_draft(token=house.notes["begun_and_gone"])


def _applicant(house: House) -> dict[str, str]:
    return {
        "first_name": house.mark("v", "c", "firstname"),
        "last_name": house.mark("v", "c", "lastname"),
        "phone": house.mark("v", "r", "phone"),
        "email": f"{house.mark('v', 'r', 'email')}@example.org",
    }


def _screening(house: House) -> None:
    """Referees with and without an answer, notes of one of two, a road that ended; a paper's address."""
    by, hers = house.leader, house.volunteers["learning"]
    for what in ("referee", "answered_referee"):
        about = {"volunteer": hers, "relation": "leader", "by": by}
        house.notes[what] = screening.note_referee(
            name=house.mark("v", "r", "refname"), contact=house.mark("v", "r", "refnumber"), **about
        )
    house.notes["referee_word"] = screening.give_link(referee=house.notes["referee"], by=by)
    word = screening.give_link(referee=house.notes["answered_referee"], by=by)
    well = {code: next(iter(answers)) for code, answers in screening_words.ANSWERS.items()}
    screening.receive_statement(word=word, answers=well, said=house.mark("v", "r", "said"))
    house.notes["used_referee_word"] = word
    interview = volunteers_of.latest_interview(hers)
    notes = {"motive": ("yes", house.mark("v", "r", "note"))}
    screening.write_notes(interview=interview, answers=notes, by=by)
    screening.say_where_shown(office="Gata 1, 0155 Oslo", place="Oslo", by=by)


def _guidance(house: House) -> None:
    """A group with evenings behind and ahead, one that is laid down, a word of hers, a talk, gatherings."""
    by, hers = house.leader, house.volunteers["running"]
    laid_out = {"association": house.association, "leader": by, "places": 9, "by": by}
    group = support.lay_out_group(name="Gruppen", **laid_out)
    down = support.lay_out_group(name="En gruppe til", **laid_out)
    support.lay_down_group(group=down, by=by)
    support.take_in(group=group, volunteer=hers, by=by)
    times = {"begins": time(18), "ends": time(20), "on_line": True, "by": by}
    days = {"guidance": ago(0), "guidance_off": ago(-9), "guidance_ahead": ago(-5)}
    house.notes |= {"group": group, "group_down": down} | {
        what: support.set_evening(group=group, on=on, **times) for what, on in days.items()
    }
    support.call_off_evening(evening=house.notes["guidance_off"], by=by)
    for what, on in (("gathering", ago(2)), ("counted_gathering", ago(3))):
        told = {"association": house.association, "on": on, "for_whom": "pairs", "by": by}
        house.notes[what] = support.set_gathering(**told)
    support.note_how_many_came(gathering=house.notes["counted_gathering"], came=7, by=by)
    how = {"length": "15_30", "mood": "heavy", "next_step": "talk_again"}
    support.note_talk(volunteer=hers, on=ago(4), by=by, **how)
    if hers.person:
        support.say_it_is_heavy(volunteer=hers, wish="ring", by=hers.person)


def _offers(house: House) -> None:
    """Her own words, which she alone may read again, and what a colleague has noted for others."""
    told = {"levels": {"no": "well", "so": "mother"}, "would_like": ["talk"], "areas": [AREA]}
    told |= {"shows": ["likes", "languages", "presentation"], "interests": ["walking"]}
    hers, by = house.volunteers["running"], house.leader
    if hers.person:
        own = house.mark("v", "r", "ownwords")
        (marker,) = canary.found_in(own)
        canary.kept_for[marker.number] = hers.person.sign_name
        volunteers.say_what_i_offer(volunteer=hers, presentation=own, by=hers.person, **told)
    for what in ("approved", "free"):
        words = house.mark("v", "r", "words")
        volunteers.note_what_she_offers(
            volunteer=house.volunteers[what], presentation=words, by=by, **told
        )
