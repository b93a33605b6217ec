"""Who gets in at the keeper's door, and what can be asked there."""

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from keeper import acts, wire
from keeper.acts import Keeper

READ = {"reader": "kari", "house": "oslo", "purpose": "page"}


def test_the_socket_is_short_and_lies_where_only_its_user_comes(running):
    folder = Path(running.door).parent

    assert len(running.door) < 40
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert not stat.S_IMODE(os.stat(running.door).st_mode) & 0o007


def test_every_file_of_the_keepers_is_its_users_alone(running):
    running.make("p1")
    running.ask("destroy", owners=["p1"])
    running.ask("sign", number=1, head="aa")

    open_to_others = [
        path.name for path in running.folder.rglob("*") if stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    assert open_to_others == []


def test_the_process_holds_its_masters_and_the_web_process_cannot_say_them(running):
    master = next((running.folder / "masters").iterdir()).read_bytes()
    told = running.make("p1")

    assert master.hex() not in str(told)
    assert not any("master" in word for word in acts.ASKED)


@pytest.mark.parametrize(
    "said",
    [
        {"ask": "masters"},
        {"ask": "rotate"},
        {"ask": "_key"},
        {"ask": "records"},
        {"ask": "records", "owners": 7, **READ},
        {"ask": "seal", "owner": "p1", "kind": "master", "pieces": [["here", "00"]]},
        {"ask": "seal", "owner": "p1", "kind": "card", "pieces": [["here", "no"]]},
        {},
    ],
)
def test_what_it_does_not_know_it_refuses_and_goes_on(running, said):
    running.make("p1")
    with socket.socket(socket.AF_UNIX) as door:
        door.connect(running.door)
        for _ in range(2):
            wire.send(door, said)
            assert set(wire.hear(door)) == {"refused"}


@pytest.mark.parametrize(
    "noise", [b"GET / HTTP/1.1\r\n\r\n", b"\xff\xff\xff\xff", b"\0\0\0\1x", b""]
)
def test_noise_is_no_message_and_does_no_harm(running, noise):
    with socket.socket(socket.AF_UNIX) as door:
        door.connect(running.door)
        door.sendall(noise)

    assert running.ask("standing")["kept"] == 0


def test_another_user_of_the_machine_is_not_answered(running):
    if os.getuid() != 0:
        pytest.fail("this is tried as root, who can become another user")
    os.chmod(Path(running.door).parent, 0o711)
    os.chmod(running.door, 0o666)
    child = os.fork()
    if not child:
        os.setuid(65534)
        try:
            running.ask("standing")
        except (wire.Broken, OSError):
            os._exit(7)
        os._exit(0)

    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


def test_keys_of_one_are_of_no_use_as_anothers(folder):
    keeper = Keeper(folder)
    keeper.make(["p1", "p2"], "oslo")
    table = keeper.store.connection
    table.execute("UPDATE kept SET card = (SELECT card FROM kept WHERE owner = 'p1')")

    told = acts.answer(keeper, {"ask": "cards", "owners": ["p2"], **READ})

    assert told == {"refused": "tampered"}


def test_nobody_is_moved_to_another_association_in_the_store(folder):
    keeper = Keeper(folder)
    keeper.make(["p1"], "oslo")
    keeper.store.connection.execute("UPDATE kept SET house = 'nabo'")

    told = acts.answer(keeper, {"ask": "cards", "owners": ["p1"], **READ | {"house": "nabo"}})

    assert told == {"refused": "tampered"}


HANGS_UP = """
import socket
from keeper import wire
here, there = socket.socketpair()
there.sendall({said!r})
there.close()
try:
    wire.hear(here)
except wire.Broken:
    print("broken")
"""


@pytest.mark.parametrize(
    "said", [b"", b"\0\0", b"\0\0\0\x09{"], ids=["nothing", "half a length", "half"]
)
def test_whoever_hangs_up_in_the_middle_is_waited_for_by_nobody(said):
    """In a process of its own, so that it could be ended if it went on for ever."""
    asked = [sys.executable, "-c", HANGS_UP.format(said=said)]
    told = subprocess.run(asked, capture_output=True, timeout=10, check=False)

    assert told.stdout == b"broken\n"
