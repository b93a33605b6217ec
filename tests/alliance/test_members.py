"""Who is a member on a day: dated rows with sources, never more certain than the lists they were read from."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from ressursvenn.alliance import changes, queries
from ressursvenn.alliance.models import ContactPerson, Membership, Organisation

from .conftest import ahead, fresh

pytestmark = pytest.mark.django_db

SEED = [
    "Den norske kirke",
    "Digni",
    "Islamsk råd Norge",
    "Juridisk rådgivning for kvinner (JURK)",
    "Krisesentersekretariatet",
    "Norske Kvinners Sanitetsforening",
    "Reform – Ressurssenter for menn",
    "Virke",
]


@pytest.fixture
def laid_out(ella):
    changes.lay_out_members(by=ella)


def on(*day: int) -> queries.Standing:
    return queries.members_on(date(*day))


def names(rows) -> list[str]:
    return [row.organisation.name for row in rows]


def test_on_the_day_of_the_seed_the_members_are_exactly_its_eight(laid_out):
    seed = next(one for one in queries.lists() if one.code == "seed")
    standing = queries.members_on(seed.day)

    assert standing.names == SEED
    assert standing.perhaps == ()


def test_each_of_the_three_lists_is_answered_as_it_was_published(laid_out):
    first, seed, newest = (set(queries.members_on(one.day).names) for one in queries.lists())

    assert len(first) == len(seed) == len(newest) == 8
    assert first - seed == {"Pensjonistforbundet"}
    assert seed - first == {"Digni"}
    assert seed - newest == {"Virke", "Digni"}
    assert newest - seed == {"Nok. Norge", "Vake"}


def test_between_two_lists_that_differ_nobody_can_tell_and_it_says_so(laid_out):
    """In 2015 no list says whether the one had left and the other had come."""
    standing = on(2015, 6, 1)

    assert len(standing.members) == 7
    assert names(standing.perhaps) == ["Digni", "Pensjonistforbundet"]


def test_it_began_in_2012_and_before_that_there_was_none(laid_out):
    assert on(2011, 12, 31).before_it_began
    assert (on(2011, 12, 31).members, on(2011, 12, 31).perhaps) == ((), ())
    assert not on(2012, 1, 1).before_it_began
    assert on(2012, 6, 1).members == ()
    assert len(on(2012, 6, 1).perhaps) == 8  # those of the first list


def test_laid_out_twice_there_is_nothing_new_and_nothing_is_confirmed(ella, laid_out, audited):
    assert changes.lay_out_members(by=ella) == 0
    assert audited() == ["alliance.members_laid_out"]
    assert Membership.objects.count() == 11
    assert not Membership.objects.exclude(confirmed_on=None).exists()
    assert all(row.since_source for row in Membership.objects.all())


def test_a_membership_is_exact_from_its_first_day_to_the_day_it_ends(ella):
    row = changes.note_membership(name="Vake", since=date(2020, 3, 1), since_source="møte", by=ella)
    changes.note_membership_ended(
        membership=row, until=date(2021, 5, 1), until_source="brev", by=ella
    )

    assert [bool(on(*day).members) for day in ((2020, 2, 29), (2020, 3, 1))] == [False, True]
    assert [bool(on(*day).members) for day in ((2021, 4, 30), (2021, 5, 1))] == [True, False]
    assert on(2021, 5, 1).perhaps == ()


def test_one_that_left_may_come_again_and_both_stand(ella):
    first = changes.note_membership(
        name="Vake", since=date(2015, 1, 1), since_source="a", by=ella
    )  # fmt: skip
    changes.note_membership_ended(
        membership=first, until=date(2016, 1, 1), until_source="b", by=ella
    )
    again = changes.note_membership(
        name=" vake ", since=date(2020, 1, 1), since_source="c", by=ella
    )

    assert again.organisation_id == first.organisation_id
    assert Organisation.objects.count() == 1
    assert [bool(on(year, 6, 1).members) for year in (2015, 2018, 2021)] == [True, False, True]


@pytest.mark.parametrize("since", [date(2015, 6, 1), date(2014, 1, 1)])
def test_nobody_is_a_member_twice_at_a_time(ella, since):
    changes.note_membership(name="Vake", since=date(2015, 1, 1), since_source="a", by=ella)

    with pytest.raises(ValidationError, match="medlem én gang om gangen") as no:
        changes.note_membership(name="Vake", since=since, since_source="b", by=ella)
    assert no.value.error_list[0].code == "ALL-08"
    assert Membership.objects.count() == 1


def test_another_editor_confirms_and_a_change_is_to_be_confirmed_anew(ella, eva, audited):
    row = changes.note_membership(name="Vake", since=date(2020, 1, 1), since_source="a", by=ella)
    with pytest.raises(ValidationError, match="en annen redaktør"):
        changes.confirm_membership(membership=row, by=ella)
    row = changes.confirm_membership(membership=row, by=eva)
    assert (row.confirmed_by, row.confirmed_on) == (eva, timezone.localdate())

    changes.note_membership_ended(membership=row, until=ahead(0), until_source="b", by=eva)
    assert fresh(row).confirmed_on is None
    with pytest.raises(ValidationError):
        changes.confirm_membership(membership=row, by=eva)
    changes.confirm_membership(membership=row, by=ella)
    did = ("noted", "confirmed", "ended", "confirmed")
    assert audited() == [f"alliance.membership_{what}" for what in did]


def test_the_table_itself_refuses_one_who_confirms_her_own(ella):
    row = changes.note_membership(name="Vake", since=date(2020, 1, 1), since_source="a", by=ella)

    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.filter(pk=row.pk).update(confirmed_on=ahead(0), confirmed_by=ella)


def test_what_was_never_so_is_taken_away_with_a_reason_unless_two_have_confirmed_it(ella, eva):
    row = changes.note_membership(name="Vake", since=date(2020, 1, 1), since_source="a", by=ella)
    with pytest.raises(ValidationError, match="hvorfor"):
        changes.put_right_membership(membership=row, reason=" ", by=ella)
    kept = changes.note_membership(name="Digni", since=date(2020, 1, 1), since_source="a", by=ella)
    changes.confirm_membership(membership=kept, by=eva)
    with pytest.raises(ValidationError, match="To har bekreftet"):
        changes.put_right_membership(membership=kept, reason="feil", by=ella)

    changes.put_right_membership(membership=row, reason="en annen organisasjon", by=ella)
    assert [one.pk for one in Membership.objects.all()] == [kept.pk]


@pytest.mark.parametrize("who", ["kari", "bodil", "siri", "pernille", "solveig"])
def test_nobody_else_notes_a_member(people, who):
    with pytest.raises(PermissionDenied):
        changes.note_membership(name="X", since=ahead(0), since_source="a", by=people[who])
    with pytest.raises(PermissionDenied):
        changes.lay_out_members(by=people[who])
    assert not Organisation.objects.exists()


def test_a_contact_who_is_no_longer_one_is_forgotten_at_once(ella, laid_out):
    house = Organisation.objects.get(name="Vake")
    row = changes.note_contact(
        organisation=house,
        name="Tiril Aune",
        email="tiril@example.org",
        phone="900 00 000",
        by=ella,
    )
    assert [one.name for one in queries.organisation_called(house.reference).talked_with] == [
        "Tiril Aune"
    ]
    changes.end_contact(contact=row, by=ella)

    assert list(ContactPerson.objects.values_list("name", "email", "phone", "role")) == [("",) * 4]
    assert queries.organisation_called(house.reference).talked_with == []


def test_a_contact_without_a_name_is_refused_by_the_form_and_by_the_table(ella, laid_out):
    house = Organisation.objects.get(name="Vake")

    with pytest.raises(ValidationError, match="Skriv hvem det er"):
        changes.note_contact(organisation=house, name="", by=ella)


def test_as_many_questions_for_many_members_as_for_few(laid_out, django_assert_num_queries):
    with django_assert_num_queries(2):
        queries.members_on(timezone.localdate())
    with django_assert_num_queries(3):
        queries.organisations()


def test_the_day_after_the_newest_list_is_as_the_newest_list(laid_out):
    newest = list(queries.lists())[-1]

    assert (
        queries.members_on(newest.day + timedelta(days=200)).names
        == queries.members_on(newest.day).names
    )
