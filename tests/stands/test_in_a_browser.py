"""Only a browser shows it: the puzzle is solved behind the form, and a picture never leaves the machine."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from playwright.sync_api import expect

from ressursvenn.stands.models import Stand

WAIT = 30_000  # a busy machine solves slowly
DRAWN = "Bildet ditt med knappen på"


@pytest.fixture
def page(live_server, browser, transactional_db):
    """A page that notes where it asked."""
    page = browser.new_page(viewport={"width": 320, "height": 640})
    page.asked, page.wrong = [], []
    page.on("request", lambda request: page.asked.append((request.method, request.url)))
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.on("console", lambda said: page.wrong.append(said.text) if said.type == "error" else None)
    yield page
    page.close()


def picture(side: int = 8) -> bytes:
    """A small grey PNG with a word in it that must not come along."""

    def chunk(kind, told):
        body = kind + told
        return struct.pack(">I", len(told)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\0" + b"\x80" * side for _ in range(side))
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    where = chunk(b"tEXt", b"Location\0Lillevik brygge")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + where
        + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    )  # fmt: skip


def test_the_puzzle_is_solved_behind_the_form_and_the_button_composed_without_sending(
    live_server, page
):
    page.goto(f"{live_server.url}/ta-standpunkt/")
    page.get_by_label("Fornavnet ditt").fill("Runa")
    page.get_by_label("E-post").fill("runa@example.org")
    expect(page.locator("[name=answer]")).not_to_have_value("", timeout=WAIT)
    page.get_by_role("button", name="Ta standpunkt").click()
    page.wait_for_url("**/takk/")
    assert Stand.objects.get().solved

    page.goto(f"{live_server.url}/ta-standpunkt/jeg-baerer-knappen/")
    before = len(page.asked)
    page.locator("#bilde").set_input_files(
        {"name": "jeg.png", "mimeType": "image/png", "buffer": picture()}
    )
    expect(page.locator("canvas")).to_have_attribute("aria-label", DRAWN, timeout=WAIT)
    with page.expect_download() as waited:
        page.get_by_role("button", name="Last ned bildet").click()
    made = Path(waited.value.path()).read_bytes()

    assert made.startswith(b"\x89PNG")
    assert b"Lillevik" not in made
    sent = {(method, url.partition("/static/")[0]) for method, url in page.asked[before:]}
    assert {one for one in sent if not one[1].startswith("blob:")} <= {("GET", live_server.url)}
    page.locator("#bilde").set_input_files(
        {"name": "x.png", "mimeType": "image/png", "buffer": b"no picture"}
    )
    page.get_by_text("lot seg ikke åpne").wait_for()
    assert page.wrong == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
