"""The editors' desk: read, let pass, put aside, fetch back, several at once, news by two; nobody else may."""

from __future__ import annotations

from datetime import timedelta
from html import unescape

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.protection.models import AuditEntry
from ressursvenn.stands import changes, facts, figures, queries, rules
from ressursvenn.stands.models import News, Stand

from .conftest import fresh, received, shown

pytestmark = pytest.mark.django_db
DESK = "/a/standpunkt/"


def text(answer) -> str:
    return unescape(answer.content.decode())


def confirmed(**more):
    return changes.confirm(stand=received(**more), news=False, by=None)


def test_one_is_let_pass_put_aside_and_fetched_back(signed_in, ella):
    row, desk = confirmed(), signed_in(ella)
    desk.post(f"{DESK}{row.reference}/slipp/")
    assert [one.pk for one in queries.shown()] == [row.pk]
    assert "Runa" in text(desk.get(f"{DESK}vises/"))

    address = f"{DESK}{row.reference}/legg-bort/"
    assert "Legge bort dette?" in text(desk.get(address))
    assert "Velg hvorfor." in text(desk.post(address, {}))
    desk.post(address, {"why": "not_theirs"})
    assert not queries.shown().exists()
    assert "Navnet er neppe deres eget" in text(desk.get(f"{DESK}lagt-bort/"))

    desk.post(f"{DESK}{row.reference}/hent-tilbake/")
    assert [one.pk for one in queries.to_read(ella)] == [row.pk]
    assert [entry.did for entry in AuditEntry.objects.filter(by=ella).order_by("pk")] == [
        "stands.passed",
        "stands.put_aside",
        "stands.fetched_back",
    ]


def test_several_are_answered_at_once(signed_in, ella):
    rows = [confirmed(email=f"{number}@example.org") for number in range(4)]
    desk, ticked = signed_in(ella), [row.reference for row in rows]
    assert "Kryss av for dem" in text(desk.post(f"{DESK}flere/", follow=True))
    assert "2 er sluppet" in text(desk.post(f"{DESK}flere/", {"stand": ticked[:2]}, follow=True))
    aside = {"stand": ticked[2:3], "why": "machine"}
    assert "1 er lagt bort" in text(desk.post(f"{DESK}flere/", aside, follow=True))
    wrong = {"stand": ticked[3:], "why": "fordi"}
    assert "Velg hvorfor" in text(desk.post(f"{DESK}flere/", wrong, follow=True))

    assert {row.pk for row in queries.shown()} == {row.pk for row in rows[:2]}
    assert fresh(rows[3]).put_aside_on is None


def test_the_confirmed_come_first_and_an_empty_queue_says_what_belongs_there(signed_in, ella):
    assert "Ingen standpunkter venter" in text(signed_in(ella).get(DESK))
    slow, quick = received(solve=False), confirmed(email="b@example.org")

    assert [row.pk for row in queries.to_read(ella)] == [quick.pk, slow.pk]


def test_whoever_took_it_back_meanwhile_is_no_fault(signed_in, ella, monkeypatch):
    row, desk = confirmed(), signed_in(ella)
    changes_let_pass = changes.let_pass

    def too_late(**to):
        changes.take_back(stand=row, by=None)
        return changes_let_pass(**to)

    monkeypatch.setattr("ressursvenn.stands.views.staff.changes.let_pass", too_late)
    answer = desk.post(f"{DESK}{row.reference}/slipp/", follow=True)

    assert "har tatt det bort" in text(answer)


def test_the_question_and_the_rules_say_the_same_of_every_row(ella):
    """What is shown is asked of the table; what may be shown is said by the rules. Two ways, one answer."""
    received(email="a@example.org")
    received(email="b@example.org", solve=False)
    confirmed(email="c@example.org")
    shown(ella, email="d@example.org")
    changes.put_aside(stand=shown(ella, email="e@example.org"), why="hateful", by=ella)
    changes.let_pass(stand=received(email="f@example.org", solve=False), by=ella)
    terms = accounts.terms(None)

    by_rules = {
        row.pk for row in Stand.objects.all() if not rules.may_be_shown(facts.of(row), terms)
    }
    assert {row.pk for row in queries.shown()} == by_rules
    assert len(by_rules) == 1
    assert figures.in_all() == 1


def test_what_is_not_confirmed_or_put_aside_goes_with_everything_in_it(ella):
    today = timezone.localdate()
    old, kept = received(email="a@example.org"), shown(ella, email="b@example.org")
    aside = changes.put_aside(stand=confirmed(email="c@example.org"), why="machine", by=ella)
    Stand.objects.filter(pk__in=[old.pk, kept.pk]).update(received_day=today - timedelta(15))
    assert changes.let_lapse(before=today - timedelta(14), by=None) == 1
    Stand.objects.filter(pk=aside.pk).update(put_aside_on=today - timedelta(14))
    assert changes.let_lapse(before=today - timedelta(14), by=None) == 1

    assert [row.pk for row in Stand.objects.all()] == [kept.pk]
    assert changes.let_lapse(before=today - timedelta(14), by=None) == 0


def test_a_letter_of_news_takes_another_editor(signed_in, ella, eivor):
    desk, other = signed_in(ella), signed_in(eivor)
    assert "Skriv brevet." in text(desk.post(f"{DESK}nyheter/", {"title": "Nytt"}))
    desk.post(f"{DESK}nyheter/", {"title": "Nytt", "body": "Vi ses."})
    (news,) = News.objects.all()
    address = f"{DESK}nyheter/{news.reference}/"
    assert "En annen redaktør må lese" in text(desk.get(address))
    assert "Ikke oppfylt" in text(desk.post(address, follow=True))
    assert News.objects.get().sent_on is None
    assert "går nå ut" in text(other.post(address, follow=True))
    assert News.objects.get().sent_by == eivor
    assert "alt sendt" in text(desk.post(f"{address}kast/", follow=True))

    assert News.objects.count() == 1


def test_the_table_itself_refuses_one_person_alone(ella):
    news = changes.write_news(title="Nytt", body="Vi ses.", by=ella)
    with pytest.raises(IntegrityError), transaction.atomic():
        News.objects.filter(pk=news.pk).update(sent_on=timezone.localdate(), sent_by=ella)


@pytest.mark.parametrize(
    "wrong",
    [
        {"passed_on": "2026-01-01"},
        {"why": "machine"},
        {"mailbox": b"x", "confirmed_day": "2026-01-01"},
        {"domain": "example.org"},
    ],
)
def test_the_table_refuses_what_cannot_be(wrong):
    row = received()
    with pytest.raises(IntegrityError), transaction.atomic():
        Stand.objects.filter(pk=row.pk).update(**wrong)


def test_nobody_but_an_editor_changes_anything(kari, siri, ella):
    row = confirmed()
    for who in (kari, siri, None):
        for act in (changes.let_pass, changes.fetch_back):
            with pytest.raises(PermissionDenied):
                act(stand=row, by=who)
        with pytest.raises(PermissionDenied):
            changes.write_news(title="a", body="b", by=who)
    with pytest.raises(ValidationError, match="hvorfor"):
        changes.put_aside(stand=row, why="", by=ella)


PAGES = ("all", "aside", "passed", "news", "several", "let_pass", "put_aside", "fetch_back")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["kari", "solveig", "siri", "pernille", "bodil", None])
def test_who_gets_in(signed_in, people, page, who):
    row = confirmed()
    about = [row.reference] if page in ("let_pass", "put_aside", "fetch_back") else []
    answer = signed_in(people[who] if who else None).post(reverse(f"stands:{page}", args=about))

    assert answer.status_code in ({302, 405} if who is None else {403, 405})
    assert fresh(row).passed_on is None


def test_min_dag_is_told_that_somebody_waits_to_be_read(ella, kari):
    terms = accounts.terms(None)
    assert [list(rows) for rows in queries.day_rows(ella, terms)] == [[]]
    confirmed()
    (rows,) = queries.day_rows(ella, terms)
    ((kind, about, since),) = rows

    line = queries.day_line(kind, about, since, terms)
    assert (line.url, line.since) == (DESK, timezone.localdate())
    assert queries.day_rows(kari, terms) == []


def test_counted_by_who_and_county_within_days(ella):
    shown(ella, email="a@example.org")
    shown(ella, email="b@example.org", county="", kind="organisation", name="Framtid")
    confirmed(email="c@example.org")
    today = timezone.localdate()

    assert figures.between(today, today) == {
        "people": 1, "organisations": 1, "in_all": 2, "by_county": {"Oslo": 1},
    }  # fmt: skip
    assert figures.between(today - timedelta(9), today - timedelta(1))["in_all"] == 0
