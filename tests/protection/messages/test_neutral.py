"""What can be read on a locked screen or in a header, rendered in as many made-up worlds as promised."""

from __future__ import annotations

import random
import re
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

import ressursvenn
from ressursvenn.participants import changes as participants
from ressursvenn.protection import messages as room
from ressursvenn.protection.messages import letters, post, ready, setting, texts, words
from ressursvenn.protection.messages.setting import EMAIL, SMS, Setting
from ressursvenn.protection.messages.window import Window
from tests import canary
from tests.environment import times

from .conftest import BY_EMAIL, NOON, a_participant, fresh, noticed, wants, written

HOUSE = Path(ressursvenn.__file__).parent
SENDERS = ("Mona", "Kim", "Beskjed")
HERS = (
    "Kari", "kontoret", "jobb", "mamma", "Mona", "Kim", "Beskjed", "ring", "Hei", "post", "passer", "skatt",
    "Amina", "sykehus", "зателефонуй", "proszę", "مرحبا", "suits", "når", "example", "MÕNA", "Ｍona",
)  # fmt: skip


def parts(letter) -> dict[str, str]:
    """All that can be seen, by where it is seen."""
    whole = f"{letter.sender}: {letter.subject} {letter.body}"
    return {
        "subject": letter.subject,
        "sender": letter.sender,
        "first 40": whole[:40],
        "first 160": whole[:160],
        "preheader": letter.body[:160],
        "message id": letter.message_id,
        "the whole": letter.shown,
    }


def a_world(draw: random.Random) -> Setting:
    """Somebody with a name of her own for everything, and any choice that can be made."""
    number = f"{draw.choice(('', '+47', '0047 '))}9{draw.randrange(10**7):07d}"
    email = f"{canary.mark('p', 'r', 'oslo', 'email')}@example.org"
    channel = draw.choice((SMS, EMAIL))
    return Setting(
        may=draw.random() < 0.9,
        channel=channel,
        to=number if channel == SMS else email,
        sender=draw.choice((*SENDERS, *SENDERS, *SENDERS, "", "Krisesenteret", "Ressursvenn")),
        language=draw.choice(list(texts.LANGUAGES)),
        never=tuple(draw.sample(HERS, draw.choice((0, 0, 1, 2)))),
        window=draw.choice((Window(), Window(), Window(), None)),
        until=draw.choice((NOON.date(), NOON.date(), NOON.date(), None)),
    )


def same(text: str) -> str:
    return text.casefold()


@pytest.mark.django_db
def test_in_a_thousand_worlds_nothing_tells_and_none_of_her_own_words_is_used():
    draw, went = random.Random(32), 0
    for _ in range(times(1000)):
        world = a_world(draw)
        letter = ready.shown(world)
        for where, told in parts(letter).items():
            assert list(canary.found_in(told)) == [], where
        if ready.why_not(world, texts.CALL_ME, NOON):
            continue
        went += 1
        for where, told in parts(letter).items():
            assert words.banned_in(told) == [], where
            assert [word for word in world.never if same(word) in same(told)] == [], where
            assert re.findall(r"https?:|www\.|//", told) == [], where
        assert letter.sender in SENDERS
        assert len(letter.body) <= 160

    assert went > times(1000) // 20


@pytest.mark.parametrize("word", [*HERS, *(f" {word}." for word in HERS)])
def test_each_of_her_words_stops_exactly_what_holds_it(word):
    def world(never=()):
        return Setting(
            may=True, channel=SMS, to="92769310", sender="Mona", language="nb", window=Window(),
            until=NOON.date(), never=never,
        )  # fmt: skip

    held = words.hers_in([word], ready.shown(world()).shown)

    assert ready.why_not(world(), texts.CALL_ME, NOON) == ""
    assert (ready.why_not(world((word,)), texts.CALL_ME, NOON) == "her_word") is bool(held)


def test_her_words_are_found_however_they_are_written():
    for word in ("mona", "MONA", "Ｍｏｎａ", "Mo\u200bna", "Móna", "on"):
        assert words.hers_in([word], "Mona: Hei") == [word]
    for word in ("", "  ", "\u200b", "Monika"):
        assert words.hers_in([word], "Mona: Hei") == []


def test_about_sixty_words_never_leave_and_each_is_found():
    listed = [*words.STEMS, *words.WHOLE]

    assert len(listed) >= 60
    assert len(set(listed)) == len(listed)
    for word in listed:
        for one in (word, word.upper(), f"hei {word}, ring"):
            assert words.banned_in(one), word
    assert words.banned_in("Krisesenteret, Ressursvenn, Sanitetskvinnene, politiet, voldelig")
    assert words.banned_in("KRİSE") or words.banned_in("Kri\u200bse")


@pytest.mark.parametrize("innocent", ["Hei, ring meg når det passer.", "navn", "ekstra", "tilbake"])
def test_words_of_every_day_are_let_through(innocent):
    assert words.banned_in(innocent) == []


def test_no_text_there_is_holds_any_of_them():
    for kind, languages in texts.TEXTS.items():
        for language, text in languages.items():
            assert words.banned_in(f"{text.subject} {text.body}") == [], (kind, language)
            assert not re.search(r"[{}%<>\r\n]|http", f"{text.subject} {text.body}")


def test_a_translation_nobody_has_read_says_so_and_one_that_is_missing_too():
    offered = dict(texts.offered())

    assert offered["nb"] == "bokmål"
    for language in ("nn", "en", "ar", "pl", "uk"):
        assert "ikke lest av noen" in offered[language]
    for language in ("so", "ti", "se"):
        assert "ikke oversatt" in offered[language]


# --- as it really arrives ------------------------------------------------------------------------


def arrived(content: bytes):
    return message_from_bytes(content, policy=policy.default)


OURS = {"from", "to", "subject", "date", "message-id", "mime-version", "content-type",
        "content-transfer-encoding"}  # fmt: skip


@pytest.mark.parametrize("language", ["nb", "ar", "uk"])
def test_every_header_of_an_e_mail_to_her_is_one_of_eight_and_tells_nothing(
    noon, kari, server, language
):
    by_email = a_participant(kari, **{**BY_EMAIL, "language": language})
    written(by_email, kari)
    assert post.send_due() == {"sent": 1}

    ((sender, to, content),) = server.got
    message = arrived(content)
    added = {"x-peer", "x-mailfrom", "x-rcptto"}
    assert {name.lower() for name in message} - added == OURS
    assert (sender, to) == ("post@post.example", ["amina@example.org"])
    assert message["From"] == "Mona <post@post.example>"
    assert message["To"] == "amina@example.org"
    assert message["Subject"] == texts.TEXTS["call_me"][language].subject
    assert message.get_content().strip() == texts.TEXTS["call_me"][language].body
    assert re.fullmatch(r"<[0-9a-f]{32}@post\.example>", message["Message-ID"])
    assert not message.is_multipart()
    headers = " ".join(str(value) for value in message.values())
    assert words.banned_in(headers) == []
    assert by_email.reference not in content.decode()
    assert set(server.names) == {"post.example"}  # the machine's own name is told to nobody


def test_a_notice_to_staff_says_that_something_waits_and_no_more(noon, kari, server, settings):
    settings.DESK_HOST = "desk.example"
    wants(kari)
    noticed(kari)
    assert post.send_due() == {"sent": 1}

    ((_, to, content),) = server.got
    message = arrived(content)
    assert to == [kari.email]
    assert message["From"] == "post@post.example"
    assert message["Subject"] == "Noe venter på deg"
    lines = message.get_content().split()
    assert " ".join(lines) == "Noe venter på deg. https://desk.example/"
    assert words.banned_in(f"{message['Subject']} {message.get_content()}") == []


def test_a_desk_with_a_telling_name_is_told_to_nobody(noon, kari, server, settings):
    settings.DESK_HOST = "ressursvenn.example"
    wants(kari)
    noticed(kari)

    assert post.send_due() == {"dropped": 1}
    assert server.got == []


def test_what_is_known_of_her_prints_itself_nowhere(noon, kari):
    amina = a_participant(kari, **BY_EMAIL)
    chosen = setting.of(amina.reference)
    letter = ready.shown(chosen)

    for told in (repr(chosen), str(chosen), repr(letter), f"{letter}"):
        assert told in ("<Setting>", "<Letter>")


def test_the_same_row_is_the_same_letter_and_no_two_rows_share_one():
    text = texts.TEXTS["call_me"]["nb"]
    ids = {letters.of(f"row{n}", to="", sender="", text=text).message_id for n in range(500)}

    assert len(ids) == 500
    assert letters.of("row1", to="", sender="", text=text).message_id in ids


def test_only_this_room_sends_and_only_its_channels_open_a_door():
    opens = re.compile(
        r"send_mail|EmailMessage|smtplib|import requests|urllib\.request|http\.client|httpx"
    )
    found = {
        str(path.relative_to(HOUSE))
        for path in HOUSE.rglob("*.py")
        if opens.search(path.read_text("utf-8"))
    }

    assert found == {f"protection/messages/{one}" for one in (
        "email/__init__.py", "email/smtp.py", "sms/__init__.py",
    )}  # fmt: skip
    assert room.__doc__


def test_a_channel_with_a_word_of_hers_in_it_is_refused_when_it_is_written(noon, kari):
    by_email = a_participant(kari, **{**BY_EMAIL, "never_say": ["post"]})

    with pytest.raises(ValidationError, match="et ord deltakeren ikke vil se"):
        participants.write_to_her(participant=fresh(by_email), by=kari)
