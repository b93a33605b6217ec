"""An advert is written, published, paused, opened and closed; what is published is never written over."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ressursvenn.accounts import changes as accounts
from ressursvenn.adverts import blocks, changes, queries
from ressursvenn.adverts.models import Advert

from .conftest import FIVE, MOSS, chosen, drafted, fresh, published

pytestmark = pytest.mark.django_db


def frozen(advert):
    row = fresh(advert)
    return row.told, bytes(row.picture), row.languages, row.towns, row.times, row.published_on


def test_from_draft_to_closed_each_step_is_one_entry(kari, kaja, audited):
    audited()
    advert = drafted(kari)
    assert (advert.state, queries.published(advert.reference)) == ("draft", None)

    shown = blocks.print_of(queries.text_of(advert))
    advert = changes.publish(advert=advert, shown=shown, by=kaja)
    assert advert.state == "open"
    assert queries.published(advert.reference).association == kari.association

    advert = changes.pause(advert=advert, by=kari)
    assert (advert.state, queries.published(advert.reference)) == ("paused", None)
    advert = changes.open_again(advert=advert, by=kari)
    assert advert.state == "open"
    advert = changes.pause(advert=advert, by=kari)
    assert fresh(advert).state == "paused"
    advert = changes.close(advert=advert, by=kaja)
    assert (fresh(advert).state, queries.published(advert.reference)) == ("closed", None)

    did = ("written", "published", "paused", "opened", "paused", "closed")
    assert audited() == [f"adverts.advert_{what}" for what in did]


def test_what_is_published_stands_whatever_is_done_and_whatever_the_numbers_become(kari, advert):
    before = frozen(advert)
    for act in (changes.pause, changes.open_again):
        act(advert=fresh(advert), by=kari)
    accounts.set_local_limits(
        association=kari.association,
        begins=advert.published_on,
        numbers={"age_at_least": 40},
        by=kari,
    )
    for again in (
        lambda: changes.rewrite_draft(advert=fresh(advert), by=kari, **chosen(language="nn")),
        lambda: changes.publish(advert=fresh(advert), shown="x", by=kari),
        lambda: changes.throw_away_draft(advert=fresh(advert), by=kari),
    ):
        with pytest.raises(ValidationError, match="publisert og kan ikke endres"):
            again()
    changes.close(advert=fresh(advert), by=kari)

    assert frozen(advert) == before
    assert queries.text_of(fresh(advert)) == before[0]


def test_the_associations_own_numbers_stand_in_its_own_adverts_and_in_none_with_languages(kari):
    """Whoever knows which association asks for thirty years and nine months would know where it is."""
    numbers = {"age_at_least": 30, "commitment_months": 9, "course_hours": 16}

    def texts():
        drafts = drafted(kari, towns=[MOSS]), drafted(kari, languages=FIVE)
        return [queries.text_of(fresh(draft)) for draft in drafts]

    (placed, named) = texts()
    accounts.set_local_limits(
        association=kari.association, begins=timezone.localdate(), numbers=numbers, by=kari
    )
    (placed_now, named_now) = texts()

    assert named_now == named
    assert placed_now != placed
    assert "30 år" in placed_now["age"]


def test_a_stale_draft_in_somebodys_hand_writes_over_nothing(kari):
    """Two had the draft open; one published it meanwhile."""
    advert = drafted(kari)
    stale = fresh(advert)
    changes.publish(advert=advert, shown=blocks.print_of(queries.text_of(advert)), by=kari)
    before = frozen(advert)

    with pytest.raises(ValidationError):
        changes.rewrite_draft(advert=stale, by=kari, **chosen(languages=FIVE))

    assert frozen(advert) == before


def test_what_was_shown_is_what_is_published_or_nothing_is(kari):
    advert = drafted(kari)
    shown = blocks.print_of(queries.text_of(advert))
    changes.rewrite_draft(advert=advert, by=kari, **chosen(heading="time"))

    with pytest.raises(ValidationError, match="ikke lenger slik den sto"):
        changes.publish(advert=advert, shown=shown, by=kari)

    assert fresh(advert).state == "draft"


@pytest.mark.parametrize(
    ("more", "field", "code"),
    [
        ({"languages": ["ti"]}, "languages", "ADV-01"),
        ({"languages": FIVE, "towns": [MOSS]}, "towns", "ADV-03"),
        ({"languages": FIVE, "times": ["sunday"]}, "times", "ADV-04"),
        ({"towns": ["no-oslo-grunerlokka"]}, "towns", "ADV-05"),
        ({"heading": "languages", "towns": [MOSS]}, "heading", "ADV-07"),
    ],
)
def test_a_rule_refuses_beside_the_field(kari, more, field, code):
    with pytest.raises(ValidationError) as no:
        drafted(kari, **more)

    assert code in " ".join(no.value.message_dict[field])
    assert not Advert.objects.exists()


@pytest.mark.parametrize(
    "more",
    [
        {"language": "en"}, {"heading": "mine"}, {"doing": ["<b>"]}, {"doing": []},
        {"languages": [*FIVE, "xx"]}, {"towns": ["her"]}, {"times": ["now"]},
    ],
)  # fmt: skip
def test_nothing_is_written_that_nobody_could_have_chosen(kari, more):
    with pytest.raises(ValidationError):
        drafted(kari, **more)

    assert not Advert.objects.exists()


def test_closed_adverts_are_still_read_beside_a_new_one(kari):
    old = published(kari, languages=FIVE)
    changes.close(advert=old, by=kari)

    with pytest.raises(ValidationError, match="færre enn fem"):
        drafted(kari, languages=[*FIVE, "pl"])
    assert drafted(kari, languages=FIVE).languages == FIVE


def test_a_draft_that_was_let_through_is_held_against_the_rules_again(kari):
    """Two drafts, each good alone; after one is published the other would tell them apart."""
    one, two = drafted(kari, languages=FIVE), drafted(kari, languages=[*FIVE, "pl"])
    changes.publish(advert=one, shown=blocks.print_of(queries.text_of(one)), by=kari)

    with pytest.raises(ValidationError, match="færre enn fem"):
        changes.publish(advert=two, shown=blocks.print_of(queries.text_of(two)), by=kari)


def test_two_drafts_are_not_published_at_once(kari):
    """Each looks at what is published already, so the association is held before anything is read."""
    draft = drafted(kari)
    shown = blocks.print_of(queries.text_of(draft))

    with CaptureQueriesContext(connection) as asked:
        changes.publish(advert=draft, shown=shown, by=kari)

    read = [one["sql"] for one in asked if one["sql"].startswith("SELECT")]
    assert 'FROM "accounts_association"' in read[0]
    assert 'FROM "adverts_advert"' in read[1]


def test_the_neighbours_adverts_are_not_read_beside_ours(kari, nora):
    published(nora, languages=FIVE)

    assert published(kari, languages=[*FIVE, "pl"]).state == "open"


def test_a_draft_is_thrown_away_and_gone(kari, audited):
    advert = drafted(kari)
    audited()
    changes.throw_away_draft(advert=advert, by=kari)

    assert not Advert.objects.exists()
    assert audited() == ["adverts.draft_thrown_away"]
    with pytest.raises(ValidationError, match="kastet"):
        changes.pause(advert=advert, by=kari)


def test_no_step_is_taken_twice_or_out_of_order(kari):
    draft, open_one = drafted(kari), published(kari)
    for act, advert in (
        (changes.pause, draft), (changes.open_again, draft), (changes.close, draft),
        (changes.open_again, open_one),
    ):  # fmt: skip
        with pytest.raises(ValidationError):
            act(advert=advert, by=kari)
    changes.close(advert=open_one, by=kari)
    for act in (changes.pause, changes.open_again, changes.close):
        with pytest.raises(ValidationError):
            act(advert=open_one, by=kari)


@pytest.mark.parametrize("sign_name", ["nora", "solveig", "vigdis", "astrid", "bodil"])
def test_who_may_not(people, kari, advert, sign_name):
    by, draft = people[sign_name], drafted(kari)
    acts = (
        lambda: changes.write_draft(association=kari.association, by=by, **chosen()),
        lambda: changes.rewrite_draft(advert=draft, by=by, **chosen()),
        lambda: changes.throw_away_draft(advert=draft, by=by),
        lambda: changes.publish(advert=draft, shown="", by=by),
        lambda: changes.pause(advert=advert, by=by),
        lambda: changes.open_again(advert=advert, by=by),
        lambda: changes.close(advert=advert, by=by),
    )
    for act in acts:
        with pytest.raises(PermissionDenied):
            act()


@pytest.mark.parametrize(
    "wrong",
    [
        {"told": None}, {"picture": None}, {"published_on": None, "published_by": None},
        {"closed_by": 1}, {"paused_by": None, "paused_on": "2026-01-01"},
        {"languages": ["ti"], "towns": [MOSS]}, {"languages": ["ti"], "times": ["sunday"]},
    ],
)  # fmt: skip
def test_what_can_never_be_stored(advert, wrong):
    values = {
        ("closed_by_id" if name == "closed_by" else name): value for name, value in wrong.items()
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        Advert.objects.filter(pk=advert.pk).update(**values)


def test_a_picture_is_made_once_and_is_the_same_for_the_same_words(kari):
    one, two = published(kari), published(kari)

    assert bytes(one.picture).startswith(b"\x89PNG")
    assert one.picture == two.picture
    assert len(one.picture) < 80_000
    width, height = (int.from_bytes(one.picture[at : at + 4], "big") for at in (16, 20))
    assert (width, height) == (1200, 630)
