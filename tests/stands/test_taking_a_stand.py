"""From the form to everybody: taken, confirmed by the link, read by an editor, shown; and taken back."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from django.core import mail
from django.utils import timezone

from ressursvenn.programme import limits
from ressursvenn.programme.limits import Limits
from ressursvenn.protection.headers import QUIET
from ressursvenn.protection.messages import letters as house_letters
from ressursvenn.protection.models import AuditEntry
from ressursvenn.stands import changes, letters, links, pace, queries
from ressursvenn.stands.models import NewsReader, Stand

from .conftest import fresh, received, shown, written

pytestmark = pytest.mark.django_db
TAKE = "/ta-standpunkt/"


def text(answer) -> str:
    return unescape(answer.content.decode())


def main(answer) -> str:
    return text(answer).partition("<main")[2].partition("</main>")[0]


def link_in(letter) -> str:
    found = re.search(r"https?://[^/]+(/\S+)", letter.body)
    assert found
    return found.group(1)


def test_taken_confirmed_read_and_shown(client, signed_in, ella):
    answer = client.post(TAKE, written())
    assert (answer.status_code, answer.url) == (302, f"{TAKE}takk/")
    assert changes.send_letters(by=None) == 1
    (letter,) = mail.outbox
    link = link_in(letter)

    assert "Er dette standpunktet ditt?" in text(client.get(link))
    assert not queries.shown().exists(), "a look confirms nothing"
    assert "det er bekreftet" in text(client.post(link, follow=True))
    assert not queries.shown().exists(), "nobody has read it"
    desk = signed_in(ella)
    queue = text(desk.get("/a/standpunkt/"))
    assert "Ingen skal være redd hjemme." in queue
    desk.post(f"/a/standpunkt/{Stand.objects.get().reference}/slipp/")

    assert "Ingen skal være redd hjemme." in main(client.get(f"{TAKE}alle/"))
    assert "Runa" not in main(client.get(TAKE)), "search engines keep that page"
    assert "1 har tatt standpunkt" in main(client.get(TAKE))
    assert [
        entry.did for entry in AuditEntry.objects.filter(did__startswith="stands.").order_by("pk")
    ] == [
        "stands.received",
        "stands.letter_sent",
        "stands.confirmed",
        "stands.passed",
    ]


def test_the_address_is_gone_when_the_letter_has_left():
    row = received(email="runa.hemmelig@example.org")
    assert bytes(row.mailbox)
    assert b"hemmelig" not in bytes(row.mailbox), "and locked until then"
    changes.send_letters(by=None)

    assert fresh(row).mailbox == b""
    assert mail.outbox[0].to == ["runa.hemmelig@example.org"]


def test_the_letter_says_nothing_of_what_it_is_about():
    row = received(sentence="Slutt på volden", name="Runa")
    letter = letters.to_confirm(row, "runa@example.org")

    assert house_letters.banned_in(letter) == []
    for told in ("Runa", "Slutt", "knapp"):
        assert told not in letter.shown


def test_without_script_it_goes_the_slower_way_and_still_arrives(client, ella):
    client.post(TAKE, written(solve=False))
    assert changes.send_letters(by=None) == 0, "no letter before somebody has read it"
    (row,) = queries.to_read(ella)
    changes.let_pass(stand=row, by=ella)
    assert changes.send_letters(by=None) == 1
    client.post(link_in(mail.outbox[0]))

    assert [one.reference for one in queries.shown()] == [row.reference]


def test_what_nobody_has_confirmed_never_reaches_the_editors_when_the_puzzle_was_solved(ella):
    received()

    assert not queries.to_read(ella).exists()


def test_she_takes_it_back_with_the_same_link_and_nothing_is_left(client, ella):
    row = shown(ella)
    link = f"{TAKE}bekreft/{links.word_of(row.reference, links.STAND)}/"
    assert "Standpunktet ditt står her" in text(client.get(link))
    assert "Ta standpunktet bort?" in text(client.get(f"{link}ta-bort/"))
    assert Stand.objects.exists()
    assert "Det er tatt bort" in text(client.post(f"{link}ta-bort/"))

    assert not Stand.objects.exists()
    assert client.get(link).status_code == 404
    assert client.get(f"{TAKE}{row.reference}/").status_code == 404


def test_a_link_for_another_row_opens_nothing(client, ella):
    row, other = received(), shown(ella, email="b@example.org")
    word = links.word_of(row.reference, links.STAND)
    mixed = other.reference + word[8:]

    assert client.get(f"{TAKE}bekreft/{mixed}/").status_code == 404
    assert client.post(f"{TAKE}bekreft/{mixed}/ta-bort/").status_code == 404
    assert Stand.objects.count() == 2


def test_no_page_with_a_name_on_it_may_be_searched_for(client, ella):
    row = shown(ella)

    for page in ("alle/", "alle/?fylke=Oslo", f"{row.reference}/"):
        answer = client.get(f"{TAKE}{page}")
        assert "Runa" in main(answer)
        assert answer["X-Robots-Tag"] == QUIET
        assert '<meta name="robots" content="noindex, noarchive">' in text(answer)
    for file in ("bilde.png", "plakat.pdf"):
        assert client.get(f"{TAKE}{row.reference}/{file}")["X-Robots-Tag"] == QUIET
    assert "X-Robots-Tag" not in client.get(TAKE), "and that one may"


def test_the_letter_and_the_pages_say_the_days_that_the_house_deletes_by(client, monkeypatch):
    monkeypatch.setattr(limits, "NATIONAL", ((date(2026, 1, 1), Limits(keep_stand_days=9)),))

    assert "om 9 dager" in letters.to_confirm(received(), "runa@example.org").body
    assert "innen 9 dager" in text(client.get(f"{TAKE}takk/"))


def test_all_that_is_wrong_is_said_at_once(client):
    page = text(
        client.post(TAKE, written(name="Runa Vik Berg", email="runa", sentence="Ring 900 00 017"))
    )

    for beside in ("id_name", "id_email", "id_sentence"):
        assert f'id="{beside}_error"' in page


@pytest.mark.parametrize(
    ("more", "beside", "said"),
    [
        ({"name": ""}, "id_name", "Skriv fornavnet ditt"),
        ({"name": "Runa Vik Berg"}, "id_name", "bare fornavnet"),
        ({"name": "R" * 61}, "id_name", "høyst 60 tegn"),
        ({"kind": "organisation", "name": "Vinn.com"}, "id_name", "Ta bort lenker"),
        ({"sentence": "Ring 900 00 017"}, "id_sentence", "Ta bort lenker"),
        ({"sentence": "a" * 201}, "id_sentence", "høyst 200 tegn"),
        ({"email": ""}, "id_email", "Skriv e-posten din"),
        ({"email": "runa"}, "id_email", "én e-postadresse"),
        ({"email": "a@b.no, c@d.no"}, "id_email", "én e-postadresse"),
        ({"county": "Atlantis"}, "id_county", "Velg et fylke"),
        ({"kind": "ghost"}, "id_kind", "Velg fra listen"),
    ],
)
def test_what_cannot_be_sent_is_explained_beside_the_field_and_kept(client, more, beside, said):
    answer = client.post(TAKE, written(**more))
    page = text(answer)

    assert answer.status_code == 200
    assert said in page
    assert f'id="{beside}_error"' in page
    kept = {**written(), **more}
    assert all(kept[name] in page for name in ("name", "sentence", "email") if kept[name])
    assert not Stand.objects.exists()


def test_what_is_not_seen_is_not_kept_and_markup_is_words(client, ella):
    row = shown(ella, name="Ru\u202ena", sentence="<b>Nok</b>\n er \u200b nok")

    assert (row.name, row.sentence) == ("Runa", "<b>Nok</b> er nok")
    assert b"&lt;b&gt;Nok" in client.get(f"{TAKE}{row.reference}/").content


def test_a_form_sent_twice_is_one_stand(client):
    sent = written()
    answers = [client.post(TAKE, sent) for _ in range(2)]

    assert {(answer.status_code, answer.url) for answer in answers} == {(302, f"{TAKE}takk/")}
    assert Stand.objects.count() == 1


def test_nobody_can_fill_a_mailbox_and_nobody_is_told(client):
    for number in range(5):
        answer = client.post(TAKE, written(email=f"ru.na+{number}@example.org"))
        assert answer.url == f"{TAKE}takk/"

    assert Stand.objects.count() == pace.A_DAY_EACH_MAILBOX


def test_a_letter_nobody_took_is_tried_again_and_one_that_may_have_arrived_is_not(monkeypatch):
    from ressursvenn.protection.messages import email
    from ressursvenn.protection.messages.letters import NotTaken

    row = received()

    def fails(error):
        def send(letter):
            raise error

        return send

    monkeypatch.setattr(email, "send", fails(NotTaken()))
    assert changes.send_letters(by=None) == 0
    assert fresh(row).letter_day is None
    assert fresh(row).mailbox != b""
    monkeypatch.setattr(email, "send", fails(OSError()))
    changes.send_letters(by=None)
    assert fresh(row).letter_day == timezone.localdate()
    assert fresh(row).mailbox == b""


def test_an_organisations_domain_is_seen_until_it_is_read(ella):
    row = received(kind="organisation", name="Framtid", email="leder@framtid.example")
    assert row.domain == "framtid.example"
    changes.let_pass(stand=changes.confirm(stand=row, news=False, by=None), by=ella)

    assert fresh(row).domain == ""
    assert received(email="c@example.org").domain == ""


def test_news_are_asked_for_twice_and_left_with_one_tap(client, ella, eivor):
    client.post(TAKE, written(wants_news="on"))
    changes.send_letters(by=None)
    link = link_in(mail.outbox[0])
    assert not NewsReader.objects.exists(), "asked for once is not asked for"
    client.post(link, {"news": "on"})
    (reader,) = NewsReader.objects.all()
    assert Stand.objects.get().mailbox == b""
    news = changes.write_news(title="Knappen i år", body="Vi ses på torget.", by=ella)
    changes.send_news(news=news, by=eivor)
    mail.outbox.clear()
    assert [changes.send_letters(by=None) for _ in range(2)] == [1, 0], "nobody gets it twice"
    (letter,) = mail.outbox
    out = link_in(letter)
    assert letter.extra_headers["List-Unsubscribe"].endswith(f"{out}>")
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "flere nyheter" in text(client.get(out))
    assert NewsReader.objects.filter(pk=reader.pk).exists()

    client.post(out, {"List-Unsubscribe": "One-Click"})  # as a mail program does it

    assert not NewsReader.objects.exists()
    assert "ikke flere nyheter" in text(client.get(out))


def test_whoever_does_not_tick_again_gets_no_news(client):
    client.post(TAKE, written(wants_news="on"))
    changes.send_letters(by=None)
    client.post(link_in(mail.outbox[0]), {})

    assert not NewsReader.objects.exists()


def test_the_form_is_the_same_for_everybody_and_the_thanks_too(client, ella):
    shown(ella)
    first, second = (
        client.post(TAKE, written(email=f"{n}@example.org"), follow=True) for n in "ab"
    )

    assert main(first) == main(second)
    assert "noindex" in first["X-Robots-Tag"]
