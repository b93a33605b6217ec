"""Why not? On the page and at the prompt: every layer, in sentences, audited, without names there."""

import pytest
from django.core.management import CommandError, call_command

from ressursvenn.apart import changes as apart
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes as volunteers

from .conftest import a_volunteer, ahead


def asked(capsys, *references, by="kari"):
    call_command("why", *references, by=by)
    return capsys.readouterr().out


def test_a_volunteer(volunteer, kari, capsys):
    volunteers.pause(volunteer=volunteer, until=ahead(30), by=kari)

    told = asked(capsys, volunteer.reference)

    assert told.splitlines() == [
        "Ressursvennen: nei, ikke nå. Ikke oppfylt:",
        f"  VOL-06  Ressursvennen har ikke pause. (til {ahead(30)})",
    ]


def test_a_participant(amina, capsys):
    assert asked(capsys, amina.reference) == "Deltakeren: ingen regel står i veien i dag.\n"


def test_two_in_any_order(amina, kari, kaja, capsys):
    other = a_volunteer(kari, kaja, "Ingrid", languages=["pl"], times=["sunday"])

    told = asked(capsys, amina.reference, other.reference)

    assert told == asked(capsys, other.reference, amina.reference)
    assert told.splitlines() == [
        "Ressursvennen: ingen regel står i veien i dag.",
        "Deltakeren: ingen regel står i veien i dag.",
        "De to sammen: nei, ikke nå. Ikke oppfylt:",
        "  MAT-03  De to har et språk felles.",
        "  MAT-04  De to kan møtes i samme del av uken.",
    ]


def test_no_name_is_printed_and_the_look_is_audited(amina, volunteer, kari, capsys):
    told = asked(capsys, amina.reference, volunteer.reference)

    assert [word for word in ("Linerle", "Solveig", "Moen", "Sandvika") if word in told] == []
    entry = AuditEntry.objects.get(by=kari, purpose="why")
    assert {about.reference for about in entry.about.all()} == {
        amina.reference, volunteer.reference,
    }  # fmt: skip


def test_a_reason_one_may_not_know_stays_hidden(amina, volunteer, kari, capsys):
    apart.name_keep_apart(participant=amina, kind="person", text="Solveig Moen", by=kari)

    assert asked(capsys, amina.reference, volunteer.reference).splitlines()[-1] == (
        "  –  En grunn du ikke kan se."
    )


@pytest.mark.parametrize(
    ("by", "sentence"),
    [
        ("kari", "Det finnes ingen med den referansen"),
        ("nora", "Det finnes ingen med den referansen"),
        ("siri", "Du har ikke rett"),
        ("ingen", "Det finnes ingen med det innloggingsnavnet"),
    ],
)
def test_what_cannot_be_answered_gets_one_sentence(people, volunteer, by, sentence):
    reference = "zzzzzzzz" if by == "kari" else volunteer.reference

    with pytest.raises(CommandError, match=sentence):
        call_command("why", reference, by=by)


def test_two_of_a_kind(volunteer, people, kari, kaja):
    other = a_volunteer(kari, kaja, "Ingrid")

    with pytest.raises(CommandError, match="én deltaker og én ressursvenn"):
        call_command("why", volunteer.reference, other.reference, by="kari")


def page(amina, volunteer):
    return f"/a/koblinger/hvorfor/?deltaker={amina.reference}&ressursvenn={volunteer.reference}"


def test_the_page_tells_all_three_layers(signed_in, amina, kari, kaja):
    other = a_volunteer(kari, kaja, "Ingrid", languages=["pl"])

    told = signed_in(kari).get(page(amina, other)).context["told"]

    assert [
        [no.rule for no in layer]
        for layer in (told.of_volunteer, told.of_participant, told.of_both)
    ] == [[], [], ["MAT-03"]]


def test_the_page_for_one_alone(signed_in, amina, kari):
    text = signed_in(kari).get(f"/a/koblinger/hvorfor/?deltaker={amina.reference}").content.decode()

    assert "Linerle" in text
    assert "PAR-08" in text


@pytest.mark.parametrize(("who", "status"), [("kari", 200), ("nora", 404), ("gro", 403)])
def test_who_gets_in(signed_in, people, amina, volunteer, who, status):
    assert signed_in(people[who]).get(page(amina, volunteer)).status_code == status


def test_without_a_reference_the_question_is_asked_again(signed_in, kari):
    answer = signed_in(kari).get("/a/koblinger/hvorfor/?deltaker=&ressursvenn=")

    assert (answer.status_code, answer["Location"]) == (302, "/a/koblinger/forslag/")
