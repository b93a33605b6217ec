"""The keeper signs where the log stands: never two heads for one number, never backwards."""

import multiprocessing
import stat
import subprocess
import sys

import pytest

from keeper import heads as keepers
from keeper.heads import HeadRefused, Heads
from ressursvenn.protection import witnesses
from ressursvenn.protection.witnesses import Checkpoint

ONE, OTHER = "1" * 64, "2" * 64


def test_the_key_is_made_once_and_only_the_keeper_reads_it(tmp_path):
    first, again = Heads(tmp_path / "k"), Heads(tmp_path / "k")

    assert first.public() == again.public()
    assert len(bytes.fromhex(first.public())) == 32
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "k").iterdir()}
    assert set(modes.values()) == {0o600}


def test_what_it_signs_is_what_the_house_and_the_verifier_read(tmp_path):
    heads = Heads(tmp_path)
    checkpoint = Checkpoint(7, ONE, "2026-11-25T10:00:00+00:00", heads.sign(7, ONE), "")

    assert keepers.signed_text(7, ONE) == witnesses.signed_text(7, ONE)
    assert checkpoint.signed_by(heads.public())
    assert not checkpoint.signed_by(Heads(tmp_path / "other").public())


def test_the_same_head_may_be_signed_again(tmp_path):
    heads = Heads(tmp_path)

    assert heads.sign(7, ONE) == heads.sign(7, ONE)


@pytest.mark.parametrize(("number", "head"), [(7, OTHER), (6, ONE), (6, OTHER), (0, "0" * 64)])
def test_another_head_and_a_smaller_number_are_refused_by_every_process(tmp_path, number, head):
    Heads(tmp_path).sign(7, ONE)

    with pytest.raises(HeadRefused):
        Heads(tmp_path).sign(number, head)

    assert Heads(tmp_path).sign(8, OTHER)


@pytest.mark.parametrize(
    ("number", "head"),
    [(-1, ONE), (True, ONE), (1.0, ONE), ("1", ONE), (1, ""), (1, "g" * 64), (1, ONE + "\n")],
)
def test_what_is_no_head_is_not_signed(tmp_path, number, head):
    with pytest.raises(ValueError, match="a head is"):
        Heads(tmp_path).sign(number, head)


def _tries(folder, mine, done):
    heads, signed = Heads(folder), []
    for number in range(1, 41):
        try:
            heads.sign(number, mine)
            signed.append(number)
        except HeadRefused:
            continue
    done.put(signed)


def test_of_two_processes_one_gets_each_number(tmp_path):
    context = multiprocessing.get_context("spawn")
    done = context.Queue()
    both = [context.Process(target=_tries, args=(tmp_path, head, done)) for head in (ONE, OTHER)]
    for process in both:
        process.start()
    one, other = done.get(timeout=60), done.get(timeout=60)
    for process in both:
        process.join()

    assert not set(one) & set(other)
    assert max(one + other) == 40


def test_its_public_half_is_told_at_the_prompt(tmp_path):
    told = subprocess.run(
        [sys.executable, "-m", "keeper.heads", str(tmp_path)], capture_output=True, text=True
    )

    assert told.stdout.strip() == Heads(tmp_path).public()
