"""Attack 28: line breaks and more recipients, in names, addresses and subjects. One recipient, or none."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from ressursvenn.participants import changes as participants
from ressursvenn.participants.contact_form import ContactForm
from ressursvenn.protection.messages import letters, post, texts
from ressursvenn.protection.messages.setting import EMAIL, SMS
from ressursvenn.protection.messages.texts import Text

from .conftest import (
    ADDRESS,
    BY_EMAIL,
    BY_SMS,
    NUMBER,
    a_participant,
    fresh,
    how,
    in_box,
    noticed,
    wants,
    written,
)

MORE = "annen@example.org"
ADDRESSES = [
    f"{ADDRESS}\r\nBcc: {MORE}", f"{ADDRESS}\nBcc:{MORE}", f"{ADDRESS}\rCc: {MORE}",
    f"{ADDRESS}\r\n\r\nHei igjen", f"{ADDRESS}, {MORE}", f"{ADDRESS},{MORE}", f"{ADDRESS};{MORE}",
    f"{ADDRESS} {MORE}", f"{ADDRESS}\t{MORE}", f"{ADDRESS}>\r\nRCPT TO:<{MORE}", f"<{ADDRESS}>,<{MORE}>",
    f"Amina <{ADDRESS}>", f"{MORE}:{ADDRESS};", f'"{ADDRESS}"@example.org', f"{ADDRESS}\x00{MORE}",
    f"{ADDRESS}%0d%0aBcc:{MORE}", f"{ADDRESS}\u2028Bcc: {MORE}", f"{ADDRESS}\u0085Bcc: {MORE}",
    f"group:{MORE},{ADDRESS};", "amina@@example.org", "аmina@example.org", f"({MORE}){ADDRESS}", "amina", "@",
    "", f"{ADDRESS}\u202e{MORE}", f"{ADDRESS}\\{MORE}", "amina@[127.0.0.1",
]  # fmt: skip
NUMBERS = [
    f"{NUMBER}, 92 76 93 11", "92769310;92769311", "92769310\r\n92769311", "92769310/92769311",
    "92769310 eller 92769311", "92769310\nBcc: 92769311", "92769310,92769311", "+4792769310+4792769311",
    "tel:92769310,p92769311", "92769310x92769311", "92769310\x0092769311", "٩٢٧٦٩٣١٠", "9276931",
    "9276931092769311", "ring meg", "", "+", "112", "0000000000000000",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_more_or_less_than_one_address_is_none(address):
    assert letters.one_way(EMAIL, address) == ""


@pytest.mark.parametrize("number", NUMBERS)
def test_what_is_more_or_less_than_one_number_is_none(number):
    assert letters.one_way(SMS, number) == ""


@pytest.mark.parametrize("number", ["92769310", NUMBER, "+47 927 69 310", "0047-92769310"])
def test_one_number_is_one_number(number):
    assert letters.one_way(SMS, number) == "+4792769310"


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_form_refuses_it_and_so_does_whoever_sends(noon, kari, server, address):
    form = ContactForm({**BY_EMAIL, "email": address, "on": "2027-03-03"})
    assert not form.is_valid() or form.cleaned_data["email"] in (ADDRESS, MORE)

    amina = a_participant(kari, **BY_EMAIL)
    row = written(amina, kari)
    try:
        participants.settle_contact(
            participant=fresh(amina), by=kari, **{**BY_EMAIL, "email": address}, forget=True
        )
    except ValidationError:  # the change may refuse it as well
        return
    post.send_due()

    assert (how(row), server.got) == ("dropped: no_way", [])


@pytest.mark.parametrize("number", [number for number in NUMBERS if len(number) <= 20 and number])
def test_a_number_with_another_behind_it_goes_to_nobody(amina, kari, number):
    row = written(amina, kari)
    told = {**BY_SMS, "number": number}
    participants.settle_contact(participant=fresh(amina), by=kari, **told)

    post.send_due()

    assert (how(row), in_box()) == ("dropped: no_way", [])


SENDERS = [
    "Mona\r\nBcc: annen@example.org",
    "Mona\nSubject: x",
    "Mona\r\n\r\nHei",
    f"Mona <{MORE}>, x",
]


@pytest.mark.parametrize("sender", SENDERS)
def test_a_sender_with_a_line_break_reaches_one_or_nobody(noon, kari, server, settings, sender):
    settings.MESSAGE_SENDERS = [sender[:20], "Mona"]
    amina = a_participant(kari, **{**BY_EMAIL, "sender": sender[:20]})
    try:
        row = written(amina, kari)
    except ValidationError:  # what could not be read was taken out, and what is left is on no list
        return
    post.send_due()

    assert how(row) in ("dropped: refused", "sent")
    for _, to, content in server.got:
        assert to == [ADDRESS]
        head = content.split(b"\r\n\r\n")[0].lower()
        assert b"\nbcc:" not in head
        assert head.count(b"\nsubject:") == 1


@pytest.mark.parametrize(
    "subject", ["Hei\r\nBcc: annen@example.org", "Hei\nX: y", "Hei\r\n\r\nmer"]
)
def test_a_subject_with_a_line_break_is_sent_to_nobody(noon, kari, server, monkeypatch, subject):
    monkeypatch.setitem(texts.TEXTS["call_me"], "nb", Text(subject, "Hei, ring meg.", True))
    amina = a_participant(kari, **BY_EMAIL)
    row = written(amina, kari)

    post.send_due()

    assert (how(row), server.got) == ("dropped: refused", [])


@pytest.mark.parametrize("address", [address for address in ADDRESSES if address])
def test_a_notice_goes_to_one_or_nobody(noon, kari, server, address):
    wants(kari)
    kari.email = address[:254]
    kari.save(update_fields=["email"])
    noticed(kari)
    with pytest.raises(ValidationError):
        wants(kari, mailbox=address)

    assert post.send_due() == {"dropped": 1}
    assert server.got == []


def test_a_name_of_anybody_is_in_no_message(noon, kari, server):
    """What a participant or a coordinator is called comes into no letter, so nothing hides there."""
    kari.name = "Kari\r\nBcc: annen@example.org"
    kari.save(update_fields=["name"])
    amina = a_participant(kari, **BY_EMAIL)
    written(amina, kari)
    wants(kari)
    noticed(kari)
    post.send_due()

    assert sorted(to for _, to, _ in server.got) == [[ADDRESS], [kari.email]]
    for _, _, content in server.got:
        assert b"Kari" not in content
        assert b"Linerle" not in content
        assert MORE.encode() not in content
