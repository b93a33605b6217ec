"""The keeper is gone, or hangs: pages that open somebody are closed within three seconds, the rest stands."""

import signal
import time

import pytest

from ressursvenn.participants import changes as participants

from .conftest import Running

SECONDS = 3.0
OPENS_SOMEBODY = ("/a/", "/a/deltakere/", "/a/deltakere/{her}/")
OPENS_NOBODY = ("/", "/om/", "/m/lukk/", "/a/inn/")


@pytest.fixture
def own_keeper(db, folder, settings):
    """A keeper for this test alone, that can be lost."""
    keeper = Running(folder)
    settings.KEEPER = keeper.door
    yield keeper
    keeper.process.send_signal(signal.SIGCONT)
    keeper.stop()


@pytest.fixture
def her(own_keeper, oslo, kari):
    return participants.refer(association=oslo, crisis_centre=None, called="Linerle", by=kari)


def gone(keeper):
    keeper.process.kill()
    keeper.process.wait()


def hangs(keeper):
    keeper.process.send_signal(signal.SIGSTOP)


@pytest.mark.parametrize("lose", [gone, hangs])
def test_what_opens_somebody_is_closed_kindly_and_soon(own_keeper, her, signed_in, kari, lose):
    browser = signed_in(kari)
    for path in OPENS_SOMEBODY:
        assert browser.get(path.format(her=her.reference)).status_code == 200
    lose(own_keeper)

    for path in OPENS_SOMEBODY:
        began = time.monotonic()
        answer = browser.get(path.format(her=her.reference))
        assert time.monotonic() - began < SECONDS
        assert (answer.status_code, answer["Retry-After"]) == (503, "120")
        assert "Vi er straks tilbake" in answer.content.decode()
        assert "Linerle" not in answer.content.decode()


@pytest.mark.parametrize("lose", [gone, hangs])
def test_the_way_out_and_the_numbers_to_call_stand(own_keeper, her, signed_in, client, kari, lose):
    browser = signed_in(kari)
    lose(own_keeper)

    for path in OPENS_NOBODY:
        began = time.monotonic()
        assert client.get(path).status_code == 200, path
        assert time.monotonic() - began < SECONDS
    assert browser.post("/m/lukk/").status_code in (200, 302, 303)
    assert browser.get("/a/").status_code == 302


def test_nothing_written_is_half_kept(own_keeper, her, signed_in, kari):
    from ressursvenn.participants.models import Participant

    browser, before = signed_in(kari), Participant.objects.values().get()
    gone(own_keeper)

    answer = browser.post(f"/a/deltakere/{her.reference}/onsker/", {"strengths": "Synger."})

    assert answer.status_code == 503
    after = Participant.objects.values().get()
    assert {key: str(value) for key, value in after.items() if "_on" in key} == {
        key: str(value) for key, value in before.items() if "_on" in key
    }


def test_it_opens_again_when_the_keeper_is_back(own_keeper, her, signed_in, kari, settings):
    browser, page = signed_in(kari), f"/a/deltakere/{her.reference}/"
    gone(own_keeper)
    assert browser.get(page).status_code == 503

    own_keeper.start()
    settings.KEEPER = own_keeper.door

    assert "Linerle" in browser.get(page).content.decode()


def test_the_twenty_first_record_in_an_hour_is_refused_and_told_of(
    own_keeper, signed_in, oslo, kari
):
    from ressursvenn.protection.models import AuditEntry

    browser = signed_in(kari)
    pages = [
        f"/a/deltakere/{one.reference}/"
        for one in (
            participants.refer(association=oslo, crisis_centre=None, called=f"Nr {at}", by=kari)
            for at in range(21)
        )
    ]

    assert {browser.get(page).status_code for page in pages[:20]} == {200}
    answer = browser.get(pages[20])

    assert answer.status_code == 429
    assert 3000 < int(answer["Retry-After"]) <= 3600
    assert "Nok for nå" in answer.content.decode()
    assert "Nr 20" not in answer.content.decode()
    assert browser.get(pages[0]).status_code == 200
    assert browser.get("/a/deltakere/").status_code == 200
    told = AuditEntry.objects.filter(did="protection.too_many_opened")
    assert [entry.by for entry in told] == [kari]
