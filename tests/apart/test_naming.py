"""The coordinator notes whom a participant must never meet, and never reads it again."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from ressursvenn.apart import changes
from ressursvenn.apart.models import KeepApart
from ressursvenn.protection.fields import StillSealed
from ressursvenn.protection.models import AuditEntry
from tests.canary import mark

from .conftest import acts, fresh, name, pair


def test_it_is_sealed_and_in_the_log_once(kari, amina):
    entry = name(amina, kari)

    assert acts() == ["apart.keep_apart_named"]
    assert (entry.noted_by, entry.looked_at_on, entry.sealed) == (kari, None, False)
    with pytest.raises(StillSealed):
        str(entry.original)


def test_the_log_says_whom_it_was_about_and_not_what(kari, amina):
    name(amina, kari)

    entry = AuditEntry.objects.get(did="apart.keep_apart_named")
    assert [about.reference for about in entry.about.all()] == [amina.reference]
    assert entry.purpose == ""


@pytest.mark.parametrize("kind", ["community", "workplace"])
def test_what_cannot_be_compared_is_sealed_whatever_is_asked(kari, amina, kind):
    assert name(amina, kari, "menigheten", kind, sealed=False).sealed is True


@pytest.mark.parametrize(
    ("kind", "text"),
    [("person", ""), ("person", "   "), ("person", "x" * 301), ("friend", "Ole Vik")],
)
def test_what_cannot_be_noted_leaves_nothing(kari, amina, kind, text):
    with pytest.raises(ValidationError) as refused:
        name(amina, kari, text, kind)

    assert "Ole" not in str(refused.value)
    assert not KeepApart.objects.exists()
    assert acts() == []


@pytest.mark.parametrize(
    "who", ["nora", "gro", "kirsti", "vigdis", "astrid", "siri", "solveig", "pernille"]
)
def test_who_may_not_note(people, amina, who):
    with pytest.raises(PermissionDenied):
        name(amina, people[who])

    assert not KeepApart.objects.exists()


def test_the_table_refuses_what_nobody_would_ever_look_at(kari, amina):
    entry = name(amina, kari)

    with pytest.raises(IntegrityError), transaction.atomic():
        KeepApart.objects.filter(pk=entry.pk).update(prints=b"")


# The page


def page_of(participant):
    return f"/a/unna/{participant.reference}/"


def test_the_page_notes_it_and_shows_a_number_afterwards(signed_in, kari, amina):
    browser = signed_in(kari)

    answer = browser.post(page_of(amina), {"kind": "person", "text": "Ole Vik"}, follow=True)
    browser.post(page_of(amina), {"kind": "community", "text": "menigheten"})
    pages = [browser.get(page_of(amina)), browser.get(f"/a/deltakere/{amina.reference}/")]

    assert answer.redirect_chain == [(f"/a/deltakere/{amina.reference}/", 302)]
    for page in (answer, *pages):
        told = page.content.decode()
        assert told.count("<h1>") == 1
        assert "Ole Vik" not in told
        assert "menigheten<" not in told
    assert "2 oppføringer, 1 venter på silingsansvarlig" in pages[0].content.decode()
    assert "2 oppføringer" in pages[1].content.decode()


def test_the_answer_is_the_same_whether_it_points_at_somebody_or_not(signed_in, kari, amina, ole):
    browser = signed_in(kari)

    hit = browser.post(page_of(amina), {"kind": "person", "text": "Ole Vik"}, follow=True)
    miss = browser.post(page_of(amina), {"kind": "person", "text": "Per Dahl"}, follow=True)

    assert [str(m) for m in hit.context["messages"]] == [str(m) for m in miss.context["messages"]]
    assert hit.redirect_chain == miss.redirect_chain


def test_the_text_is_asked_for_again_when_it_is_missing(signed_in, kari, amina):
    answer = signed_in(kari).post(page_of(amina), {"kind": "person", "text": ""})

    assert list(answer.context["form"].errors) == ["text"]
    assert not KeepApart.objects.exists()


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("kari", 200), ("kaja", 200), ("nora", 404), ("gro", 403), ("kirsti", 403), ("vigdis", 403),
        ("astrid", 403), ("siri", 403), ("pernille", 403), ("solveig", 403), (None, 302),
    ],
)  # fmt: skip
def test_who_gets_in(signed_in, people, amina, who, status):
    browser = signed_in(people.get(who))

    assert browser.get(page_of(amina)).status_code == status
    if status != 200:
        browser.post(page_of(amina), {"kind": "person", "text": "Ole Vik"})
        assert not KeepApart.objects.exists()


def test_nothing_of_it_is_readable_in_the_table_or_to_the_coordinator(signed_in, kari, amina):
    """The oracle scans the database and every answer after this test; here its markers are put."""
    browser = signed_in(kari)
    for kind in ("person", "community"):
        browser.post(page_of(amina), {"kind": kind, "text": mark("k", "r", "oslo", "text")})
    browser.get(page_of(amina))
    browser.get(f"/a/deltakere/{amina.reference}/")

    with connection.cursor() as cursor:
        cursor.execute("SELECT original FROM apart_keepapart")
        rows = [bytes(original) for (original,) in cursor.fetchall()]
    assert len(rows) == 2
    assert all(b"qz" not in row for row in rows)


def test_entries_go_with_the_participant(kari, amina):
    from ressursvenn.participants import changes as participants

    name(amina, kari)

    participants.take_back_referral(participant=amina, by=kari)

    assert not KeepApart.objects.exists()


def test_nobody_who_has_been_in_a_pair_is_taken_back(kari, amina, ole):
    from ressursvenn.participants import changes as participants

    pair(amina, ole, kari)

    with pytest.raises(ValidationError, match="har vært i en kobling"):
        participants.take_back_referral(participant=amina, by=kari)

    assert fresh(amina).reference == amina.reference


def test_two_entries_are_two_acts(kari, amina):
    for _ in range(2):
        changes.name_keep_apart(participant=amina, kind="person", text="Ole Vik", by=kari)

    assert acts() == ["apart.keep_apart_named"] * 2
