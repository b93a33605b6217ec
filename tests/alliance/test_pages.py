"""The desk of the alliance's editors: each act by its form, who gets in, and few questions."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from ressursvenn.alliance import changes, queries
from ressursvenn.alliance.models import (
    Ambassador,
    CampaignAction,
    ContactPerson,
    HandOut,
    Item,
    Meeting,
    Membership,
    Organisation,
    Photo,
    ReportedTotal,
    StockMove,
    WorkingGroup,
)

from .conftest import a_photo, ahead, fresh, ordered, pictured, planned, shown, stocked, text
from .test_afterwards import told
from .test_buttons import given
from .test_mentions import noted

pytestmark = pytest.mark.django_db


def words(answer) -> str:
    return unescape(answer.content.decode())


@pytest.fixture
def ellas(signed_in, ella):
    return signed_in(ella)


@pytest.fixture
def evas(signed_in, eva):
    return signed_in(eva)


def post(browser, page, /, *args, **data):
    return browser.post(reverse(f"alliance:{page}", args=args), data, follow=True)


def get(browser, name, *args, query=""):
    return browser.get(reverse(f"alliance:{name}", args=args) + query)


def typed(**more):
    """The form of an action, as somebody types it."""
    told = text(area="Moss", with_them=None, day=ahead(10).isoformat(), **more)
    return {name: value for name, value in told.items() if value is not None}


LISTS = (
    "all",
    "members",
    "meetings",
    "groups",
    "ambassadors",
    "buttons",
    "packing",
    "handed_out",
    "actions",
    "mentions",
)
NEW = ("new_member", "new_meeting", "new_action", "new_mention")


@pytest.mark.parametrize("page", [*LISTS, *NEW])
def test_every_page_teaches_when_there_is_nothing(ellas, page):
    answer = get(ellas, page)

    assert answer.status_code == 200
    assert words(answer).count("<h1") == 1
    assert not re.search(r">None<|\{\{|\{%", words(answer))


@pytest.mark.parametrize(
    "who", ["kari", "gro", "solveig", "bodil", "astrid", "siri", "pernille", "vigdis"]
)
def test_nobody_but_an_editor_gets_in(signed_in, people, who):
    for page in (*LISTS, *NEW):
        assert get(signed_in(people[who]), page).status_code == 403
    assert post(signed_in(people[who]), "stock").status_code == 403


def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, db):
    assert "/logg-inn/" in get(client, "all")["Location"] or get(client, "all").status_code == 302


# --- members --------------------------------------------------------------------------------------


def test_a_membership_is_noted_confirmed_by_another_and_ended(ellas, evas):
    answer = post(
        ellas, "new_member", name="Vake", since="1.3.2020", since_exact="on", since_source="referat"
    )  # fmt: skip
    row = Membership.objects.get()
    assert "En annen redaktør må bekrefte det" in words(answer)
    assert "Bekreft mot kilden" not in words(answer), "not for whoever noted it"
    assert "Bekreft mot kilden" in words(get(evas, "member", row.organisation.reference))
    post(evas, "confirm_membership", row.reference)
    assert fresh(row).confirmed_on
    post(
        ellas,
        "membership_ended",
        row.reference,
        until="1.3.2025",
        until_exact="on",
        until_source="brev",
    )

    assert str(fresh(row).until) == "2025-03-01"
    assert fresh(row).confirmed_on is None


def test_what_is_wrong_with_a_membership_is_said_and_what_was_typed_stays(ellas):
    answer = post(ellas, "new_member", name="Vake", since="i fjor", since_source="")

    assert "Skriv dagen som dag.måned.år" in words(answer)
    assert "Skriv hvor dere vet det fra." in words(answer)
    assert 'value="Vake"' in words(answer)
    assert not Organisation.objects.exists()


def test_a_membership_that_was_wrong_is_taken_away_after_a_question(ellas, ella):
    row = changes.note_membership(name="Vake", since=ahead(-9), since_source="a", by=ella)
    assert "Var dette feil?" in words(get(ellas, "put_right_membership", row.reference))
    assert "Skriv kort hvorfor" in words(
        post(ellas, "put_right_membership", row.reference, reason="")
    )
    post(ellas, "put_right_membership", row.reference, reason="feil organisasjon")

    assert not Membership.objects.exists()


def test_a_contact_is_noted_and_forgotten(ellas, ella):
    row = changes.note_membership(name="Vake", since=ahead(-9), since_source="a", by=ella)
    house = row.organisation.reference
    answer = post(ellas, "contact", house, name="Tiril Aune", email="tiril", role="leder")
    assert "navn@eksempel.no" in words(answer)
    assert 'value="Tiril Aune"' in words(answer)
    post(ellas, "contact", house, name="Tiril Aune", email="tiril@example.org", role="leder")
    contact = ContactPerson.objects.get()
    assert "tiril@example.org" in words(get(ellas, "member", house))
    post(ellas, "contact_ended", contact.reference)
    assert "Tiril" not in words(get(ellas, "member", house))


# --- meetings, groups, ambassadors ----------------------------------------------------------------


def test_a_meeting_from_called_to_corrected(ellas, evas, ella):
    changes.lay_out_members(by=ella)
    vake = Organisation.objects.get(name="Vake")
    post(ellas, "new_meeting", day=ahead(-1).isoformat(), title="Alliansemøte")
    meeting = Meeting.objects.get()
    post(ellas, "minutes", meeting.reference, minutes="Vi ble enige.", present=[vake.reference])
    post(
        ellas,
        "decide",
        meeting.reference,
        text="Skriv brev.",
        seen_to_by=vake.reference,
        due="1.12.2027",
    )
    assert "Godkjenn referatet" not in words(get(ellas, "meeting", meeting.reference))
    page = words(get(evas, "meeting", meeting.reference))
    assert re.search(r'name="read" value="1"', page)
    answer = post(evas, "approve_minutes", meeting.reference, read="1")
    assert "godkjent og står" in words(answer)
    post(evas, "correct_minutes", meeting.reference, text="Det var ikke enighet.")
    decision = meeting.decisions.get()
    post(evas, "decision_done", decision.reference)
    assert fresh(decision).done_on
    post(evas, "decision_done", decision.reference, regret="1")
    assert fresh(decision).done_on is None
    page = words(get(ellas, "meeting", meeting.reference))
    for said in ("Vi ble enige.", "Det var ikke enighet.", "Vake", "Skriv brev."):
        assert said in page


def test_minutes_that_cannot_be_kept_lose_nothing(ellas, ella):
    meeting = changes.call_meeting(day=ahead(5), title="Møte", by=ella)
    answer = post(ellas, "minutes", meeting.reference, minutes="For tidlig.")

    assert "ikke vært ennå" in words(answer)
    assert "For tidlig." in words(answer)


def test_minutes_changed_meanwhile_are_not_approved(ellas, evas, ella):
    meeting = changes.call_meeting(day=ahead(-1), title="Møte", by=ella)
    for said in ("En", "To"):
        changes.write_minutes(meeting=meeting, minutes=said, present=[], by=ella)
    answer = post(evas, "approve_minutes", meeting.reference, read="1")

    assert "ikke endret siden du leste det" in words(answer)
    assert fresh(meeting).approved_on is None


def test_a_group_its_seats_and_its_end(ellas, ella):
    changes.lay_out_members(by=ella)
    vake = Organisation.objects.get(name="Vake")
    assert "Gi gruppen et navn." in words(post(ellas, "groups", hole="help", name="", task="x"))
    post(ellas, "groups", hole="help", name="Hjelp", task="Finne hull")
    group = WorkingGroup.objects.get()
    assert "Velg en organisasjon." in words(post(ellas, "seat", group.reference, organisation=""))
    post(ellas, "seat", group.reference, organisation=vake.reference, leads="on")
    seat = group.seats.get()
    assert seat.leads
    post(ellas, "seat_left", seat.reference)
    post(ellas, "group_wound_up", group.reference)
    assert fresh(seat).left_on
    assert fresh(group).wound_up_on


def test_an_ambassador_is_noted_shown_and_withdrawn_after_a_question(ellas, evas):
    answer = post(
        ellas, "ambassadors", name="Tale Ås", known_as="skihopper", agreed=ahead(2).isoformat()
    )
    assert "den dagen ambassadøren sa ja" in words(answer)
    post(ellas, "ambassadors", name="Tale Ås", known_as="skihopper", agreed=ahead(-2).isoformat())
    row = Ambassador.objects.get()
    post(ellas, "show_ambassador", row.reference)
    assert fresh(row).shown_on is None
    post(evas, "show_ambassador", row.reference)
    assert fresh(row).shown_on
    assert "Kryss av" in words(post(ellas, "withdraw_ambassador", row.reference))
    post(ellas, "withdraw_ambassador", row.reference, sure="on")
    assert fresh(row).name == ""
    assert get(ellas, "withdraw_ambassador", row.reference).status_code == 200


# --- buttons --------------------------------------------------------------------------------------


def test_an_order_is_sent_from_its_page(ellas):
    order = ordered()
    answer = post(ellas, "send_buttons", order.reference, number="200")
    assert "enn det er på lageret" in words(answer)
    post(ellas, "stock", kind="in", number="500", day=ahead(0).isoformat())
    assert StockMove.objects.get().number == 500
    post(ellas, "send_buttons", order.reference, number="200")

    assert fresh(order).sent_number == 200
    assert "Rektor Vår Lien" in words(get(ellas, "order", order.reference))
    post(ellas, "forget_delivery", order.reference, sure="on")
    assert "Rektor Vår Lien" not in words(get(ellas, "order", order.reference))


def test_an_order_is_declined_for_a_reason_of_the_list(ellas):
    order = ordered()
    assert "Velg en grunn." in words(post(ellas, "decline_order", order.reference, why=""))
    post(ellas, "decline_order", order.reference, why="private")

    assert fresh(order).declined_why == "private"


def test_the_packing_list_is_printed_with_addresses_and_nothing_else_of_the_order(ellas):
    ordered()
    page = words(get(ellas, "packing"))

    for said in ("Solbakken skole", "Rektor Vår Lien", "Skoleveien 1", "1511 Moss", "Makuleres"):
        assert said in page
    assert "rektor@example.org" not in page


def test_what_was_handed_out_is_noted_confirmed_and_struck(ellas, evas):
    told = {
        "kind": "parish",
        "who": "Moss kirke",
        "county": "Østfold",
        "number": "50",
        "source": "brev",
    }
    assert "Skriv en dag som har vært." in words(
        post(ellas, "handed_out", day=ahead(3).isoformat(), **told)
    )
    post(ellas, "handed_out", day=ahead(0).isoformat(), **told)
    row = HandOut.objects.get()
    post(ellas, "confirm_handed_out", row.reference)
    assert fresh(row).confirmed_on is None
    assert "venter på en annen redaktør" in words(get(ellas, "handed_out"))
    assert "Bekreft" in words(get(evas, "handed_out"))
    post(evas, "confirm_handed_out", row.reference)
    assert fresh(row).confirmed_on
    assert "telles" in words(get(ellas, "handed_out"))
    post(ellas, "strike_handed_out", row.reference)
    assert fresh(row).struck_on
    assert "<s>" in words(get(ellas, "handed_out"))


def test_a_number_is_confirmed_by_another(ellas, evas, ella):
    changes.lay_out_totals(by=ella)
    row = queries.totals()[0]
    post(ellas, "confirm_total", row.reference)
    assert fresh(row).confirmed_on is None
    post(evas, "confirm_total", row.reference)
    assert fresh(row).confirmed_on
    ReportedTotal.objects.update(review_day=ahead(0))
    assert "Kilden sier det fortsatt" not in words(get(evas, "buttons"))
    ReportedTotal.objects.update(review_day=ahead(-1))
    assert "Kilden sier det fortsatt" in words(get(evas, "buttons"))
    post(evas, "look_over_total", row.reference)
    assert fresh(row).review_day == ahead(365)


# --- actions --------------------------------------------------------------------------------------


def test_an_action_from_its_kind_to_everybody(ellas, evas, client):
    assert "Knapp på rådhuset" in words(get(ellas, "new_action"))
    assert "Et bord der folk går forbi" in words(get(ellas, "new_action", query="?slag=stand"))
    answer = post(ellas, "new_action", **typed(others="Moss kommune\nMoss kirke\nMoss kommune\n"))
    action = CampaignAction.objects.get()
    assert "må lese aksjonen" in words(answer)
    assert action.with_them == ["Moss kommune", "Moss kirke"]
    assert "Sett den ut for alle" not in words(get(ellas, "action", action.reference))
    assert "Sett den ut for alle" in words(get(evas, "action", action.reference))
    post(evas, "show_action", action.reference, read="1")

    assert client.get(f"/rod-knapp/aksjon/{action.reference}/").status_code == 200


def test_members_are_chosen_and_stay_chosen_when_it_is_rewritten(ellas, ella):
    changes.lay_out_members(by=ella)
    post(ellas, "new_action", **typed(members=["Vake"], others="Moss kirke"))
    action = CampaignAction.objects.get()
    assert action.with_them == ["Vake", "Moss kirke"]
    page = words(get(ellas, "rewrite_action", action.reference))
    assert re.search(r'value="Vake"[^>]*checked', page)
    assert "Moss kirke</textarea>" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": ""}, "Gi aksjonen en tittel."),
        ({"area": "Atlantis"}, "Skriv nærmeste tettsted."),
        ({"day": "i morgen"}, "Skriv dagen som"),
        ({"begins": "kveld"}, "Skriv klokkeslettet som"),
        ({"link": "nei nei"}, "begynner med https://"),
        ({"others": "\n".join(f"Navn {n}" for n in range(41))}, "høyst 40 navn"),
        ({"ends": "18:00"}, "Skriv når den begynner"),
    ],
)
def test_what_is_wrong_with_an_action_is_said_and_nothing_is_lost(ellas, wrong, said):
    answer = post(ellas, "new_action", **{**typed(), **wrong})

    assert said in words(answer)
    assert "Moss sanitetsforening" in words(answer)
    assert not CampaignAction.objects.exists()


def test_the_list_is_ticked_added_to_and_shortened(ellas, ella):
    action = planned(ella)
    item = action.items.first()
    post(ellas, "item", item.reference, do="done")
    assert fresh(item).done_by == ella
    post(ellas, "item", item.reference, do="undone")
    post(ellas, "item", item.reference, do="nothing we know")
    assert fresh(item).done_on is None
    post(ellas, "item", item.reference, do="out")
    assert not Item.objects.filter(pk=item.pk).exists()
    assert "Skriv hva det er." in words(
        post(ellas, "add_item", action.reference, sort="task", text="")
    )
    post(ellas, "add_item", action.reference, sort="task", text="Kjøp kaffe")
    assert "Kjøp kaffe" in words(get(ellas, "action", action.reference))


def test_a_draft_is_thrown_away_and_one_that_is_out_called_off_each_after_a_question(
    ellas, ella, eva
):
    draft, out = planned(ella), shown(ella, eva)
    assert "Kaste utkastet?" in words(get(ellas, "throw_away_action", draft.reference))
    assert get(ellas, "throw_away_action", out.reference).status_code == 404
    assert "Avlyse aksjonen?" in words(get(ellas, "call_off_action", out.reference))
    post(ellas, "throw_away_action", draft.reference)
    post(ellas, "call_off_action", out.reference)
    assert fresh(out).called_off_on
    post(ellas, "open_action_again", out.reference)
    assert fresh(out).called_off_on is None
    assert list(CampaignAction.objects.all()) == [out]


def test_afterwards_it_is_told_pictured_and_shown_by_another(ellas, evas, ella, eva):
    action = shown(ella, eva, day=ahead(-1))
    answer = post(ellas, "report", action.reference, told="Fint.", came="mange")
    assert "Skriv et helt tall fra 0" in words(answer)
    post(ellas, "report", action.reference, told="Fint.", came="80", buttons="30")
    post(evas, "show_report", action.reference, read="1")
    assert fresh(action).report.shown_by == eva
    file = SimpleUploadedFile("hjemme-59N.jpg", a_photo(), content_type="image/jpeg")
    post(ellas, "add_photo", action.reference, picture=file, described="Et bord", consent="nobody")
    photo = Photo.objects.get()
    assert get(evas, "picture", photo.reference)["Content-Type"] == "image/jpeg"
    post(evas, "show_photo", photo.reference)
    assert fresh(photo).shown_by == eva
    assert "hjemme" not in words(get(ellas, "action", action.reference))
    post(ellas, "take_down_photo", photo.reference)
    assert not Photo.objects.exists()


def test_a_picture_without_consent_or_that_is_none_is_refused_where_it_was_chosen(ellas, ella, eva):
    action = shown(ella, eva, day=ahead(-1))
    file = SimpleUploadedFile("x.jpg", b"not a picture", content_type="image/jpeg")
    answer = post(
        ellas, "add_photo", action.reference, picture=file, described="Et bord", consent="all"
    )
    assert "Bildet kan ikke leses" in words(answer)
    assert 'value="Et bord"' in words(answer)
    answer = post(ellas, "add_photo", action.reference, described="Et bord")
    assert "Velg et bilde" in words(answer)
    assert "Velg ett av de to." in words(answer)


# --- what waits, and how many questions -------------------------------------------------------------


def test_the_first_page_tells_what_waits_for_another(ellas, ella, eva):
    ordered()
    planned(ella)
    told(shown(ella, eva, day=ahead(-3)), ella)
    pictured(shown(ella, eva, day=ahead(-4)), ella)
    page = words(get(ellas, "all"))

    for said in (
        "bestilling av knapper",
        "lest av en annen",
        "fortelling",
        "bilde",
        "uten at noen",
    ):
        assert said in page


def test_no_page_asks_more_for_more_rows_nor_more_than_twelve(
    ellas, ella, eva, django_assert_max_num_queries
):
    changes.lay_out_members(by=ella)
    changes.lay_out_totals(by=ella)
    stocked(ella)
    most = dict.fromkeys((*LISTS, "new_mention"), 12)
    for round_ in (1, 2):
        for number in range(2):
            meeting = changes.call_meeting(day=ahead(-1), title="Møte", by=ella)
            changes.note_decided(meeting=meeting, text="x", by=ella)
            group = changes.form_group(hole="help", name=f"{round_}{number}", task="x", by=ella)
            changes.give_seat(group=group, organisation=Organisation.objects.first(), by=ella)
            changes.note_ambassador(name="Tale Ås", known_as="x", agreed=ahead(0), by=ella)
            changes.send_buttons(order=ordered(who=f"A{round_}{number}"), number=1, by=ella)
            ordered(who=f"B{round_}{number}")
            given(ella, who=f"C{round_}{number}")
            given(ella, second=eva, who=f"D{round_}{number}")
            about = shown(ella, eva)
            noted(ella, headline=f"{round_}{number}", action=about)
        for page in (*LISTS, "new_mention"):
            with django_assert_max_num_queries(most[page], info=page) as asked:
                get(ellas, page)
            most[page] = len(asked)


def test_the_page_of_an_action_asks_few_questions(ellas, ella, eva, django_assert_max_num_queries):
    action = shown(ella, eva, day=ahead(-1))
    told(action, ella)
    for _ in range(2):
        pictured(action, ella)
    changes.note_item_done(item=action.items.first(), by=ella)

    with django_assert_max_num_queries(12):
        get(ellas, "action", action.reference)
