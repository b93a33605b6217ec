"""Buttons: an order comes, is sent or declined, its address goes; and the counter says how it counts."""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape
from itertools import chain

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.alliance import changes, facts, queries, retention
from ressursvenn.alliance.models import Delivery, HandOut, Order, ReportedTotal
from ressursvenn.programme.limits import Limits
from ressursvenn.protection import retention as rounds

from .conftest import ahead, fresh, ordered, stocked

pytestmark = pytest.mark.django_db


def given(by, number=300, second=None, **more):
    """Noted by one and, when there is a second, counted."""
    told = {
        "kind": "association", "who": "Moss sanitetsforening", "county": "Østfold", "day": ahead(0),
        "source": "e-post", **more,
    }  # fmt: skip
    row = changes.note_handed_out(number=number, by=by, **told)
    return changes.confirm_handed_out(hand_out=row, by=second) if second else row


def test_an_order_waits_until_it_is_sent_and_the_store_has_so_many_fewer(ella, audited):
    order = ordered()
    stocked(ella, 500)
    assert list(queries.waiting_orders()) == [order]
    order = changes.send_buttons(order=order, number=150, by=ella)

    assert (order.sent_number, order.sent_by) == (150, ella)
    assert facts.in_store() == 350
    assert list(queries.waiting_orders()) == []
    assert audited() == [
        "alliance.buttons_ordered", "alliance.stock_noted", "alliance.buttons_sent",
    ]  # fmt: skip


def test_more_than_there_are_are_not_sent_and_nothing_twice(ella):
    order = ordered()
    stocked(ella, 199)
    with pytest.raises(ValidationError, match="enn det er på lageret"):
        changes.send_buttons(order=order, number=200, by=ella)
    changes.decline_order(order=order, why="empty", by=ella)

    for again in (
        lambda: changes.send_buttons(order=order, number=1, by=ella),
        lambda: changes.decline_order(order=order, why="empty", by=ella),
    ):
        with pytest.raises(ValidationError, match="ikke sendt eller avslått før"):
            again()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"number": 0}, "__all__"),
        ({"number": 20_001}, "__all__"),
        ({"county": "Jylland"}, "county"),
        ({"kind": "person"}, "kind"),
        ({"wanted": date(2020, 1, 1)}, "wanted"),
        ({"attention": ""}, "attention"),
        ({"email": "nei"}, "email"),
    ],
)
def test_an_order_that_cannot_be_packed_is_refused_and_nothing_is_left(db, wrong, field):
    with pytest.raises(ValidationError) as no:
        ordered(**wrong)

    assert field in no.value.error_dict
    assert (Order.objects.count(), Delivery.objects.count()) == (0, 0)


def test_the_very_same_order_twice_on_a_day_is_one_and_another_address_is_another(ella):
    first = ordered()
    assert ordered() == first
    other = ordered(street="Skoleveien 2")
    stocked(ella)
    changes.send_buttons(order=first, number=10, by=ella)

    assert other != first
    assert ordered() not in (first, other), "what was sent is ordered anew"


def test_the_packing_list_has_those_that_wait_and_have_an_address(ella):
    late, soon = ordered(wanted=ahead(30)), ordered(who="Elvebyen skole", wanted=ahead(3))
    gone = ordered(who="Tredje skole")
    changes.forget_delivery(order=gone, by=ella)

    assert [row.who for row in queries.order_list()] == [soon.who, late.who]
    with pytest.raises(ValidationError, match="slettet allerede"):
        changes.forget_delivery(order=gone, by=ella)


def aged(order, **days):
    Order.objects.filter(pk=order.pk).update(**{name: ahead(-n) for name, n in days.items()})
    return order


def test_the_address_goes_on_its_clock_and_the_order_stays(ella):
    """60 days after the last thing that happened: sent, declined, or, when nobody answered, that it came."""
    stocked(ella)
    sent, no, lost, fresh_one = (ordered(who=f"Skole {n}") for n in range(4))
    changes.send_buttons(order=sent, number=5, by=ella)
    changes.decline_order(order=no, why="private", by=ella)
    aged(sent, day=90, sent_on=60)
    aged(no, day=90, declined_on=59)
    aged(lost, day=60)
    before = timezone.localdate() - timedelta(days=Limits().keep_button_order_days)

    assert retention.forget_addresses(before) == 2
    left = set(Delivery.objects.values_list("order__who", flat=True))
    assert left == {no.who, fresh_one.who}
    assert Order.objects.count() == 4


def test_the_nights_round_takes_it(ella):
    aged(ordered(), day=61)

    assert rounds.erase_what_is_due()["button_order"] == 1
    assert not Delivery.objects.exists()


def test_the_counter_is_what_the_alliance_said_last_and_what_was_noted_since(ella, eva):
    changes.lay_out_totals(by=ella)
    given(ella, 5000, eva, day=date(2015, 6, 1))  # within what the alliance has counted already
    given(ella, 300, eva)
    given(ella, 200, eva, who="Kirken")
    counter = queries.counter()

    assert (counter.number, counter.or_more, counter.noted) == (400_500, True, 500)
    assert counter.base.code == "later"
    assert "sanitetskvinnene.no" in counter.source
    assert not counter.confirmed
    assert "Ingen teller hvem som bærer dem" in counter.definition


def test_asked_for_an_earlier_day_the_counter_is_as_it_stood(ella):
    changes.lay_out_totals(by=ella)

    assert queries.counter(date(2014, 1, 1)).number == 110_000
    assert queries.counter(date(2018, 1, 1)).number == 380_000
    assert queries.counter(date(2012, 1, 1)).number == 0


def test_what_is_struck_is_not_counted_and_stands_struck(ella, eva):
    row = given(ella, 300, eva)
    assert queries.counter().number == 300
    changes.strike_handed_out(hand_out=row, by=ella)

    assert queries.counter().number == 0
    assert queries.handed_out_in() == {}
    assert fresh(row).number == 300
    with pytest.raises(ValidationError, match="strøket allerede"):
        changes.strike_handed_out(hand_out=row, by=ella)
    with pytest.raises(ValidationError, match="strøket allerede"):
        changes.confirm_handed_out(hand_out=row, by=eva)


def test_one_editor_alone_does_not_move_the_counter(ella, eva, audited):
    row = given(ella, 300)
    with pytest.raises(ValidationError, match="en annen redaktør"):
        changes.confirm_handed_out(hand_out=row, by=ella)
    assert (queries.counter().number, queries.handed_out_in(), queries.handed_out_by()) == (
        0,
        {},
        [],
    )
    terms = accounts.terms(None)
    lines = {who: list(chain(*queries.day_rows(who, terms))) for who in (ella, eva)}
    assert lines == {ella: [], eva: [("alliance.uncounted", row.reference, ahead(0))]}
    assert queries.day_line(*lines[eva][0], terms).url == "/a/allianse/knapper/utdelt/"
    changes.confirm_handed_out(hand_out=row, by=eva)

    assert queries.counter().number == 300
    assert audited() == ["alliance.handed_out_noted", "alliance.handed_out_confirmed"]
    with pytest.raises(IntegrityError), transaction.atomic():
        HandOut.objects.filter(pk=row.pk).update(confirmed_by=ella)


def test_who_handed_out_how_many_where(ella, eva):
    given(ella, 300, eva)
    given(ella, 100, eva, day=ahead(-9))
    given(ella, 250, eva, who="Bergen kirke", county="Vestland", kind="parish")

    sums = [(row["who"], row["county"], row["many"]) for row in queries.handed_out_by()]
    assert sums == [("Moss sanitetsforening", "Østfold", 400), ("Bergen kirke", "Vestland", 250)]
    assert queries.handed_out_in() == {"Vestland": 250, "Østfold": 400}


def test_another_editor_confirms_a_number(ella, eva):
    changes.lay_out_totals(by=ella)
    row = ReportedTotal.objects.get(code="later")
    with pytest.raises(ValidationError, match="en annen redaktør"):
        changes.confirm_total(total=row, by=ella)
    changes.confirm_total(total=row, by=eva)

    assert queries.counter().confirmed
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportedTotal.objects.filter(pk=row.pk).update(confirmed_by=ella)


@pytest.mark.parametrize("nothing", ["source", "population", "link", "year", "review_day", "owner"])
def test_a_number_without_what_stands_behind_it_is_no_row(ella, nothing):
    changes.lay_out_totals(by=ella)
    empty = "" if nothing in ("source", "population", "link") else None
    with pytest.raises(IntegrityError), transaction.atomic():
        ReportedTotal.objects.update(**{nothing: empty})


def test_each_number_has_its_source_and_says_so_when_it_is_stale(ella, eva, client):
    changes.lay_out_totals(by=ella)
    ReportedTotal.objects.update(review_day=ahead(0))
    pages = ("/rod-knapp/knapper/", "/rod-knapp/")
    for page in (unescape(client.get(page).content.decode()) for page in pages):
        assert 'href="https://www.sanitetskvinnene.no/rod-knapp-alliansen"' in page
        assert "røde knapper alliansen har delt ut" in page
        assert "Ses over innen" in page
        assert "foreldet" not in page
    ReportedTotal.objects.update(review_day=ahead(-1))
    for page in pages:
        assert "foreldet: ikke sett over i tide" in client.get(page).content.decode()

    terms, row = accounts.terms(None), ReportedTotal.objects.get(code="later")
    lines = list(chain(*queries.day_rows(ella, terms)))
    assert [line[0] for line in lines] == ["alliance.stale"] * 3, "its owner hears of it"
    assert queries.day_line(*lines[0], terms).url == "/a/allianse/knapper/"
    changes.look_over_total(total=row, by=eva)
    assert (fresh(row).review_day, fresh(row).owner) == (ahead(365), eva)
    assert "foreldet" not in client.get(pages[1]).content.decode()


def test_nothing_is_handed_out_tomorrow_or_where_there_is_no_county(ella):
    with pytest.raises(ValidationError, match="har vært"):
        given(ella, day=ahead(1))
    with pytest.raises(ValidationError, match="fylke fra listen"):
        given(ella, county="Jylland")
    stocked(ella, 10)
    with pytest.raises(ValidationError, match="bare 10"):
        changes.note_stock(kind="out", number=11, day=ahead(0), by=ella)
    assert not HandOut.objects.exists()


def test_no_field_of_the_room_could_hold_who_wears_a_button():
    fields = {field.name for model in (HandOut, Order) for field in model._meta.get_fields()}

    assert not fields & {"name", "person", "wearer", "email", "phone", "attention", "picture"}


@pytest.mark.parametrize("who", ["kari", "bodil", "siri"])
def test_nobody_else_sends_or_counts(people, ella, who):
    order, row = ordered(), given(ella)
    changes.lay_out_totals(by=ella)
    total = ReportedTotal.objects.get(code="later")
    for act in (
        lambda: changes.send_buttons(order=order, number=1, by=people[who]),
        lambda: changes.forget_delivery(order=order, by=people[who]),
        lambda: given(people[who]),
        lambda: stocked(people[who]),
        lambda: changes.confirm_handed_out(hand_out=row, by=people[who]),
        lambda: changes.look_over_total(total=total, by=people[who]),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert fresh(order).sent_on is None
