"""Leaving at once, with three taps on Shift or the button, with scripts and without."""

from __future__ import annotations

import time

import pytest
from django.contrib.sessions.models import Session


@pytest.fixture
def elsewhere(settings, live_server):
    """Another site, as far as these tests go: nothing outside is asked for."""
    settings.LEAVE_TO = f"{live_server.url}/tilgjengelighet/"
    return settings.LEAVE_TO


def taps_shift(solveig):
    for _ in range(3):
        solveig.page.keyboard.press("Shift")


def presses_the_button(solveig):
    solveig.button("Lukk siden").click()


@pytest.mark.parametrize(
    ("leave", "scripts"),
    [(taps_shift, True), (presses_the_button, True), (presses_the_button, False)],
    ids=["three taps on Shift", "the button", "the button without scripts"],
)
def test_leaving_ends_it_and_back_does_not_show_it(walker, elsewhere, stage, leave, scripts):
    solveig = walker("phone", scripts=scripts)
    solveig.opens("/a/inn/")
    solveig.presses("Logg inn som Solveig")
    assert Session.objects.count() == 1

    leave(solveig)
    solveig.page.wait_for_url(elsewhere)
    solveig.looks()
    _is_signed_out(solveig)

    solveig.page.go_back()
    solveig.looks()
    assert solveig.heading() == "Logg inn"
    solveig.opens("/v/")
    assert solveig.heading() == "Logg inn"


def test_two_taps_are_not_leaving(walker, elsewhere, stage):
    solveig = walker("phone")
    solveig.opens("/a/inn/")
    solveig.presses("Logg inn som Solveig")

    for key in ("Shift", "Shift", "a", "Shift"):
        solveig.page.keyboard.press(key)

    assert solveig.heading() == "Hei"
    assert Session.objects.count() == 1


def _is_signed_out(someone):
    """The request that ends it is sent on the way out: give it a moment to arrive."""
    late = time.monotonic() + 5
    while Session.objects.exists() and time.monotonic() < late:
        time.sleep(0.05)
    assert not Session.objects.exists()
    assert "desk" not in {cookie["name"] for cookie in someone.context.cookies()}
