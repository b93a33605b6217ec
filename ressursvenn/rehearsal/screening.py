"""Screening in the made-up world: notes of one and of both, referees in every state, a no, and an address."""

from __future__ import annotations

from typing import Any

from ressursvenn.accounts import queries as accounts
from ressursvenn.screening import changes, criteria, facts, words
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import queries as reading

SAID = {
    "motive": ("yes", "Vil gi noen en venn. Har hatt god hjelp selv."),
    "boundaries": ("unsure", "Syntes det var vanskelig å si nei til penger."),
}
WELL = {code: next(iter(answers)) for code, answers in words.ANSWERS.items()}


def lay_out(world: Any) -> None:
    """In Oslo: one where both have written, one where the leader has not, two asked about, one told no."""
    by, other = world.leader("oslo"), world.with_her("oslo")
    changes.say_where_shown(office="Storgata 1, 0155 Oslo", place="Oslo", by=by)
    first, second, told_no = (_applicant(world, *named) for named in NAMES)
    for row, outcome in ((first, "suitable"), (second, "undecided")):
        volunteers.note_interview(
            volunteer=row, on=world.ago(4), first_interviewer=by, second_interviewer=other,
            outcome=outcome, by=by,
        )  # fmt: skip
    for row, writers in ((first, (by, other)), (second, (other,))):
        interview = reading.latest_interview(row)
        for writer in writers:
            changes.write_notes(interview=interview, answers=_all_of_them(), by=writer, done=True)
    _referees(first, by)
    changes.end_road(volunteer=told_no, on=world.ago(5), reason="time", by=by)


def assess(volunteer: Any) -> None:
    """The two who talked with her have written; of long ago it is said that the interview is too old."""
    interview = reading.latest_interview(volunteer)
    if interview is None:
        return
    both = (interview.first_interviewer, interview.second_interviewer)
    if not facts.may_be_written(interview, accounts.terms(None)):
        changes.say_too_old(interview=interview, by=both[0])
        return
    for one in both:
        changes.write_notes(interview=interview, answers=_all_of_them(), by=one, done=True)


NAMES = (("Ragnhild", "Myrvold"), ("Oddny", "Kleiva"), ("Sissel", "Brekke"))


def _applicant(world: Any, first: str, last: str) -> Any:
    by = world.leader("oslo")
    row = volunteers.note_application(
        association=world.houses["oslo"], first_name=first, last_name=last, applied_on=world.ago(9),
        areas=[world.draw.area("oslo")], languages=["no"], interests=["walking"], times=["saturday"],
        email=f"{first.lower()}@example.org", phone="900 00 031", birth_year=1979, by=by,
    )  # fmt: skip
    volunteers.note_answer(volunteer=row, on=world.ago(8), by=by)
    return row


def _all_of_them() -> dict[str, tuple[str, str]]:
    return {one.code: SAID.get(one.code, ("yes", "")) for one in criteria.FROM_2026}


def _referees(volunteer: Any, by: Any) -> None:
    """One has answered and is not read; one has a link; one is noted."""
    for name, relation in (
        ("Berit Ås", "leader"),
        ("Tor Vang", "friend"),
        ("Eli Rud", "voluntary"),
    ):
        row = changes.note_referee(
            volunteer=volunteer, name=name, contact="900 00 041", relation=relation, by=by
        )
        if relation != "voluntary":
            word = changes.give_link(referee=row, by=by)
        if relation == "leader":
            changes.receive_statement(
                word=word, answers=WELL, said="Rolig, og holder det hun lover."
            )
