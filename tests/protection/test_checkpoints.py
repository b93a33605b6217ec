"""Where the log stands is witnessed in two places; whoever changes the log changes neither of them."""

import json
import sqlite3
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from ressursvenn.protection import audit, checkpoints, keeping, pin
from ressursvenn.protection.models import AuditEntry
from tests.emptying import locks
from tests.environment import start_keeper

ENTRY, ABOUT = "protection_auditentry", "protection_auditabout"


def written(number=1, did="tests.did"):
    with transaction.atomic():
        for _ in range(number):
            audit.record(by=None, did=did, about=["aaaa2222"])


def test_a_checkpoint_is_one_line_in_each_place(db, witnesses):
    written(3)
    done = checkpoints.write()

    one, other = witnesses.lines()
    assert (done.places, done.checkpoint.number) == ((True, True), 3)
    assert one == other == [done.checkpoint.line()]
    assert set(json.loads(one[0])) == {"number", "head", "at", "signature", "key"}
    assert done.checkpoint.signed_by(pin.pinned())
    assert all(path.stat().st_mode & 0o077 == 0 for path in (*witnesses.files(), witnesses.pin))


def test_with_nothing_new_the_time_is_renewed(db, witnesses):
    written()
    checkpoints.write()
    with time_machine.travel(timezone.now() + timedelta(hours=1), tick=False):
        checkpoints.write()

    first, second = map(json.loads, witnesses.lines()[0])
    assert first["at"] < second["at"]
    assert {**first, "at": ""} == {**second, "at": ""}


def test_an_empty_log_is_witnessed_too(db, witnesses):
    assert checkpoints.write().checkpoint.number == 0
    assert checkpoints.is_current()


def test_where_one_place_cannot_be_written_the_other_is_and_it_is_told(db, witnesses):
    written()
    witnesses.places[1].parent.mkdir(exist_ok=True)
    witnesses.places[1].write_text("a file where a folder should be")

    done = checkpoints.write()

    standing = checkpoints.standing()
    assert done.places == (True, False)
    assert (standing.current, standing.silent) == (True, (2,))
    assert standing.sentences() == ["Sted 2 har ikke fått noe sjekkpunkt fra loggen på to timer."]


def test_a_line_that_was_broken_off_does_not_spoil_the_next(db, witnesses):
    written()
    checkpoints.write()
    with witnesses.files()[0].open("a") as stream:
        stream.write('{"number":')

    checkpoints.write()

    assert len(witnesses.lines()[0]) == 3
    assert checkpoints.standing().silent == ()


def test_only_what_is_committed_is_signed(db, witnesses, transactional_db):
    with transaction.atomic():
        audit.record(by=None, did="tests.did")
        with pytest.raises(RuntimeError, match="durable"):
            checkpoints.write()


def test_break_glass_and_export_close_when_the_last_is_two_hours_old(db, witnesses):
    written()
    checkpoints.write()
    now = timezone.now()

    assert checkpoints.is_current(now + timedelta(minutes=119))
    assert not checkpoints.is_current(now + timedelta(minutes=121))
    late = checkpoints.standing(now + timedelta(minutes=121))
    assert late.silent == (1, 2)
    assert late.sentences()[-1].startswith(
        "Loggen er ikke bevitnet. Nødåpning og uttrekk er stengt"
    )


def test_nothing_witnessed_is_not_current(db, witnesses):
    written()

    assert not checkpoints.is_current()
    assert checkpoints.standing().last is None


def test_a_time_to_come_a_strangers_signature_and_nonsense_count_for_nothing(db, witnesses):
    written()
    good = checkpoints.write().checkpoint
    later = {"at": (timezone.now() + timedelta(days=1)).isoformat()}
    for false in (later, {"signature": "00" * 64}, {"number": 9}, {"key": 5}):
        for path in witnesses.files():
            path.write_text(json.dumps({**json.loads(good.line()), **false}) + "\n")
        assert not checkpoints.is_current(), false
    for path in witnesses.files():
        path.write_bytes(b"\xff\xfe\n")
    assert not checkpoints.is_current()


def test_another_process_may_have_had_a_later_end_signed_meanwhile(db, witnesses, monkeypatch):
    written()
    sign, calls = witnesses.sign, []

    def slower(number, head):
        calls.append(number)
        if len(calls) == 1:
            written()  # and the other signs it
            from ressursvenn.protection import chain

            sign(*chain.head())
        return sign(number, head)

    monkeypatch.setattr(keeping, "sign_head", slower)

    assert checkpoints.write().checkpoint.number == 2
    assert calls == [1, 2]


def test_the_first_key_is_pinned_and_no_other_takes_its_place(db, witnesses, settings):
    pin.pin("a" * 64)
    pin.pin("b" * 64)
    assert pin.pinned() == "a" * 64

    settings.CHECKPOINT_KEY = "c" * 64
    assert pin.pinned() == "c" * 64


def test_what_was_witnessed_in_production_stays(settings, witnesses):
    settings.PRODUCTION = True

    with pytest.raises(RuntimeError):
        checkpoints.begin_anew()


def test_with_a_real_keeper(db, witnesses, settings, monkeypatch, tmp_path):
    monkeypatch.undo()
    settings.CHECKPOINT_PLACES, settings.CHECKPOINT_PIN = witnesses.places, witnesses.pin
    keeper, settings.KEEPER = start_keeper(tmp_path / "real")
    written(2)
    out = StringIO()
    try:
        call_command("write_checkpoint", stdout=out)
        assert checkpoints.is_current()
        assert keeping.signer() == pin.pinned()
        with pytest.raises(keeping.Refused):
            keeping.sign_head(2, "f" * 64)
    finally:
        keeper.kill()
        keeper.wait()

    assert "Oppføring 2 er bevitnet." in out.getvalue()
    with pytest.raises(CommandError, match="svarer ikke"):
        call_command("write_checkpoint")
    assert checkpoints.is_current()


# --- attack 40, on a database and a copy of it ----------------------------------------------------


@pytest.fixture
def copied(transactional_db, witnesses, tmp_path):
    """A log of forty entries and two checkpoints, and a way to copy it."""
    written(30)
    checkpoints.write()
    written(10)
    checkpoints.write()

    def copy(name="copy.sqlite3"):
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(tmp_path / name)])
        return tmp_path / name

    return copy


def verified(copy, witnesses, *more):
    """Exit code and sentences, as an officer gets them: no keeper answers."""
    witnesses.answers = False
    out = StringIO()
    options = ["--database", str(copy), "--key", witnesses.heads.public()]
    try:
        call_command(
            "verify_log", *options, "--checkpoints", *map(str, witnesses.files()), *more, stdout=out
        )
    except CommandError as no:
        return no.returncode, out.getvalue()
    return 0, out.getvalue()


def tampered(copy, *statements):
    """By somebody who owns the file: the triggers go first."""
    with sqlite3.connect(copy) as opened:
        for trigger in locks.SQLITE:
            opened.execute(f"DROP TRIGGER {trigger}")
        for statement in statements:
            opened.execute(statement)
    opened.close()
    return copy


def test_a_copy_that_is_whole_holds(copied, witnesses):
    code, said = verified(copied(), witnesses)

    assert code == 0
    assert said.startswith("Loggen holder: 40 oppføringer, 2 sjekkpunkt.")


def test_the_copy_is_only_read(copied, witnesses):
    copy = copied()
    copy.chmod(0o400)
    before = copy.read_bytes(), sorted(copy.parent.iterdir())

    verified(copy, witnesses)

    assert (copy.read_bytes(), sorted(copy.parent.iterdir())) == before


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        (f"UPDATE {ENTRY} SET purpose = 'x' WHERE number = 7", "Oppføring 7 er endret"),
        (f"UPDATE {ENTRY} SET by_id = NULL, did = 'x' WHERE number = 7", "Oppføring 7 er endret"),
        (f"UPDATE {ABOUT} SET reference = 'x' WHERE entry_id = 7", "Oppføring 7 er endret"),
        (f"DELETE FROM {ABOUT} WHERE entry_id = 7", "Oppføring 7 er endret"),
        (f"INSERT INTO {ABOUT} (entry_id, reference) VALUES (7, 'x')", "Oppføring 7 er endret"),
        (f"DELETE FROM {ENTRY} WHERE number = 7", "Oppføring 7 mangler"),
        (f"DELETE FROM {ENTRY} WHERE number BETWEEN 7 AND 9", "Oppføringene 7 til 9 mangler"),
        (f"DELETE FROM {ENTRY} WHERE number > 35", "Loggen er kuttet: den slutter ved 35"),
        (f"DELETE FROM {ENTRY}", "Loggen er kuttet: den slutter ved 0"),
    ],
)
def test_40_what_is_done_to_the_rows_is_told_in_a_sentence(copied, witnesses, statement, sentence):
    code, said = verified(tampered(copied(), statement), witnesses)

    assert code == 1
    assert sentence in said


def test_40_two_that_changed_places(copied, witnesses):
    moves = [
        f"UPDATE {ENTRY} SET number = {to} WHERE number = {at}"
        for at, to in ((7, 99), (8, 7), (99, 8))
    ]

    code, said = verified(tampered(copied(), *moves), witnesses)

    assert code == 1
    assert "Oppføring 7 og 8 har byttet plass." in said


def test_40_the_database_rolled_back_under_the_log(transactional_db, witnesses, copied):
    """Yesterday's database is put back, and the house goes on: the keeper refuses, and so does the verifier."""
    with connection.cursor() as cursor:
        locks.unlock(connection)
        cursor.execute(f"DELETE FROM {ABOUT} WHERE entry_id > 30")
        cursor.execute(f"DELETE FROM {ENTRY} WHERE number > 30")
        locks.lock(connection)

    assert not checkpoints.is_current()  # at once, not in an hour
    with pytest.raises(keeping.Refused):
        checkpoints.write()
    assert verified(copied(), witnesses)[0] == 1

    witnesses.answers = True
    written(15, did="tests.after")
    assert checkpoints.write().checkpoint.number == 45  # the keeper cannot know; the witnesses do
    code, said = verified(copied("later.sqlite3"), witnesses)
    assert code == 1
    assert "skrevet om eller rullet tilbake: oppføring 40" in said
    assert "Til og med 30 stemmer den." in said


def test_40_a_forged_signature(copied, witnesses):
    path = witnesses.files()[1]
    lines = path.read_text().splitlines()
    forged = {**json.loads(lines[-1]), "signature": "ab" * 64}
    path.write_text("\n".join([*lines, json.dumps(forged)]) + "\n")

    code, said = verified(copied(), witnesses)

    assert code == 1
    assert said.strip() == "Sted 2, linje 3: falsk underskrift."


def test_40_a_key_that_comes_with_the_checkpoints_proves_nothing(copied, witnesses, tmp_path):
    """Somebody writes the chain, the checkpoints and their key anew."""
    from keeper.heads import Heads

    for path in witnesses.files():
        stranger = Heads(tmp_path / path.parent.name)
        said = [json.loads(line) for line in path.read_text().splitlines()]
        for one in said:
            one.update(signature=stranger.sign(one["number"], one["head"]), key=stranger.public())
        path.write_text("".join(json.dumps(one) + "\n" for one in said))

    code, said = verified(copied(), witnesses)

    assert code == 1
    assert "falsk underskrift" in said


def test_40_the_shipper_stopped_for_two_hours(db, witnesses):
    """The house works on, and writes its log; break-glass and export wait."""
    written()
    checkpoints.write()
    witnesses.answers = False

    with time_machine.travel(timezone.now() + timedelta(hours=2, minutes=1)):
        with pytest.raises(keeping.Closed):
            checkpoints.write()
        written()
        assert not checkpoints.is_current()
        witnesses.answers = True
        checkpoints.write()
        assert checkpoints.is_current()

    assert AuditEntry.objects.count() == 2


def test_the_live_log_is_verified_with_the_places_and_the_pin_of_the_house(copied, witnesses):
    out = StringIO()
    call_command("verify_log", stdout=out)
    assert "Loggen holder: 40 oppføringer" in out.getvalue()

    witnesses.pin.unlink()
    with pytest.raises(CommandError, match="Ingen nøkkel"):
        call_command("verify_log")


def test_what_cannot_be_read_is_told_in_a_sentence(copied, witnesses, tmp_path):
    other = tmp_path / "other.sqlite3"
    sqlite3.connect(other).close()
    for copy, sentence in (
        (other, "Kopien kan ikke leses"),
        (tmp_path / "none", "Kopien kan ikke"),
    ):
        with pytest.raises(CommandError, match=sentence):
            call_command("verify_log", "--database", str(copy))
    with pytest.raises(CommandError, match="Sjekkpunktene i"):
        call_command("verify_log", "--checkpoints", str(tmp_path / "none"))
