"""A message to her on the pages: exactly what would arrive, what came of it, and what is asked in the form."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from ressursvenn.participants import changes
from ressursvenn.participants import queries as participants
from ressursvenn.participants.models import Participant
from ressursvenn.programme.limits import Limits, Terms
from ressursvenn.protection import opening
from ressursvenn.protection.messages import post
from ressursvenn.protection.messages.models import Outgoing
from tests.protection.messages.conftest import (
    BY_EMAIL,
    BY_PHONE,
    BY_SMS,
    HOUR,
    NOON,
    NUMBER,
    a_participant,
    how,
    noon,
    written,
)

from .conftest import acts, fresh

__all__ = ["noon"]


def page_of(row, what="") -> str:
    return f"/a/deltakere/{row.reference}/{what}"


def told(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.fixture
def amina(noon, kari):
    return a_participant(kari, **BY_SMS)


@pytest.fixture
def desk(noon, signed_in, kari):
    return signed_in(kari)


def test_the_page_shows_exactly_what_would_arrive(desk, amina):
    shown = told(desk.get(page_of(amina, "melding/")))

    for word in (
        "Mona",
        "Hei, ring meg når det passer.",
        NUMBER.replace(" ", ""),
        "alle dager 8–21",
    ):
        assert word in shown
    assert "om et minutt" in shown
    assert not Outgoing.objects.exists()


def test_saying_send_writes_it_and_says_so_on_her_page(desk, amina):
    answer = desk.post(page_of(amina, "melding/"), {"kind": "call_me"})

    assert answer.url == page_of(amina)
    assert "Venter på å bli sendt." in told(desk.get(page_of(amina)))
    post.send_due()
    assert "Sendt." in told(desk.get(page_of(amina)))
    assert acts()[-1] == "messages.sent_to_her"


def test_a_tap_with_nothing_in_it_writes_nothing(desk, amina):
    for sent in ({}, {"kind": ""}, {"kind": "something_waits"}, {"kind": "x", "text": "Hei"}):
        assert desk.post(page_of(amina, "melding/"), sent).status_code == 200

    assert not Outgoing.objects.exists()


def test_there_is_no_box_to_write_anything_in(desk, amina):
    form = desk.get(page_of(amina, "melding/")).content.decode()

    assert re.findall(r'<(?:textarea|select|input type="text")', form) == []
    assert "http" not in re.sub(r'(?:href|action|data-leave)="[^"]*"|xmlns="[^"]*"', "", form)


@pytest.mark.parametrize(
    ("chosen", "says"),
    [
        ({"channel": "nothing"}, "ikke valgt en vei inn"),
        ({**BY_SMS, "language": "so"}, "finnes ikke på språket"),
        ({**BY_SMS, "sender": ""}, "ikke valgt en avsender"),
        ({**BY_SMS, "until": date(2027, 3, 2)}, "avklares på nytt"),
        ({**BY_SMS, "hours": "evening"}, "utenfor tiden"),
        ({**BY_SMS, "never_say": ["MONA"]}, "et ord deltakeren ikke vil se"),
    ],
)
def test_what_stands_in_the_way_is_said_and_there_is_no_button(desk, kari, noon, chosen, says):
    row = a_participant(kari, **chosen)

    shown = desk.get(page_of(row, "melding/"))
    answer = desk.post(page_of(row, "melding/"), {"kind": "call_me"})

    assert says in told(shown)
    assert "Send meldingen" not in told(shown)
    assert says in told(answer)
    assert not Outgoing.objects.exists()


def test_a_translation_is_shown_with_its_meaning_and_that_nobody_has_read_it(desk, kari, noon):
    row = a_participant(kari, **{**BY_EMAIL, "language": "uk"})

    shown = told(desk.get(page_of(row, "melding/")))

    for word in (
        "Mona &lt;post@post.example&gt;",
        "зателефонуй",
        "Привіт",
        "Hei, ring meg når det passer.",
        "ikke lest av noen",
    ):
        assert word in shown


def test_before_her_hours_the_page_says_when_it_goes(signed_in, kari, noon):
    noon.move_to(NOON.replace(hour=15, minute=50))
    row = a_participant(kari, **{**BY_SMS, "hours": "evening"})

    assert "fra klokka 17.00" in told(signed_in(kari).get(page_of(row, "melding/")))


@pytest.mark.parametrize(
    ("who", "status"),
    [("kari", 200), ("kaja", 200), ("nora", 404), ("gro", 403), ("kirsti", 403), (None, 302)],
)
def test_who_gets_in(signed_in, people, amina, who, status):
    assert signed_in(people.get(who)).get(page_of(amina, "melding/")).status_code == status


# --- what came of it ----------------------------------------------------------------------------


def lines(person) -> list[str]:
    terms = Terms(timezone.localdate(), Limits())
    return [line.sentence for line in participants.day_lines(person, terms)]


def about_messages(person) -> list[str]:
    words = ("eldingen", "Ring", "på nytt")
    return [told for told in lines(person) if any(word in told for word in words)]


def test_by_phone_it_is_a_line_until_somebody_has_rung(desk, kari, noon):
    row = a_participant(kari, **BY_PHONE)
    shown = told(desk.get(page_of(row, "melding/")))
    desk.post(page_of(row, "melding/"), {"kind": "call_me"})

    assert "Herfra ringer vi ingen" in shown
    assert "legg ikke igjen beskjed" in shown
    assert about_messages(kari) == ["Ring Linerle. Når og hvordan det er trygt, står på siden."]
    assert "Du skal ringe." in told(desk.get(page_of(row)))

    answer = desk.post(page_of(row, "melding/ordnet/"))
    assert (answer.url, about_messages(kari)) == (page_of(row), [])
    assert "Ordnet." in told(desk.get(page_of(row)))
    assert acts()[-1] == "participants.message_settled"


def test_settling_what_is_not_open_leaves_no_entry(desk, amina):
    desk.post(page_of(amina, "melding/ordnet/"))

    assert "participants.message_settled" not in acts()


def test_nobody_rings_somebody_who_has_withdrawn(kari, noon):
    row = a_participant(kari, **BY_PHONE)
    written(row, kari)
    changes.withdraw_consent(participant=fresh(row), by=kari)

    assert about_messages(kari) == []


def test_what_was_dropped_is_a_line_that_says_why(desk, amina, kari, nora):
    written(amina, kari)
    changes.settle_contact(participant=fresh(amina), channel="nothing", by=kari)
    post.send_due()

    (line,) = about_messages(kari)
    assert line.startswith("Meldingen ble ikke sendt. Deltakeren har ikke valgt")
    assert about_messages(nora) == []
    assert "Ikke sendt." in told(desk.get(page_of(amina)))


def test_what_nobody_knows_comes_first_and_is_never_sent_again(signed_in, amina, kari, noon):
    row = written(amina, kari)
    Outgoing.objects.filter(pk=row.pk).update(trying_at=timezone.now(), tries=1)
    noon.shift(HOUR)
    post.send_due()

    assert how(row) == "unknown"
    assert about_messages(kari) == ["Vi vet ikke om meldingen kom fram. Den blir ikke sendt igjen."]
    desk = signed_in(kari)
    assert "Vi vet ikke om den kom fram" in told(desk.get(page_of(amina)))
    desk.post(page_of(amina, "melding/ordnet/"))
    assert about_messages(kari) == []


def test_after_the_day_she_is_to_be_asked_again_min_dag_says_so(amina, kari, noon):
    noon.move_to(NOON.replace(month=6, day=1))
    assert about_messages(kari) == []

    noon.move_to(NOON.replace(month=6, day=2))
    assert about_messages(kari) == [
        "Trygg kontakt må avklares på nytt. Til da blir ingenting sendt."
    ]
    changes.settle_contact(
        participant=fresh(amina), by=kari, **{**BY_SMS, "until": date(2027, 9, 1)}
    )
    assert about_messages(kari) == []


# --- the form -----------------------------------------------------------------------------------

ON = {"on": "2027-03-03"}
WHOLE = {
    "channel": "sms_without_name", "number": "927 69 310", "hours": "daytime", "begins": "10:00",
    "ends": "14:00", "sender": "Kim", "language": "nn", "voicemail": "yes", "never_say": "jobb\n møte \njobb",
    "until": "2027-05-01", **ON,
}  # fmt: skip


def opened(row, by) -> Participant:
    return opening.open_record(
        Participant.objects.get(pk=row.pk), by=by, purpose="participant_page"
    )


def test_the_form_keeps_all_that_was_chosen(desk, amina, kari):
    answer = desk.post(page_of(amina, "kontakt/"), WHOLE)

    row = opened(amina, kari)
    assert answer.status_code == 302
    assert (row.contact_begins, row.contact_ends, row.contact_hours) == (
        "10:00",
        "14:00",
        "daytime",
    )
    assert (row.contact_sender, row.contact_language, row.contact_voicemail) == ("Kim", "nn", "yes")
    assert (row.contact_never_say, row.contact_until) == (["jobb", "møte"], date(2027, 5, 1))
    form = desk.get(page_of(amina, "kontakt/")).content.decode()
    for value in ('value="10:00"', 'value="14:00"', "jobb\nmøte", 'value="2027-05-01"'):
        assert value in form


def test_what_is_emptied_stays_until_somebody_says_delete(desk, amina, kari):
    desk.post(page_of(amina, "kontakt/"), WHOLE)
    emptied = {"channel": "sms_without_name", **ON}

    answer = desk.post(page_of(amina, "kontakt/"), emptied)
    row = opened(amina, kari)
    assert answer.status_code == 302
    assert (row.contact_number, row.contact_never_say) == ("+47 92 76 93 10", ["jobb", "møte"])
    assert (row.contact_begins, row.contact_sender) == ("10:00", "Kim")

    asked = desk.post(page_of(amina, "kontakt/"), {**emptied, "forget": "on"})
    assert sorted(asked.context["form"].errors) == ["hours", "number"]
    needed = {name: WHOLE[name] for name in ("number", "hours")}
    desk.post(page_of(amina, "kontakt/"), {**emptied, **needed, "forget": "on"})
    row = opened(amina, kari)
    assert (row.contact_never_say, row.contact_begins, row.contact_sender) == ([], "", "")


def test_a_channel_that_needs_no_number_keeps_none(desk, amina, kari):
    desk.post(page_of(amina, "kontakt/"), {"channel": "email", "email": "a@example.org", **ON})
    row = opened(amina, kari)
    assert (row.contact_number, row.contact_email) == ("", "a@example.org")

    desk.post(page_of(amina, "kontakt/"), {"channel": "in_person", **ON})
    row = opened(amina, kari)
    assert (row.contact_number, row.contact_email, row.contact_until) == ("", "", None)


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"begins": "14:00", "ends": "10:00"}, "ends"),
        ({"begins": "25:00"}, "begins"),
        ({"begins": "18:00", "ends": "20:00"}, "__all__"),  # outside the hours of the day she chose
        ({"never_say": "x"}, "never_say"),
        ({"never_say": "\n".join(f"ord{n}" for n in range(31))}, "never_say"),
        ({"until": "2027-03-02"}, "until"),
        ({"until": "2029-01-01"}, "until"),
        ({"sender": "Krisesenteret"}, "sender"),
        ({"language": "xx"}, "language"),
        ({"channel": "email", "email": "a@example.org, b@example.org"}, "email"),
        ({"channel": "email"}, "email"),
    ],
)
def test_what_does_not_fit_is_said_beside_it_and_what_was_typed_stays(desk, amina, wrong, where):
    answer = desk.post(page_of(amina, "kontakt/"), {**WHOLE, **wrong})

    assert list(answer.context["form"].errors) == [where]
    assert 'value="927 69 310"' in answer.content.decode()


def test_the_form_marks_every_translation_nobody_has_confirmed(desk, amina):
    form = told(desk.get(page_of(amina, "kontakt/")))

    for word in ("engelsk (oversettelsen er ikke lest", "somali (ikke oversatt"):
        assert word in form


def test_nothing_of_it_is_readable_in_the_table(desk, amina, kari):
    desk.post(page_of(amina, "kontakt/"), WHOLE)
    desk.post(page_of(amina, "kontakt/"), {"channel": "email", "email": "a@example.org", **ON})

    stored = Participant.objects.filter(pk=amina.pk).values().get()
    locked = b" ".join(v.locked for v in stored.values() if hasattr(v, "locked"))
    for word in (b"jobb", b"10:00", b"a@example", b"daytime", b"2027-05"):
        assert word not in locked
    assert "contact_until" in Participant.Handling.card


def test_a_volunteer_never_gets_her_address(kari, noon):
    from ressursvenn.pairs.queries.own import NEVER_CALL

    assert "email" in NEVER_CALL


def test_her_setting_runs_out_after_ninety_days_if_nobody_says_otherwise(desk, amina, kari):
    desk.post(page_of(amina, "kontakt/"), {k: v for k, v in WHOLE.items() if k != "until"})
    kept = opened(amina, kari).contact_until  # what was there from before
    assert kept == BY_SMS["until"]

    fresh_one = a_participant(kari)
    desk.post(page_of(fresh_one, "kontakt/"), {k: v for k, v in WHOLE.items() if k != "until"})
    assert opened(fresh_one, kari).contact_until == timezone.localdate() + timedelta(days=90)
