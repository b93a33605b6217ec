"""A log of a thousand entries with a checkpoint at its end: whatever is done to it is found, wherever."""

from datetime import UTC, datetime, timedelta

import pytest

from keeper.heads import Heads
from ressursvenn.protection.links import FIRST, Entry, link_of, moment
from ressursvenn.protection.verifying import Beginning, verify
from ressursvenn.protection.witnesses import Checkpoint
from tests.environment import times

LENGTH = 1000
BEGAN = datetime(2026, 3, 1, 8, tzinfo=UTC)
NOW = datetime(2026, 11, 25, tzinfo=UTC)


def linked(entries, before=FIRST):
    """The same entries, each linked to the one before: what somebody does who owns the database."""
    done = []
    for entry in entries:
        before = link_of(before, entry)
        done.append(entry._replace(link=before))
    return done


def an_entry(number):
    at = moment(BEGAN + timedelta(minutes=number))
    about = tuple(f"ab{number:04d}{one}2" for one in range(number % 4))
    return Entry(number, number, at, number % 5 or None, "protection.opened", "", "list", about)


@pytest.fixture(scope="module")
def log():
    return linked(an_entry(number) for number in range(1, LENGTH + 1))


@pytest.fixture(scope="module")
def heads(tmp_path_factory):
    return Heads(tmp_path_factory.mktemp("keeper"))


@pytest.fixture(scope="module")
def checkpoint(log, heads):
    return signed(heads, LENGTH, log[-1].link)


def signed(heads, number, head, at=NOW):
    return Checkpoint(number, head, at.isoformat(), heads.sign(number, head), heads.public())


def positions(number=LENGTH):
    """Evenly spread over the log, the first and the last among them; every one with --full."""
    count = times(number)
    return sorted({round(step * (LENGTH - 1) / (count - 1)) for step in range(count)})


@pytest.fixture
def found(heads, checkpoint):
    """What is found in these rows, as the database would give them."""

    def faults(entries, places=None):
        rows = sorted(entries, key=lambda entry: (entry.number, entry.row))
        held = [[checkpoint.line()]] * 2 if places is None else places
        return verify(rows, held, key=heads.public(), now=NOW).faults

    return faults


def changed(**what):
    return lambda log, at: [*log[:at], log[at]._replace(**what), *log[at + 1 :]]


def numbered_anew(entries, first):
    return [entry._replace(number=number) for number, entry in enumerate(entries, first)]


def swapped(log, at):
    """With its neighbour: each gets the other's number."""
    one, other = (at, at + 1) if at + 1 < len(log) else (at - 1, at)
    mine, its = log[one].number, log[other].number
    two = [log[other]._replace(number=mine), log[one]._replace(number=its)]
    return [*log[:one], *two, *log[other + 1 :]]


def forged(log, at):
    return an_entry(log[at].number)._replace(by=99, row=5000, link="f" * 64)


FIELDS = {
    "when": changed(at=moment(BEGAN)),
    "who": changed(by=77),
    "what": changed(did="pairs.decided"),
    "kind": changed(to_kind="pairs.pair"),
    "purpose": changed(purpose="page"),
    "its row": changed(row=9999),
    "its link": changed(link="0" * 63 + "1"),
    "about nobody": lambda log, at: changed(about=("zzzz2222",) if not log[at].about else ())(
        log, at
    ),
    "about another": lambda log, at: changed(about=(*log[at].about, "zzzz2222"))(log, at),
    "about, in another order": lambda log, at: changed(
        about=log[at].about[::-1] if len(log[at].about) > 1 else ("zzzz2222",)
    )(log, at),
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_changed_field_is_found_at_its_place(log, found, field):
    for at in positions():
        faults = found(FIELDS[field](log, at))

        assert (faults[0].kind, faults[0].number) == ("changed", at + 1), at


def test_a_changed_number_is_found(log, found):
    for at in positions():
        assert found(changed(number=log[at].number + 1)(log, at)) != [], at


def test_a_dropped_entry_is_found_at_its_place(log, found):
    for at in positions():
        (first, *_) = found([*log[:at], *log[at + 1 :]])

        assert first.kind == ("dropped" if at + 1 < LENGTH else "cut"), at
        assert first.number == at + 1


def test_a_dropped_entry_is_found_when_the_rest_is_numbered_anew(log, found):
    for at in positions():
        faults = found([*log[:at], *numbered_anew(log[at + 1 :], at + 1)])

        assert faults != []
        assert faults[0].number == at + 1
        if at < LENGTH - 2:
            assert [fault.kind for fault in faults] == ["dropped"]


def test_two_that_changed_places_are_found_at_their_place(log, found):
    for at in positions():
        faults = found(swapped(log, at))

        assert [(fault.kind, fault.number) for fault in faults[:1]] == [
            ("swapped", min(at, LENGTH - 2) + 1)
        ]


def test_an_inserted_entry_is_found_at_its_place(log, found):
    for at in positions():
        beside = found([*log, forged(log, at)])
        between = found([*log[:at], forged(log, at), *numbered_anew(log[at:], at + 2)])

        assert ("inserted", at + 1) in {(fault.kind, fault.number) for fault in beside}
        assert [(fault.kind, fault.number) for fault in between] == [("inserted", at + 1)]


def test_the_whole_chain_written_anew_is_found_by_the_checkpoint(log, found):
    for at in positions():
        before = log[at - 1].link if at else FIRST
        plots = {
            "changed": linked([log[at]._replace(by=77), *log[at + 1 :]], before),
            "dropped": linked(numbered_anew(log[at + 1 :], at + 1), before),
            "inserted": linked([forged(log, at), *numbered_anew(log[at:], at + 2)], before),
            "swapped": linked(swapped(log, at)[at:], before) if at < LENGTH - 1 else None,
        }
        for plot, rest in plots.items():
            if rest is None:
                continue
            kinds = {fault.kind for fault in found([*log[:at], *rest])}
            assert kinds == {"cut" if plot == "dropped" else "rolled_back"}, (plot, at)


def test_a_cut_tail_is_found_at_its_place(log, found):
    for at in positions():
        (fault,) = found(log[:at])

        assert (fault.kind, fault.number) == ("cut", at + 1)


def test_a_whole_log_holds_and_says_how_much_no_checkpoint_covers(log, heads, checkpoint):
    more = [*log, *linked([an_entry(LENGTH + 1)], log[-1].link)]

    verdict = verify(more, [[checkpoint.line()]] * 2, key=heads.public(), now=NOW)

    assert (verdict.entries, verdict.checkpoints, verdict.after_the_last) == (1001, 1, 1)
    assert verdict.faults == []


def test_two_faults_are_two_sentences(log, found):
    faults = found(changed(by=77)(changed(did="x")(log, 10), 500))

    assert [fault.sentence for fault in faults] == [
        "Oppføring 11 er endret etter at den ble skrevet.",
        "Oppføring 501 er endret etter at den ble skrevet.",
    ]


def test_a_database_of_yesterday_is_found_though_it_went_on_since(log, found):
    back = [*log[:900], *linked([entry._replace(by=3) for entry in log[900:]], log[899].link)]

    (fault,) = found([*back, *linked([an_entry(LENGTH + 1)], back[-1].link)])

    assert fault.kind == "rolled_back"


def test_it_tells_how_far_the_log_is_as_it_was_witnessed(log, tmp_path):
    heads = Heads(tmp_path)
    lines = [signed(heads, number, log[number - 1].link).line() for number in (300, 600, 900)]
    back = [*log[:700], *linked([entry._replace(by=3) for entry in log[700:]], log[699].link)]

    (fault,) = verify(back, [lines, lines], key=heads.public(), now=NOW).faults

    assert (fault.kind, fault.number) == ("rolled_back", 900)
    assert "Til og med 600 stemmer den." in fault.sentence


def test_a_forged_signature_is_found_whoever_signed(log, found, checkpoint, tmp_path):
    stranger = Heads(tmp_path)
    forgeries = {
        "another key": signed(stranger, LENGTH, log[-1].link),
        "another number": Checkpoint(**{**fields(checkpoint), "number": LENGTH - 1}),
        "another head": Checkpoint(**{**fields(checkpoint), "head": log[3].link}),
        "no signature": Checkpoint(**{**fields(checkpoint), "signature": ""}),
    }
    for forgery in forgeries.values():
        faults = found(log, [[checkpoint.line()], [checkpoint.line(), forgery.line()]])

        assert [fault.kind for fault in faults] == ["signature"]


def fields(checkpoint):
    return {name: getattr(checkpoint, name) for name in Checkpoint.__slots__}


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"number": 1}', "søppel", '"x"'])
def test_a_line_that_cannot_be_read_is_told(log, found, checkpoint, line):
    faults = found(log, [[checkpoint.line()], [line, checkpoint.line()]])

    assert [fault.kind for fault in faults] == ["unreadable"]


def test_two_places_that_disagree_are_told(log, tmp_path):
    heads, forger = Heads(tmp_path / "a"), Heads(tmp_path / "a")
    lines = [signed(heads, number, log[number - 1].link).line() for number in (900, 1000)]
    (tmp_path / "a" / "heads.last").unlink()  # the keeper itself is in somebody else's hands
    other = signed(forger, 1000, log[5].link).line()

    def kinds(*places):
        return [fault.kind for fault in verify(log, places, key=heads.public(), now=NOW).faults]

    assert kinds(lines, lines[:1]) == ["disagree"]
    assert kinds(lines, []) == ["disagree"]
    assert "disagree" in kinds(lines, [*lines, other])
    assert kinds(lines, lines) == []


def test_a_log_that_nobody_witnessed_does_not_hold(log, found):
    assert [fault.kind for fault in found(log, [[], []])] == ["unwitnessed"]


def test_a_log_that_begins_later_holds_when_its_beginning_is_old_enough(log, tmp_path):
    heads = Heads(tmp_path)
    lines = [
        signed(heads, 400, log[399].link, BEGAN).line(),
        signed(heads, 1000, log[999].link).line(),
    ]

    def kinds(begins, entries, now):
        verdict = verify(entries, [lines, lines], key=heads.public(), now=now, beginning=begins)
        return [fault.kind for fault in verdict.faults]

    later, early = BEGAN + timedelta(days=731), BEGAN + timedelta(days=700)
    assert kinds(Beginning(400, log[399].link), log[400:], later) == []
    assert kinds(Beginning(400, log[399].link), log[400:], early) == ["beginning"]
    assert kinds(Beginning(500, log[499].link), log[500:], later) == ["beginning"]
    assert kinds(Beginning(400, log[399].link), log[401:], later) == ["dropped"]


@pytest.mark.parametrize("number", ["x", None, b"1"])
def test_what_is_no_entry_at_all_is_told_and_stops_nothing(log, heads, checkpoint, number):
    odd = log[500]._replace(number=number, at=None, about=(b"\xff",))

    verdict = verify([*log, odd], [[checkpoint.line()]], key=heads.public(), now=NOW)

    assert [fault.kind for fault in verdict.faults] == ["inserted"]
