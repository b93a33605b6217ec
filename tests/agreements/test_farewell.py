"""She leaves: the talk, the certificate, access ended at once, papers shredded, and asked again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from ressursvenn.agreements import changes, forms, queries, retention
from ressursvenn.agreements.models import ExitTalk, ServicePaper, SignedPaper, Signing
from ressursvenn.protection import opening
from ressursvenn.protection import retention as erasing
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes as volunteers
from tests.pairs import conftest as pairs

from .conftest import days_ago, fresh, gone_through, signed

TALK = {"why": "time", "come_back": "maybe"}


def at(volunteer, *more) -> str:
    return "/".join(["/a/avtaler", volunteer.reference, "farvel", *more, ""])


def test_her_session_is_dead_on_the_next_request_and_the_papers_are_gone(
    signed_in, hers, solveig, kari, audited
):
    row = signed(hers, solveig, kari)
    open_one = gone_through(hers, kari, "agreement")
    phone = signed_in(solveig)
    assert phone.get("/v/avtale/").status_code == 200
    audited()

    answer = signed_in(kari).post(at(hers, "slutt"), {"on": days_ago(0).isoformat(), "sure": "on"})

    assert answer.url == at(hers)
    assert phone.get("/v/avtale/").status_code == 302
    assert phone.get(f"/v/avtale/{row.reference}/papir/").status_code == 302
    assert not SignedPaper.objects.exists()
    assert fresh(hers).left_on == days_ago(0)
    assert Signing.objects.get(pk=open_one.pk).laid_aside_on == days_ago(0)
    kept = Signing.objects.get(pk=row.pk)
    assert (kept.issued_on, kept.print) == (row.issued_on, row.print)
    acts = [did for did in audited() if did != "protection.opened"]
    assert acts[-1] == "agreements.farewell_said"
    assert {"accounts.account_closed", "volunteers.left"} <= set(acts)


def test_when_she_cannot_leave_nothing_is_shredded(hers, solveig, kari):
    from tests.volunteers.conftest import pair

    signed(hers, solveig, kari)
    pair(hers, kari)

    with pytest.raises(ValidationError, match="Avslutt koblingen først"):
        changes.say_farewell(volunteer=hers, on=days_ago(0), by=kari)

    assert SignedPaper.objects.count() == 1
    assert fresh(hers).left_on is None


def test_the_papers_of_whoever_leaves_by_the_old_button_go_the_same_night(
    signed_in, hers, neighbours, solveig, nils, kari, nora
):
    row = signed(hers, solveig, kari)
    theirs = signed(neighbours, nils, nora)
    volunteers.note_leaving(volunteer=hers, on=days_ago(0), by=kari)
    where = f"/a/avtaler/{hers.reference}/{row.reference}/papir/"
    assert signed_in(kari).get(where).status_code == 404  # nobody reads it meanwhile

    gone = erasing.erase_what_is_due()

    assert (gone["signed_paper"], gone["failed"]) == (1, 0)
    assert [paper.signing_id for paper in SignedPaper.objects.all()] == [theirs.pk]
    assert Signing.objects.filter(pk=row.pk).exists()
    entry = AuditEntry.objects.get(did="agreements.papers_shredded")
    assert entry.by is None
    assert [about.reference for about in entry.about.all()] == [hers.reference]


def test_a_night_with_nobody_to_shred_leaves_no_entry(hers, solveig, kari):
    signed(hers, solveig, kari)

    assert retention.shred(days_ago(0)) == 0
    assert not AuditEntry.objects.filter(did="agreements.papers_shredded").exists()


def test_when_she_is_erased_everything_of_it_goes(hers, solveig, kari):
    signed(hers, solveig, kari)
    changes.note_exit_talk(volunteer=hers, on=days_ago(0), by=kari, **TALK)
    volunteers.note_agreement(volunteer=hers, on=days_ago(9), months=12, by=kari)
    changes.issue_service_paper(volunteer=hers, began=days_ago(9), until=days_ago(0), by=kari)
    changes.say_farewell(volunteer=hers, on=days_ago(0), by=kari)
    (sort,) = [one for one in erasing.sorts() if one.keep == "volunteer"]

    erasing.erase(sort, hers.reference, by=kari)

    assert [m.objects.count() for m in (Signing, SignedPaper, ExitTalk, ServicePaper)] == [0] * 4


@pytest.mark.parametrize("who", ["nora", "bodil", "astrid", "vigdis", "siri", "solveig"])
def test_who_may_not(hers, people, who):
    by = people[who]
    days = {"began": days_ago(9), "until": days_ago(0)}

    for act in (
        lambda: changes.say_farewell(volunteer=hers, on=days_ago(0), by=by),
        lambda: changes.note_exit_talk(volunteer=hers, on=days_ago(0), by=by, **TALK),
        lambda: changes.issue_service_paper(volunteer=hers, by=by, **days),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert fresh(hers).left_on is None


# --- the talk -------------------------------------------------------------------------------------


def test_what_she_said_is_locked_and_the_latest_counts(signed_in, hers, kari, audited):
    browser = signed_in(kari)
    told = {"on": days_ago(0).isoformat(), **TALK, "to_change": "Flere kvelder sammen"}
    audited()

    assert browser.post(at(hers, "samtale"), told).url == at(hers)
    assert [did for did in audited() if did != "protection.opened"] == ["agreements.exit_talk_held"]

    raw = ExitTalk.objects.values_list("why", "come_back", "to_change").get()
    assert b"kvelder" not in b"".join(bytes(each.locked) for each in raw)
    assert "Flere kvelder sammen" in browser.get(at(hers)).content.decode()
    browser.post(at(hers, "samtale"), {**told, "why": "moved", "to_change": ""})
    page = browser.get(at(hers)).content.decode()
    assert "<dd>hun flytter</dd>" in page
    assert "Flere kvelder sammen" not in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"on": ""}, "Skriv dagen."),
        ({"on": days_ago(-1).isoformat()}, "ikke vært ennå"),
        ({"why": ""}, "Velg det som ligger nærmest."),
        ({"why": "<b>"}, "Velg"),
        ({"come_back": ""}, "Velg et svar."),
        ({"to_change": "x" * 201}, "Skriv høyst 200 tegn."),
        ({"ask_again_from": "1999-01-01"}, "Velg fra listen."),
    ],
)
def test_what_is_wrong_is_kept_and_explained(signed_in, hers, kari, wrong, said):
    sent = {"on": days_ago(0).isoformat(), **TALK, "to_change": "Dette står igjen", **wrong}

    page = signed_in(kari).post(at(hers, "samtale"), sent).content.decode()

    assert said in page
    assert sent["to_change"][:200] in page
    assert not ExitTalk.objects.exists()


@pytest.mark.parametrize(("who", "told"), [("kari", True), ("kaja", True), ("gro", False)])
def test_why_she_left_is_told_to_coordinators_and_no_group_leader(
    signed_in, hers, kari, people, who, told
):
    """Why may be that it was heavy, and what to change is a complaint: strain, and not a record of hers."""
    said = {**TALK, "why": "heavy", "to_change": "Koordinatoren ringte aldri"}
    changes.note_exit_talk(volunteer=hers, on=days_ago(0), by=kari, **said)

    page = signed_in(people[who]).get(at(hers)).content.decode()

    assert ("<dd>det er blitt tungt</dd>" in page) is told
    assert ("Koordinatoren ringte aldri" in page) is told
    assert "<dd>kanskje" in page


def test_whoever_held_the_talk_reads_what_she_was_told(signed_in, hers, gro):
    said = {**TALK, "why": "heavy", "to_change": "Flere kvelder"}
    changes.note_exit_talk(volunteer=hers, on=days_ago(0), by=gro, **said)

    assert "Flere kvelder" in signed_in(gro).get(at(hers)).content.decode()


@pytest.mark.parametrize(("days", "left"), [(89, 1), (90, 0)])
@pytest.mark.parametrize("leaves", [True, False])
def test_what_she_said_goes_as_strain_does(agreed, kari, days, left, leaves):
    talk = changes.note_exit_talk(volunteer=agreed, on=days_ago(30), by=kari, **TALK)
    if leaves:
        changes.say_farewell(volunteer=agreed, on=days_ago(10), by=kari)

    since = 10 if leaves else 30
    gone = erasing.by_age()["exit_talk"](days_ago(since) + timedelta(days - 90))

    assert (gone, ExitTalk.objects.count()) == (1 - left, left)
    forgotten = AuditEntry.objects.filter(did="agreements.exit_talks_forgotten")
    assert [[one.reference for one in entry.about.all()] for entry in forgotten] == (
        [] if left else [[talk.reference]]
    )


def test_nobody_is_asked_again_who_does_not_want_it(hers, kari):
    month = timezone.localdate()

    with pytest.raises(ValidationError, match="vil ikke spørres igjen"):
        changes.note_exit_talk(
            volunteer=hers, on=days_ago(0), why="time", come_back="no", ask_again_from=month,
            by=kari,
        )  # fmt: skip


@pytest.mark.parametrize("month", [date(2026, 1, 31), date(2026, 12, 1), date(2027, 2, 27)])
def test_the_months_are_those_that_begin_in_time(month):
    last = month + timedelta(70)

    offered = forms.months_until(month, last)

    assert offered == [day for day in (month + timedelta(n) for n in range(1, 71)) if day.day == 1]


@pytest.mark.parametrize(
    ("promised", "left_ago", "days", "is_left"),
    [(False, None, 30, 30), (True, None, 90, 90), (True, 60, 90, 30), (False, 10, 30, 20)],
)
def test_she_is_asked_back_and_told_of_as_long_as_she_is_kept(
    signed_in, hers, kari, promised, left_ago, days, is_left
):
    """30 days for whoever never promised anything, counted from her own last day: not 90 from today."""
    today = timezone.localdate()
    if promised:
        volunteers.note_agreement(volunteer=hers, on=days_ago(200), months=12, by=kari)
    if left_ago is not None:
        changes.say_farewell(volunteer=hers, on=days_ago(left_ago), by=kari)
        hers = fresh(hers)
    after = queries.afterwards(kari, hers)

    assert (after.days, after.asked_until) == (days, today + timedelta(is_left))
    page = signed_in(kari).get(at(hers)).content.decode()
    assert f"{days} dager etter" in page
    assert f"{120 - days} dager etter" not in page
    talk = {"volunteer": hers, "on": today, "by": kari, **TALK}
    changes.note_exit_talk(ask_again_from=after.asked_until, **talk)
    with pytest.raises(ValidationError, match="Da er hun slettet"):
        changes.note_exit_talk(ask_again_from=after.asked_until + timedelta(1), **talk)


def test_what_we_say_before_she_leaves_is_what_happens(hers, kari):
    told = queries.afterwards(kari, hers).kept.goes_on(erasing.limits_on(days_ago(0)))

    changes.say_farewell(volunteer=hers, on=days_ago(0), by=kari)

    kept = erasing.kept("volunteer", hers.reference)
    assert kept.goes_on(erasing.limits_on(days_ago(0))) == told


def test_in_her_month_it_is_a_line_until_somebody_has_asked(signed_in, hers, kari, kaja):
    from ressursvenn.accounts import queries as accounts

    terms = accounts.terms(kari.association)
    changes.note_exit_talk(
        volunteer=hers, on=days_ago(0), ask_again_from=days_ago(0), by=kari, **TALK
    )

    def waiting():
        rows = [row for each in queries.day_rows(kaja, terms) for row in each]
        return [about for kind, about, _ in rows if kind == queries.AGAIN]

    assert waiting() == []  # she is still here
    changes.say_farewell(volunteer=hers, on=days_ago(0), by=kari)
    assert waiting() == [hers.reference]
    browser = signed_in(kari)
    assert "Hun ville gjerne spørres igjen nå" in browser.get(at(hers)).content.decode()

    assert browser.post(at(hers, "spurt")).url == at(hers)
    assert waiting() == [hers.reference]  # nothing was pressed
    browser.post(at(hers, "spurt"), {"asked": "1"})
    assert waiting() == []
    with pytest.raises(ValidationError, match="alt notert"):
        changes.note_asked_again(talk=ExitTalk.objects.get(), by=kari)


# --- the certificate --------------------------------------------------------------------------------


@pytest.fixture
def agreed(hers, kari):
    volunteers.note_agreement(volunteer=hers, on=days_ago(200), months=12, by=kari)
    return hers


def test_whoever_never_was_a_volunteer_gets_no_certificate(signed_in, hers, kari):
    sent = {"began": "1.3.2026", "until": days_ago(0).isoformat(), "language": "nb"}

    page = signed_in(kari).post(at(hers, "attest"), sent).content.decode()

    assert "Attesten er for den som har hatt en avtale eller en kobling." in page
    assert not ServicePaper.objects.exists()


def test_it_says_only_what_is_true_of_her(agreed, kari, monkeypatch):
    from ressursvenn.agreements import setting

    told = []
    monkeypatch.setattr(setting, "service", lambda **more: told.append(more["told"]) or b"%PDF")
    days = {"began": days_ago(200), "until": days_ago(0), "by": kari}
    changes.issue_service_paper(volunteer=agreed, **days)
    volunteers.note_confidentiality_signed(volunteer=agreed, on=days_ago(100), by=kari)
    volunteers.note_course_hours(volunteer=agreed, on=days_ago(90), hours=3, by=kari)
    changes.issue_service_paper(volunteer=agreed, **days)
    volunteers.note_course_hours(volunteer=agreed, on=days_ago(80), hours=9, by=kari)
    changes.issue_service_paper(volunteer=agreed, **days)

    some = ["confidentiality"]
    assert [each["steps"] for each in told] == [[], some, ["trained", *some]]


def test_it_asks_the_same_rules_as_everywhere(agreed, kari, monkeypatch):
    """A certificate too old when it was shown is none; nor is one that nobody had to show."""
    from ressursvenn.accounts import queries as accounts
    from ressursvenn.agreements import setting
    from ressursvenn.programme.limits import Limits, Terms
    from ressursvenn.volunteers.models import CertificateSighting

    told = []
    monkeypatch.setattr(setting, "service", lambda **more: told.append(more["told"]) or b"%PDF")
    days = {"began": days_ago(200), "until": days_ago(0), "by": kari}
    row = CertificateSighting(volunteer=agreed, issued_on=days_ago(190), shown_on=days_ago(20))
    row.seen_by = row.noted_by = kari
    row.save()
    changes.issue_service_paper(volunteer=agreed, **days)
    terms = Terms(days_ago(0), Limits(certificate_required=False))
    monkeypatch.setattr(accounts, "terms", lambda house, today=None: terms)
    changes.issue_service_paper(volunteer=agreed, **days)
    CertificateSighting.objects.update(issued_on=days_ago(40))
    changes.issue_service_paper(volunteer=agreed, **days)

    assert [each["steps"] for each in told] == [[], [], ["certificate"]]


def test_the_certificate_can_be_checked_by_whoever_is_shown_it(signed_in, client, agreed, kari):
    sent = {"began": "1.3.2026", "until": days_ago(0).isoformat(), "hours": "40",
            "course_hours": "12", "language": "nn"}  # fmt: skip

    answer = signed_in(kari).post(at(agreed, "attest"), sent)

    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="papir.pdf"'
    from hashlib import sha256

    letters = sha256(answer.content).hexdigest()
    assert ServicePaper.objects.get().print == letters
    assert "Vi har utstedt" in client.post("/ekte/", {"letters": letters}).content.decode()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"began": ""}, "Skriv dagen."),
        ({"began": days_ago(0).isoformat(), "until": days_ago(5).isoformat()}, "etter den siste"),
        ({"until": days_ago(-1).isoformat()}, "ikke vært ennå"),
        ({"hours": "mange"}, "helt tall"),
        ({"hours": "-1"}, "større enn"),
    ],
)
def test_a_certificate_that_cannot_be_is_explained(signed_in, hers, kari, wrong, said):
    sent = {"began": "1.3.2026", "until": days_ago(0).isoformat(), "hours": "40",
            "language": "nb", **wrong}  # fmt: skip

    answer = signed_in(kari).post(at(hers, "attest"), sent)

    assert said in answer.content.decode()
    assert f'value="{sent["hours"]}"' in answer.content.decode()
    assert not ServicePaper.objects.exists()


def test_hours_are_a_cautious_sum_for_somebody_to_put_right(signed_in, kari, kaja):
    from ressursvenn.pairs import changes as pairing

    volunteer, participant = pairs.a_volunteer(kari, kaja), pairs.a_participant(kari)
    pair = pairs.walked(participant, volunteer, kari, kaja, days_ago(30))
    for length in ("under_1h", "1_2h", "2_4h", "2_4h"):
        pairing.log_meet_up(
            pair=pair, day=days_ago(0), happened=True, length=length, kinds=["walk"],
            by=kari,
        )  # fmt: skip

    service = queries.service_of(kari, volunteer)

    assert (service.meet_ups, service.hours, service.course_hours) == (4, 5, 12)
    assert service.began == pair.introduced_on
    page = signed_in(kari).get(at(volunteer)).content.decode()
    assert "4 treff er notert" in page
    assert 'name="hours" value="5"' in page


@pytest.fixture
def walked(kari, kaja):
    """A pair with a meet-up of a good hour, that is over."""
    from ressursvenn.pairs import changes as pairing

    volunteer, participant = pairs.a_volunteer(kari, kaja), pairs.a_participant(kari)
    pair = pairs.walked(participant, volunteer, kari, kaja, days_ago(30))
    pairing.log_meet_up(
        pair=pair, day=days_ago(20), happened=True, length="1_2h", kinds=["walk"], by=kari
    )
    return pair


def test_whoever_may_not_see_pairs_is_told_no_figure_of_one(signed_in, walked, kari, gro):
    volunteer = fresh(walked.volunteer)
    agreed_on = volunteer.agreements.get().signed_on

    service = queries.service_of(gro, volunteer)

    assert (service.began, service.meet_ups, service.hours) == (agreed_on, 0, None)
    assert service.met  # that there was one is no secret here, and the thanks are true
    leader, at_desk = signed_in(gro), signed_in(kari)
    page = leader.get(at(volunteer)).content.decode()
    assert "treff er notert" not in page
    assert walked.introduced_on.isoformat() not in page
    assert "Du har gitt av tiden din" in page
    assert walked.introduced_on.isoformat() in at_desk.get(at(volunteer)).content.decode()
    for where in (f"/a/avtaler/{volunteer.reference}/", "/a/avtaler/"):
        assert "ressursvenn til" not in leader.get(where).content.decode()
        assert "til " + _told_day(volunteer) not in leader.get(where).content.decode()
        assert _told_day(volunteer) in at_desk.get(where).content.decode()


def _told_day(volunteer) -> str:
    from ressursvenn.web.templatetags.web import day

    return day(queries.commitment_of(volunteer))


def test_when_the_pair_is_erased_nothing_untrue_is_said(signed_in, walked, kari):
    """The thanks know that she met somebody; the certificate, until when; nobody knows the hours."""
    from ressursvenn.pairs import changes as pairing

    pairing.end(pair=walked, ending="as_planned", by=kari, on=days_ago(5))
    (sort,) = [one for one in erasing.sorts() if one.keep == "pair"]
    erasing.erase(sort, walked.reference, by=kari)
    volunteer = fresh(walked.volunteer)
    agreed_on = volunteer.agreements.get().signed_on

    service = queries.service_of(kari, volunteer)

    assert (service.met, service.forgotten, service.hours) == (True, True, None)
    assert (service.began, service.until) == (agreed_on, days_ago(5))
    page = signed_in(kari).get(at(volunteer)).content.decode()
    assert "Du har gitt av tiden din" in page
    assert "Det ble ingen kobling" not in page
    assert "vet vi ikke lenger" in page
    assert f'name="until" value="{days_ago(5).isoformat()}"' in page
    assert 'name="hours" value' not in page
    issue = {"began": agreed_on, "until": days_ago(5), "by": kari}
    volunteer.agreements.all().delete()  # a pair is enough, also one that is forgotten
    assert changes.issue_service_paper(volunteer=volunteer, **issue).startswith(b"%PDF")


# --- what is shown afterwards -----------------------------------------------------------------------


def test_the_clock_is_shown(signed_in, hers, kari):
    changes.say_farewell(volunteer=hers, on=days_ago(0), by=kari)
    from ressursvenn.web.templatetags.web import day

    page = signed_in(kari).get(at(hers)).content.decode()

    kept = erasing.kept("volunteer", hers.reference)
    assert f"Slettes <strong>{day(kept.goes_on(erasing.limits_on(days_ago(0))))}</strong>" in page
    assert "Noter siste dag" not in page


def test_the_thanks_are_ready_in_both_languages_and_nothing_of_them_is_sent(signed_in, hers, kari):
    page = signed_in(kari).get(at(hers)).content.decode()

    assert 'lang="nb" rows' in page
    assert 'lang="nn" rows' in page
    assert "Varm helsing" in page
    assert "Det ble ingen kobling denne gangen" in page  # and so it was
    assert 'class="thanks" id' in page  # with no name, no form sends it


def test_leaving_takes_a_tick(signed_in, hers, kari):
    page = signed_in(kari).post(at(hers, "slutt"), {"on": days_ago(0).isoformat()})

    assert "Kryss av hvis hun slutter." in page.content.decode()
    assert fresh(hers).left_on is None


def test_what_the_row_says_cannot_be_read_without_opening(hers, kari):
    changes.note_exit_talk(volunteer=hers, on=days_ago(0), by=kari, **TALK)
    talk = ExitTalk.objects.get()

    assert repr(talk.why) == "<Sealed>"
    assert opening.open_record(talk, by=kari, purpose="volunteer_page").why == "time"
