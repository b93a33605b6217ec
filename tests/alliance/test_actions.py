"""A campaign action: planned from a kind, read by another, shown, changed, called off. Drafts are nobody's."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ressursvenn.alliance import changes, queries
from ressursvenn.alliance.kinds import KINDS
from ressursvenn.alliance.models import CampaignAction, Item, ShownAction

from .conftest import MOSS, ahead, fresh, planned, shown, text

pytestmark = pytest.mark.django_db


def test_from_planned_to_called_off_each_step_is_one_entry(ella, eva, audited):
    action = planned(ella)
    assert list(queries.everything_shown()) == []
    changes.show(action=action, read=1, by=eva)
    assert [row.title for row in queries.everything_shown()] == ["Stand på torget"]
    changes.call_off(action=action, by=ella)
    assert queries.coming(timezone.localdate()) == []
    changes.open_again(action=action, by=ella)

    did = ("planned", "shown", "called_off", "opened_again")
    assert audited() == [f"alliance.action_{what}" for what in did]


def test_the_county_is_that_of_the_town(ella):
    assert planned(ella).county == "Østfold"
    assert planned(ella, area="no-oslo-oslo").county == "Oslo"


@pytest.mark.parametrize("kind", KINDS)
def test_its_kind_brings_its_list_with_days_counted_from_its_own(ella, kind):
    action = planned(ella, kind=kind, day=ahead(50))
    items = list(action.items.all())

    tasks = {row.text: row.due for row in items if row.sort == "task"}
    assert tasks == {what: action.day - timedelta(days=n) for n, what in KINDS[kind].tasks}
    materials = [row.text for row in items if row.sort == "material"]
    assert sorted(materials) == sorted(KINDS[kind].materials)
    assert not any(row.done_on for row in items)


def test_whoever_wrote_it_does_not_show_it(ella, eva):
    action = planned(ella)
    with pytest.raises(ValidationError, match="en annen redaktør"):
        changes.show(action=action, read=1, by=ella)
    changes.rewrite(action=action, by=eva, **text(title="Nytt"))

    with pytest.raises(ValidationError):
        changes.show(action=action, read=2, by=eva)
    changes.show(action=action, read=2, by=ella)
    assert ShownAction.objects.get().title == "Nytt"


def test_the_table_itself_refuses_it(ella, eva):
    row = shown(ella, eva).shown

    with pytest.raises(IntegrityError), transaction.atomic():
        ShownAction.objects.filter(pk=row.pk).update(shown_by=ella)


def test_what_was_changed_since_it_was_read_is_not_shown(ella, eva):
    action = planned(ella)
    changes.rewrite(action=action, by=ella, **text(place="Et annet sted"))

    with pytest.raises(ValidationError) as no:
        changes.show(action=action, read=1, by=eva)
    assert [one.code for one in no.value.error_list] == ["ALL-02"]


def test_everybody_reads_the_old_words_until_another_has_read_the_new(ella, eva):
    action = shown(ella, eva)
    changes.rewrite(action=action, by=ella, **text(place="Biblioteket"))
    assert queries.shown_one(action.reference).place == "Kongens gate"
    assert list(queries.unread()) == [action]

    changes.show(action=action, read=2, by=eva)
    row = queries.shown_one(action.reference)
    assert (row.place, row.times) == ("Biblioteket", 2)
    assert list(queries.unread()) == []


def test_a_draft_is_thrown_away_and_what_was_shown_is_called_off(ella, eva):
    draft, out = planned(ella), shown(ella, eva)
    with pytest.raises(ValidationError, match="Avlys den i stedet"):
        changes.throw_away(action=out, by=ella)
    changes.throw_away(action=draft, by=ella)

    assert list(CampaignAction.objects.all()) == [out]
    assert set(Item.objects.values_list("action", flat=True)) == {out.pk}


def test_what_is_called_off_is_not_changed_nor_called_off_again(ella, eva):
    action = shown(ella, eva)
    changes.call_off(action=action, by=eva)

    for again in (
        lambda: changes.call_off(action=action, by=ella),
        lambda: changes.rewrite(action=action, by=ella, **text()),
        lambda: changes.show(action=action, read=1, by=eva),
    ):
        with pytest.raises(ValidationError, match="avlyst"):
            again()
    assert queries.shown_one(action.reference).action.called_off_on == timezone.localdate()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"area": "no-nowhere"}, "nærmeste tettsted"),
        ({"kind": "riot"}, "slag fra listen"),
        ({"hole": "button"}, "hull fra listen"),
        ({"last_day": ahead(9)}, "etter den første"),
        ({"ends": time(18)}, "når den begynner"),
        ({"begins": time(18), "ends": time(17)}, "slutte før den begynner"),
        ({"link": "http://example.org"}, "gyldig"),
        ({"title": ""}, "blankt"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(ella, wrong, said):
    with pytest.raises(ValidationError, match=said):
        planned(ella, **wrong)
    assert not CampaignAction.objects.exists()


def test_a_thing_of_the_list_is_done_undone_and_taken_out(ella, audited):
    action = planned(ella)
    item = changes.add_item(action=action, sort="task", text="Ring ordføreren", by=ella)
    changes.note_item_done(item=item, by=ella)
    assert fresh(item).done_by == ella
    changes.note_item_undone(item=item, by=ella)
    assert fresh(item).done_on is None
    changes.take_out_item(item=item, by=ella)

    assert not Item.objects.filter(pk=item.pk).exists()
    did = ("action_planned", "item_added", "item_done", "item_undone", "item_taken_out")
    assert audited() == [f"alliance.{what}" for what in did]
    with pytest.raises(ValidationError, match="ikke lenger her"):
        changes.note_item_done(item=item, by=ella)


def test_a_year_is_told_by_its_campaigns_and_the_rest(ella, eva):
    for title, day, last in (
        ("mars", date(2026, 3, 8), None),
        ("henger", date(2026, 11, 20), date(2026, 11, 26)),
        ("siste", date(2026, 12, 10), None),
        ("sommer", date(2026, 6, 1), None),
        ("i fjor", date(2025, 12, 1), None),
    ):
        shown(ella, eva, title=title, day=day, last_day=last)
    (womens_day, sixteen), others = queries.campaigns_of(2026, queries.calendar_of(2026))

    assert [row.title for row in womens_day.actions] == ["mars"]
    assert [row.title for row in sixteen.actions] == ["henger", "siste"]
    assert [row.title for row in others] == ["sommer"]
    days = dict(sixteen.by_day)
    assert [len(days[date(2026, 11, day)]) for day in (25, 26, 27)] == [1, 1, 0]
    assert queries.years_with_actions() == [2025, 2026]


def test_what_goes_on_today_is_still_to_come(ella, eva):
    shown(ella, eva, title="i gang", day=ahead(-2), last_day=ahead(0))
    shown(ella, eva, title="over", day=ahead(-2))
    shown(ella, eva, title="i dag", day=ahead(0))

    assert [row.title for row in queries.coming(timezone.localdate())] == ["i gang", "i dag"]


@pytest.mark.parametrize("who", ["kari", "bodil", "siri", "solveig"])
def test_nobody_else_plans_or_sees_one(people, ella, who):
    action = planned(ella, area=MOSS)
    for act in (
        lambda: planned(people[who]),
        lambda: changes.show(action=action, read=1, by=people[who]),
        lambda: changes.call_off(action=action, by=people[who]),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert list(queries.visible_to(people[who])) == []
    assert list(queries.visible_to(ella)) == [action]
