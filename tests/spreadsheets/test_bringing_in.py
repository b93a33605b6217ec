"""A workbook comes in: who is there afterwards, what is proposed, and that nobody was opened."""

from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import PermissionDenied

from ressursvenn.accounts import changes as accounts
from ressursvenn.apart import changes as apart
from ressursvenn.apart.models import KeepApart
from ressursvenn.participants import facts as participant_facts
from ressursvenn.participants.models import Participant
from ressursvenn.protection import opening
from ressursvenn.protection.models import AuditAbout, AuditEntry
from ressursvenn.spreadsheets import changes
from ressursvenn.spreadsheets.models import BringingIn, BroughtRow
from ressursvenn.spreadsheets.reading.carrying import as_text, from_text
from ressursvenn.spreadsheets.reading.refusing import WorkbookRefused
from ressursvenn.spreadsheets.understanding import understood
from ressursvenn.volunteers import changes as volunteers_room
from ressursvenn.volunteers import facts as volunteer_facts
from ressursvenn.volunteers.models import Volunteer

from .books import DATA, both, participants, volunteers

KARI_MOE = {"Fornavn": "Kari", "Etternavn": "Moe", "Mobil": "48941435", "E-post": "k@example.org"}
FATES = ("accepted", "merge_proposed", "refused", "already_here")


def counts(report):
    return [tuple(sheet[fate] for fate in FATES) for sheet in report.as_json()["sheets"]]


def everything():
    """How many rows every table of ours has."""
    ours = (model for model in apps.get_models() if model.__module__.startswith("ressursvenn."))
    return {model._meta.label: model._default_manager.count() for model in ours}


def test_a_volunteer_comes_in_with_her_card_and_her_road(bring, kari, oslo):
    bring(volunteers({}))

    volunteer = opening.open_record(Volunteer.objects.get(), by=kari, purpose="test")
    assert (volunteer.first_name, volunteer.last_name) == ("Berit", "Lund")
    assert (volunteer.phone, volunteer.email) == ("+4795960233", "berit@example.org")
    assert (volunteer.areas, volunteer.languages) == (["no-oslo-oslo"], ["no"])
    assert (volunteer.birth_year, volunteer.association) == (1990, oslo)
    facts = volunteer_facts.of(volunteer)
    assert (facts.applied_on, facts.interviewed_on) == (date(2026, 2, 4), date(2026, 2, 18))
    assert (facts.found_suitable, facts.course_hours) == (True, 12)
    assert facts.confidentiality_signed_on == date(2026, 3, 18)
    assert (facts.certificate_issued_on, facts.certificate_shown_on) == (
        date(2026, 3, 1),
        date(2026, 3, 25),
    )
    assert (facts.agreed_on, facts.committed_months) == (date(2026, 4, 1), 12)


def test_who_interviewed_and_who_saw_the_certificate_is_not_made_up(bring):
    bring(volunteers({}))

    facts = volunteer_facts.of(Volunteer.objects.get())
    assert (facts.interviewed_by_two, facts.certificate_seen_by_known) == (False, False)


def test_a_participant_comes_in_without_a_name(bring, kari):
    bring(participants({}))

    one = opening.open_record(Participant.objects.get(), by=kari, purpose="test")
    assert one.called not in ("", "R2026-001")
    assert (one.workbook_code, one.area, one.languages) == ("R2026-001", "no-oslo-oslo", ["prs"])
    assert (one.waiting_since, one.acute_over_on) == (date(2026, 5, 11), date(2026, 5, 9))
    assert (one.contact_channel, bool(one.contact_settled_on)) == ("through_centre", True)
    assert (one.left_stated_on, one.consented_on) == (None, None)


def test_two_participants_are_never_called_the_same(bring, kari):
    bring(participants(*({"Kode": f"R{number}"} for number in range(40))))
    bring(participants(*({"Kode": f"R{number}"} for number in range(40, 80))))

    called = [
        one.called for one in opening.open_cards(Participant.objects.all(), by=kari, purpose="t")
    ]
    assert len(set(called)) == len(called) == 80


@pytest.mark.parametrize(
    ("said", "channel"),
    [
        ("ring hverdager 10-12", "phone"),
        ("IKKE ring", "nothing"),
        ("sms uten navn", "sms_without_name"),
    ],
)
def test_a_way_to_reach_somebody_is_a_wish_until_it_is_settled(bring, kari, said, channel):
    bring(participants({"Trygg kontakt": said}))

    one = opening.open_record(Participant.objects.get(), by=kari, purpose="test")
    assert (one.contact_channel, one.contact_settled_on, one.contact_number) == (channel, None, "")


def test_the_crisis_centre_is_found_by_its_name(bring, sentrum):
    report = bring(participants({"Krisesenter": "Krisesenteret i sentrum"}, {"Kode": "R2"}))

    assert {one.crisis_centre for one in Participant.objects.all()} == {sentrum}
    assert not any("krisesentre" in ask["what"] for ask in report.as_json()["asks"])


def test_a_crisis_centre_we_do_not_know_is_asked_about_once(bring):
    report = bring(participants({"Krisesenter": "Follo"}, {"Kode": "R2", "Krisesenter": "Follo"}))

    asked = [ask for ask in report.as_json()["asks"] if "krisesentre" in ask["what"]]
    assert [ask["row"] for ask in asked] == [1]
    assert {one.crisis_centre for one in Participant.objects.all()} == {None}


def test_koblet_without_a_partner_is_never_suggested_until_it_is_settled(bring):
    bring(participants({"Status": "koblet"}))

    assert participant_facts.of(Participant.objects.get()).in_unknown_pair is True


def test_somebody_who_has_withdrawn_is_not_brought_in(bring):
    report = bring(participants({"Status": "trukket seg"}))

    assert counts(report) == [(0, 0, 1, 0)]
    assert report.as_json()["refusals"] == [
        {
            "sheet": "Henvist",
            "row": 2,
            "code": "withdrawn",
            "sentence": "Deltakeren har trukket seg. Den som har trukket seg, tas ikke inn.",
        }
    ]
    assert not Participant.objects.exists()


@pytest.mark.parametrize(
    ("text", "kind", "sealed"),
    [
        ("Berit Antonsen", "person", False),
        ("alle fra menigheten", "community", True),
        ("ingen på jobben hans", "workplace", True),
        ("Per", "person", True),
    ],
)
def test_whom_never_to_meet_becomes_an_entry(bring, text, kind, sealed):
    bring(participants({"Skal IKKE kobles med": text}))

    entry = KeepApart.objects.get()
    assert (entry.kind, entry.sealed, bool(entry.prints)) == (kind, sealed, not sealed)


def test_not_suitable_without_an_interview_stops_suggestions(bring):
    bring(volunteers({"Egnet?": "nei", "Intervju": None}))

    assert volunteer_facts.of(Volunteer.objects.get()).concern_open is True


def test_room_for_more_than_the_limit_does_not_raise_it(bring):
    report = bring(volunteers({"Plass til": 2}))

    (sheet,) = report.sheets
    assert [remark.code for remark in sheet.decisions[0].remarks] == ["places_above_limit"]


def test_people_entered_twice_are_proposed_and_not_merged(bring):
    report = bring(volunteers({}, {"Etternavn": "LUND"}, KARI_MOE))

    assert counts(report) == [(2, 1, 0, 0)]
    assert Volunteer.objects.count() == 2
    proposal = BroughtRow.objects.get(fate="merge_proposed")
    assert (proposal.row, proposal.about) == (3, BroughtRow.objects.get(row=2).about)
    assert "samme telefon" in report.as_json()["asks"][-1]["what"]


def test_somebody_who_was_here_already_is_proposed(bring, oslo, kari):
    here = volunteers_room.note_application(
        association=oslo, first_name="Berit", last_name="Lund", birth_year=1990, by=kari
    )
    report = bring(volunteers({}))

    assert counts(report) == [(0, 1, 0, 0)]
    assert BroughtRow.objects.get().about == here.reference


@pytest.mark.parametrize("year", [1970, 1989])
def test_a_namesake_of_another_year_is_somebody_else(bring, oslo, kari, year):
    volunteers_room.note_application(
        association=oslo, first_name="Berit", last_name="Lund", birth_year=year, by=kari
    )

    assert counts(bring(volunteers({}))) == [(1, 0, 0, 0)]


def test_the_same_file_twice_adds_nothing(bring):
    content = both(
        [{}, {"Etternavn": "LUND"}, KARI_MOE], [{}, {"Kode": "R2", "Status": "trukket seg"}]
    )
    bring(content)
    before = everything()

    assert counts(bring(content)) == [(0, 0, 0, 3), (0, 0, 1, 1)]
    assert everything() == before


def test_looking_first_leaves_nothing(bring):
    before = everything()

    assert counts(bring(both([{}], [{}]), dry_run=True)) == [(1, 0, 0, 0), (1, 0, 0, 0)]
    assert everything() == before


def test_looking_first_tells_what_then_happens(bring):
    content = (DATA / "koordinator.xlsx").read_bytes()
    looked = bring(content, dry_run=True).as_json()

    assert bring(content).as_json() == looked


def test_nobody_is_opened_by_it(bring):
    bring(both([{}], [{}]))

    assert not AuditEntry.objects.filter(did="protection.opened").exists()


def test_it_is_in_the_log_about_each_of_them(bring, kari):
    report = bring(both([{}, KARI_MOE], [{}]))

    entry = AuditEntry.objects.get(did="spreadsheets.brought_in")
    people = [*Volunteer.objects.all(), *Participant.objects.all(), report.bringing]
    about = AuditAbout.objects.filter(entry=entry).values_list("reference", flat=True)
    assert (entry.by, sorted(about)) == (kari, sorted(one.reference for one in people))


def test_every_change_it_makes_is_in_the_log_with_who_did_it(bring, kari):
    bring(both([{}], [{}]))

    assert {entry.by for entry in AuditEntry.objects.filter(by__isnull=False)} == {kari}
    did = set(AuditEntry.objects.filter(by=kari).values_list("did", flat=True))
    assert did == {
        "volunteers.noted_from_workbook",
        "participants.referred_from_workbook",
        "spreadsheets.brought_in",
    }


def test_a_file_turned_away_leaves_nothing(bring):
    before = everything()

    with pytest.raises(WorkbookRefused):
        bring(b"PK")
    assert everything() == before


def test_all_of_it_or_nothing(bring, monkeypatch):
    def breaks(**_):
        raise RuntimeError

    monkeypatch.setattr(apart, "name_keep_apart", breaks)
    before = everything()
    with pytest.raises(RuntimeError):
        bring(both([{}], [{"Skal IKKE kobles med": "Berit Antonsen"}]))

    assert everything() == before


@pytest.mark.parametrize("who", ["gro", "solveig", "siri", "vigdis", "kirsti", "nora", "pernille"])
def test_only_a_coordinator_of_the_house_may(bring, people, who):
    before = everything()

    for dry_run in (True, False):
        with pytest.raises(PermissionDenied):
            bring(volunteers({}), by=people[who], dry_run=dry_run)
    assert everything() == before


def test_the_neighbour_has_nobody_in_common_with_us(bring, nabo, nora):
    bring(both([{}], [{}]))

    assert counts(bring(both([{}], [{}]), association=nabo, by=nora)) == [
        (1, 0, 0, 0),
        (1, 0, 0, 0),
    ]
    assert Volunteer.objects.filter(association=nabo).count() == 1
    prints = BroughtRow.objects.values_list("content_print", flat=True)
    assert len(set(prints)) == len(prints) == 4


def test_the_limit_of_the_association_decides(bring, oslo, kari):
    accounts.set_local_limits(
        association=oslo, begins=date(2026, 1, 1), numbers={"pairs_at_once": 2}, by=kari
    )

    (sheet,) = bring(volunteers({"Plass til": 2})).sheets
    assert sheet.decisions[0].remarks == ()


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("koordinator", [(64, 3, 0, 0), (34, 0, 7, 0)]),
        ("stor", [(1415, 88, 0, 0), (748, 0, 152, 0)]),
    ],
)
def test_the_two_workbooks(bring, name, expected):
    content = (DATA / f"{name}.xlsx").read_bytes()

    assert counts(bring(content)) == expected
    again = bring(content)
    assert counts(again) == [
        (0, 0, refused, accepted + proposed) for accepted, proposed, refused, _ in expected
    ]
    assert again.as_json()["asks"] == []
    assert BringingIn.objects.count() == 1
    (first, _), (second, _) = [(sum(one), one) for one in expected]
    assert [sheet["rows"] for sheet in again.as_json()["sheets"]] == [first, second]


def test_the_shape_that_the_command_prints(bring):
    told = bring((DATA / "koordinator.xlsx").read_bytes(), dry_run=True).as_json()

    assert list(told) == ["sheets", "refusals", "asks", "columns_not_kept"]
    assert [list(sheet) for sheet in told["sheets"]] == [["name", "kind", "rows", *FATES]] * 2
    assert all(sheet["rows"] == sum(sheet[fate] for fate in FATES) for sheet in told["sheets"])
    assert {tuple(one) for one in told["refusals"]} == {("sheet", "row", "code", "sentence")}
    assert {tuple(one) for one in told["asks"]} == {("sheet", "row", "what")}
    assert {tuple(one) for one in told["columns_not_kept"]} == {("sheet", "column", "why")}
    assert len(told["refusals"]) == sum(sheet["refused"] for sheet in told["sheets"])
    assert [(one["sheet"], one["column"]) for one in told["columns_not_kept"]] == [
        ("Frivillige", "Adresse"),
        ("Frivillige", "Merknad"),
        ("Henvist", "Adresse"),
        ("Henvist", "Barn (navn/skole)"),
    ]


def test_taking_in_what_was_understood_is_the_same_as_taking_in_the_file(bring, oslo, kari):
    content = (DATA / "koordinator.xlsx").read_bytes()
    carried = from_text(as_text(understood(content)))
    changes.bring_in_reading(reading=carried, association=oslo, by=kari)

    assert counts(bring(content)) == [(0, 0, 0, 67), (0, 0, 7, 34)]
