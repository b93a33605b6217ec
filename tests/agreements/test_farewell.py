"""She leaves: the talk, the certificate, access ended at once, papers shredded, and asked again."""

from __future__ import annotations

from datetime import timedelta

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
        ({"ask_again_from": "1999-01-01"}, "gyldig"),
    ],
)
def test_what_is_wrong_is_kept_and_explained(signed_in, hers, kari, wrong, said):
    sent = {"on": days_ago(0).isoformat(), **TALK, "to_change": "Dette står igjen", **wrong}

    page = signed_in(kari).post(at(hers, "samtale"), sent).content.decode()

    assert said in page
    assert sent["to_change"][:200] in page
    assert not ExitTalk.objects.exists()


def test_nobody_is_asked_again_who_does_not_want_it(hers, kari):
    month = forms.months_within(timezone.localdate(), 90)[0]

    with pytest.raises(ValidationError, match="vil ikke spørres igjen"):
        changes.note_exit_talk(
            volunteer=hers, on=days_ago(0), why="time", come_back="no", ask_again_from=month,
            by=kari,
        )  # fmt: skip


def test_no_month_is_offered_after_she_is_erased(hers, kari):
    today = timezone.localdate()

    assert all(today < month <= today + timedelta(90) for month in forms.months_within(today, 90))
    with pytest.raises(ValidationError, match="Da er hun slettet"):
        changes.note_exit_talk(
            volunteer=hers, on=today, ask_again_from=today + timedelta(91), by=kari, **TALK
        )


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
    changes.issue_service_paper(volunteer=agreed, **days)

    assert [each["steps"] for each in told] == [[], ["confidentiality"]]


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
