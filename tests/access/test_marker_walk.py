"""Everybody walks everywhere, and types nonsense into everything; the marker oracle watches.

What is typed may be shown again to whoever typed it, in the form, and nowhere else: in no title, no
header, no log line, no address, and no table.
"""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests import canary
from tests.environment import FULL, share

from . import addresses
from .forms import filled
from .walking import Reader

HAVE_FORMS = {  # at least so many of its own, so that the walk cannot come to nothing
    "coordinator": 70, "coordinator2": 70, "group_leader": 18, "volunteer": 7,
    "centre_contact": 3, "national_adviser": 3, "vetting_officer": 4, "anonymous": 2,
}  # fmt: skip
DONE = {  # at least so many acts come through
    "coordinator": 45, "coordinator2": 42, "group_leader": 10, "volunteer": 6,
    "centre_contact": 0, "national_adviser": 1, "vetting_officer": 2, "anonymous": 0,
}  # fmt: skip
NONSENSE = {
    "long": "x" * 10_000,
    "nothing but a null": "\x00",
    "not a number": "٣",
    "script": "<script>alert(1)</script>\"'&lt;",
    "formula": "=HYPERLINK(1)",
    "direction": "\u202eabc\u200b",
    "sql": "') OR 1=1 --",
    "template": "{{ 7|add:7 }}{% debug %}",
    "a reference": addresses.NOTHING,
    "far future": "9999-12-31",
    "no day": "0000-00-00",
    "negative": "-1",
    "huge": "9" * 30,
    "several lines": "a\r\nSet-Cookie: b=c\r\n",
}


@pytest.mark.parametrize("role", HAVE_FORMS)
def test_what_is_typed_is_shown_to_nobody_else_and_kept_nowhere_in_the_clear(forms_of_role, role):
    reader, forms = forms_of_role(role)
    house = "oslo" if role in ("coordinator", "coordinator2", "group_leader") else "land"

    for form in share(forms, of=12):
        typed = {
            name: value or canary.mark("p", "r", house, "typed")
            for name, value in filled(form, "").items()
        }
        answer = reader.ask("post", form.action, typed)
        assert answer.status_code in (200, 302, 400, 404), form.action

    canary.scan_database()
    assert len(forms) >= HAVE_FORMS[role]


@pytest.mark.parametrize("role", HAVE_FORMS)
def test_no_name_is_said_after_an_act(forms_of_role, role):
    """Most acts are done by the form as it stands, or filled in the easiest way. What is said then,
    and where it leads, is watched."""
    reader, forms = forms_of_role(role)
    done = set()
    for form in share(forms, of=8):
        for sent in (form.stands, form.easiest):
            answer = reader.ask_in_vain("post", form.action, sent)
            assert answer.status_code < 500, (form.action, sent)
            done |= {form.action} if answer.status_code == 302 else set()

    assert len(done) >= (DONE[role] if FULL else DONE[role] // 12)


@pytest.mark.parametrize("nonsense", NONSENSE)
def test_no_nonsense_breaks_a_page(forms_of_role, nonsense):
    for role in ("coordinator", "volunteer", "vetting_officer", "centre_contact"):
        reader, forms = forms_of_role(role)
        for form in share(forms, turn=list(NONSENSE).index(nonsense)):
            answer = reader.ask_in_vain("post", form.action, filled(form, NONSENSE[nonsense]))
            assert answer.status_code < 500, (form.action, form.names)
            assert "<script>alert" not in answer.content.decode(errors="replace"), form.action


@pytest.mark.parametrize("nonsense", NONSENSE)
def test_no_nonsense_in_an_address_breaks_a_page(world, signed_in, nonsense):
    text = NONSENSE[nonsense]
    names = ("vis", "side", "deltaker", "ressursvenn", "omrade", "forslag", "next")
    for role in ("anonymous", "coordinator", "volunteer"):
        reader = Reader(signed_in(world.people.get(addresses.ROLES[role])))
        for name in share(addresses.names(), turn=list(NONSENSE).index(nonsense)):
            if addresses.about(name) is None or addresses.about(name).query:
                path = addresses.paths(name, world)["own"][0].partition("?")[0]
                answer = reader.ask_in_vain("get", path, dict.fromkeys(names, text))
                assert answer.status_code < 500, name
                assert "<script>alert" not in answer.content.decode(errors="replace"), name


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"<xml/>", b"\x00" * 4096])
def test_a_file_that_is_no_workbook_leaves_no_trace(world, signed_in, content):
    named = f"{canary.mark('p', 'r', 'oslo', 'file')}.xlsx"
    reader = Reader(signed_in(world.people["kari"]))

    answer = reader.ask("post", "/a/regneark/", {"file": SimpleUploadedFile(named, content)})

    assert answer.status_code == 200
    assert "qzp" not in answer.content.decode(errors="replace")
