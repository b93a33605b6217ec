"""The vetting officer's queue: what waits in the whole country, one entry opened, and decided."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ressursvenn.accounts.queries import terms
from ressursvenn.apart import changes, queries
from ressursvenn.apart.models import Decision, KeepApart
from ressursvenn.participants import changes as participants
from ressursvenn.programme.lines import Weight
from ressursvenn.protection import vault
from ressursvenn.protection.models import AuditEntry
from tests.canary import mark

from .conftest import acts, apply, fresh, name, pair, refer

NOT_VETTING = ["kari", "nora", "gro", "kirsti", "astrid", "siri", "pernille", "solveig", "bodil"]


def waiting(person):
    return [(one.association, one.kind, one.unlooked, one.new_hits) for one in
            queries.waiting_for_vetting(person)]  # fmt: skip


def test_what_waits_comes_from_every_association(oslo, nabo, kari, nora, vigdis, amina):
    name(amina, kari, "menigheten", "community")
    name(fresh(refer(nabo, nora)), nora, "Ole")
    name(amina, kari, "Per Dahl")  # compared, and points at nobody

    assert waiting(vigdis) == [
        ("Oslo lokalforening", "et miljø", True, 0),
        ("Nabobyen lokalforening", "en person", True, 0),
    ]


def test_a_name_that_points_at_an_applicant_waits_wherever_they_applied(
    nabo, kari, nora, vigdis, amina
):
    name(amina, kari)
    assert waiting(vigdis) == []

    apply(nabo, nora)

    assert waiting(vigdis) == [("Oslo lokalforening", "en person", False, 1)]


def test_what_is_decided_waits_no_longer_until_somebody_new_comes(oslo, kari, vigdis, amina, ole):
    entry = name(amina, kari)
    changes.settle(entry=entry, by=vigdis)
    assert waiting(vigdis) == []

    apply(oslo, kari, "Ole Martin", "Vik")

    assert waiting(vigdis) == [("Oslo lokalforening", "en person", False, 1)]


def test_what_cannot_be_compared_is_looked_at_again_when_somebody_new_comes(
    signed_in, oslo, nabo, kari, nora, vigdis, amina, ole
):
    entry = name(amina, kari, "menigheten", "community")
    changes.settle(entry=entry, by=vigdis)
    apply(nabo, nora, "Nabo", "Nes")
    assert waiting(vigdis) == []

    new = apply(oslo, kari, "Per", "Dahl")

    (one,) = queries.waiting_for_vetting(vigdis)
    assert (one.new_since, one.sentence) == (
        1, "Se på oppføringen igjen: det er kommet nye ressursvenner i foreningen.",
    )  # fmt: skip
    offered = signed_in(vigdis).get(entry_page(entry)).context["form"].fields["keep_from"].choices
    assert offered == [
        (ole.reference, f"Ole ({ole.reference})"),
        (new.reference, f"Per ({new.reference}), ny siden sist"),
    ]


def test_whoever_has_withdrawn_waits_for_nothing(kari, vigdis, amina, ole):
    name(amina, kari)
    name(amina, kari, "menigheten", "community")
    participants.withdraw_consent(participant=amina, by=kari)

    assert waiting(vigdis) == []


@pytest.mark.parametrize("who", NOT_VETTING)
def test_nobody_else_sees_that_anything_waits(people, kari, amina, ole, who):
    name(amina, kari)
    name(amina, kari, "menigheten", "community")

    assert not queries.visible_to(people[who]).exists()
    assert queries.waiting_for_vetting(people[who]) == []
    assert queries.day_lines(people[who], terms(None)) == []


# Min dag


def test_min_dag_counts_what_waits_without_opening_it(kari, vigdis, amina):
    name(amina, kari, "menigheten", "community")
    name(amina, kari, "Ole")

    (line,) = queries.day_lines(vigdis, terms(None))

    assert (line.weight, line.sentence) == (Weight.WAITS_FOR_YOU, "2 oppføringer venter på deg.")
    assert (line.url, line.since) == ("/a/unna/", timezone.localdate())
    assert not AuditEntry.objects.filter(did="protection.opened").exists()


def test_an_open_pair_that_should_never_have_been_comes_first(oslo, kari, vigdis, amina, ole):
    pair(amina, ole, kari)
    name(amina, kari, "menigheten", "community")
    entry = name(amina, kari)

    first, second = queries.day_lines(vigdis, terms(None))

    assert (first.weight, first.url) == (
        Weight.CONCERN_OPEN, f"/a/unna/oppforing/{entry.reference}/",
    )  # fmt: skip
    assert second.sentence == "1 oppføring venter på deg."


def test_it_stays_there_after_a_decision_and_a_no_until_the_pair_is_over(kari, vigdis, amina, ole):
    made = pair(amina, ole, kari)
    changes.settle(entry=name(amina, kari), by=vigdis)
    participants.withdraw_consent(participant=amina, by=kari)
    assert [line.weight for line in queries.day_lines(vigdis, terms(None))] == [Weight.CONCERN_OPEN]

    today = timezone.localdate()
    made.not_to_be_on, made.not_to_be_by, made.not_to_be_because = today, kari, "called_off"
    made.save()

    assert queries.day_lines(vigdis, terms(None)) == []


def test_as_many_queries_for_thirty_as_for_one(oslo, kari, vigdis, signed_in):
    browser, counts = signed_in(vigdis), set()
    for more in (1, 2, 27):
        for _ in range(more):
            participant = refer(oslo, kari)
            name(participant, kari)
            pair(participant, apply(oslo, kari), kari)
        with CaptureQueriesContext(connection) as asked:
            browser.get("/a/unna/")
        counts.add(len(asked))

    assert len(counts) == 1


# The pages


def entry_page(entry):
    return f"/a/unna/oppforing/{entry.reference}/"


def test_the_queue_opens_nothing(signed_in, kari, vigdis, amina):
    name(amina, kari, mark("k", "r", "oslo", "text"), "community")

    told = signed_in(vigdis).get("/a/unna/").content.decode()

    assert "Oslo lokalforening" in told
    assert "qzkr" not in told
    assert not AuditEntry.objects.filter(did="protection.opened").exists()


def test_an_empty_queue_teaches(signed_in, vigdis):
    assert "Ingen oppføringer venter på deg" in signed_in(vigdis).get("/a/unna/").content.decode()


def test_opening_one_shows_the_words_and_is_in_the_log(signed_in, oslo, kari, vigdis, amina, ole):
    text = mark("k", "r", "oslo", "text")
    called = mark("v", "c", "oslo", "first")
    apply(oslo, kari, called, mark("v", "c", "oslo", "last"))
    entry = name(amina, kari, text, "community")

    told = signed_in(vigdis).get(entry_page(entry)).content.decode()

    assert text in told
    assert called in told
    assert told.count("<h1>") == 1
    opened = AuditEntry.objects.filter(did="protection.opened", purpose="vetting", by=vigdis)
    assert entry.reference in {one.reference for row in opened for one in row.about.all()}
    assert "gjelder de ressursvennene som finnes nå" in told


def test_the_page_says_whom_it_points_at_and_offers_the_associations_own(
    signed_in, oslo, nabo, kari, nora, vigdis, amina, ole
):
    other = apply(oslo, kari, "Solveig", "Moen")
    apply(nabo, nora, "Nabo", "Nes")
    elsewhere = apply(nabo, nora)

    page = signed_in(vigdis).get(entry_page(name(amina, kari)))

    assert set(page.context["form"].pointed) == {ole.reference, elsewhere.reference}
    assert page.context["form"].fields["keep_from"].choices == [
        (other.reference, f"Solveig ({other.reference})")
    ]
    assert "Nabo " not in page.content.decode()


def test_the_participant_is_not_shown(signed_in, kari, vigdis, amina):
    told = signed_in(vigdis).get(entry_page(name(amina, kari))).content.decode()

    assert "Amina" not in told
    assert amina.reference not in told


def test_a_decision(signed_in, oslo, kari, vigdis, amina):
    solveig, per = apply(oslo, kari, "Solveig", "Moen"), apply(oslo, kari, "Per", "Dahl")
    entry = name(amina, kari, "menigheten", "community")
    browser = signed_in(vigdis)

    chosen = {"keep_from": [solveig.reference], "seen_up_to": per.pk}
    unread = browser.post(entry_page(entry), chosen)
    answer = browser.post(entry_page(entry), {**chosen, "has_looked": "on"})

    assert list(unread.context["form"].errors) == ["has_looked"]
    assert answer.url == "/a/unna/"
    kept = Decision.objects.get()
    assert (kept.volunteer, kept.decided_by) == (solveig, vigdis)
    assert KeepApart.objects.get().looked_at_by == vigdis
    assert queries.answers([amina], [solveig, per]) == {
        (amina.reference, solveig.reference): True,
        (amina.reference, per.reference): False,
    }
    assert acts() == ["apart.keep_apart_named", "apart.entry_settled"]


def test_whoever_applied_while_the_page_was_read_is_not_looked_at(
    signed_in, oslo, kari, vigdis, amina, ole
):
    entry, browser = name(amina, kari, "menigheten", "community"), signed_in(vigdis)
    shown = browser.get(entry_page(entry)).context["form"].initial["seen_up_to"]
    apply(oslo, kari, "Per", "Dahl")

    browser.post(entry_page(entry), {"has_looked": "on", "seen_up_to": shown})

    (one,) = queries.waiting_for_vetting(vigdis)
    assert (one.unlooked, one.new_since) == (False, 1)


def test_a_decision_is_only_added_to(oslo, kari, vigdis, amina):
    solveig, per = apply(oslo, kari, "Solveig", "Moen"), apply(oslo, kari, "Per", "Dahl")
    entry = name(amina, kari, "menigheten", "community")

    changes.settle(entry=entry, keep_from=[solveig], by=vigdis)
    changes.settle(entry=entry, keep_from=[per], by=vigdis)
    changes.settle(entry=entry, keep_from=[per], by=vigdis)

    assert set(Decision.objects.values_list("volunteer_id", flat=True)) == {solveig.pk, per.pk}


def test_only_volunteers_of_the_participants_house_can_be_chosen(nabo, kari, nora, vigdis, amina):
    elsewhere = apply(nabo, nora, "Per", "Dahl")
    entry = name(amina, kari, "menigheten", "community")

    with pytest.raises(ValidationError, match="egen forening"):
        changes.settle(entry=entry, keep_from=[elsewhere], by=vigdis)

    assert not Decision.objects.exists()
    assert KeepApart.objects.get().looked_at_on is None
    assert acts() == ["apart.keep_apart_named"]


@pytest.mark.parametrize("who", NOT_VETTING)
def test_who_may_not_decide(people, kari, amina, ole, who):
    entry = name(amina, kari, "menigheten", "community")

    with pytest.raises(PermissionDenied):
        changes.settle(entry=entry, keep_from=[ole], by=people[who])

    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"), [("vigdis", 200), *((w, 403) for w in NOT_VETTING), (None, 302)]
)
def test_who_gets_in(signed_in, people, kari, amina, who, status):
    entry, browser = name(amina, kari, "menigheten", "community"), signed_in(people.get(who))
    before = AuditEntry.objects.count()

    assert browser.get("/a/unna/").status_code == status
    assert browser.get(entry_page(entry)).status_code == status
    assert status == 200 or AuditEntry.objects.count() == before


def test_an_entry_whose_keys_are_gone_is_nowhere(signed_in, kari, vigdis, amina):
    entry = name(amina, kari)
    vault.destroy_keys(amina.reference)

    assert signed_in(vigdis).get(entry_page(entry)).status_code == 404


def test_a_conflict_is_told_to_the_vetting_officer_alone(signed_in, people, kari, amina, ole):
    """Every page anybody else may open is the same, with and without the conflict."""
    pages = ["/a/deltakere/", f"/a/deltakere/{amina.reference}/", f"/a/unna/{amina.reference}/"]
    name(amina, kari, "Per Dahl")
    for page in pages:  # so that her having looked stands on both
        signed_in(kari).get(page)
    clean = [_without_noise(signed_in(kari).get(page).content.decode()) for page in pages]

    KeepApart.objects.all().delete()
    name(amina, kari)
    conflicting = [_without_noise(signed_in(kari).get(page).content.decode()) for page in pages]

    assert queries.answers([amina], [ole])[amina.reference, ole.reference] is True
    for one, other in zip(conflicting, clean, strict=True):
        assert one.splitlines() == other.splitlines()


def _without_noise(told):
    import re

    told = re.sub(r'nonce="[^"]*"|name="csrfmiddlewaretoken" value="[^"]*"', "", told)
    return re.sub(r"\s*\(\d+ ganger\)", "", told)
