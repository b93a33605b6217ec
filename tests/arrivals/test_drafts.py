"""What is begun and not sent lies locked with the link: nobody without it reads it, and it goes by itself."""

import json
import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.utils import timezone

from ressursvenn.arrivals import changes, drafts, queries
from ressursvenn.arrivals.models import Draft
from ressursvenn.protection import retention, vault
from ressursvenn.volunteers.models import Volunteer

from .conftest import applies, typed


def saves(client=None, path="/sok/", **more):
    answer = applies(client, path, do="save", **more)
    assert answer.status_code == 302, answer.status_code
    return answer.url


def token_of(path: str) -> str:
    return re.fullmatch(r"/sok/utkast/([\w-]{32})/", path)[1]


def page(path: str) -> str:
    return unescape(Client().get(path).content.decode())


def whole_database() -> str:
    """Every row of every table, and every byte of it that could be text."""
    told = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            told += [
                bytes(v).decode("latin-1") if isinstance(v, (bytes, memoryview)) else str(v)
                for row in cursor.fetchall()
                for v in row
            ]
    return "\n".join(told)


def test_she_comes_back_with_the_link_and_finds_all_that_she_typed(oslo):
    path = saves(birth_year="nitten", areas="Atlantis\nMoss", consent=None, email="halv@")

    said = page(path)
    for kept in ("Ingrid", "Solbakken", "400 00 001", "halv@", "nitten", "Atlantis\nMoss"):
        assert kept in said, kept
    assert re.search(r'value="so"[^>]* checked', said)
    assert not re.search(r'name="consent"[^>]* checked', said)
    assert "Noe må rettes" not in said
    assert f"http://testserver{path}" in said
    assert not Volunteer.objects.exists()


def test_the_link_is_also_a_square_for_another_phone(oslo):
    assert 'class="qr"' in page(saves())


def test_nobody_without_the_link_can_read_it_with_the_whole_database_and_the_houses_own_key(oslo):
    path = saves()
    token, told = token_of(path), whole_database()

    for secret in ("Ingrid", "Solbakken", "400 00 001", "ingrid", "lørdager", token):
        assert secret not in told, secret
    row = Draft.objects.get()
    places = [f"draft:{row.token_print}", "draft", row.token_print]
    known = [
        bytes.fromhex(row.token_print),
        *(vault.derived(what) for what in ("draft key", "draft print", "drafts", "sessions")),
        *(drafts._derived("draft key", word) for word in ("", row.token_print, "x" * 32)),
    ]
    for key in known:
        for place in places:
            with pytest.raises(vault.Tampered):
                vault.unlock(key, bytes(row.content), place)


def test_the_row_says_nothing_of_how_much_was_written(oslo):
    saves(told="", areas="")
    saves(told="x" * 200)

    assert len({len(bytes(row.content)) for row in Draft.objects.all()}) == 1


def test_a_piece_that_is_moved_to_another_link_does_not_open(oslo):
    first, second = (token_of(saves(first_name=name)) for name in ("Ingrid", "Borghild"))
    rows = {row.token_print: row for row in Draft.objects.all()}
    rows[drafts.print_of(first)].content = rows[drafts.print_of(second)].content
    rows[drafts.print_of(first)].save()

    assert queries.draft_with(first) is None
    assert queries.draft_with(second)["first_name"] == ["Borghild"]


@pytest.mark.parametrize("word", ["x", "x" * 32, "A" * 31 + "_", "zzzzzzzz"])
def test_a_wrong_link_is_the_same_page_as_any_that_is_not_there(oslo, word):
    saves()
    wrong, any_other = Client().get(f"/sok/utkast/{word}/"), Client().get("/sok/finnes-ikke/")

    assert wrong.status_code == any_other.status_code == 404
    fresh_each_time = r'nonce="[^"]*"'
    texts = [re.sub(fresh_each_time, "", a.content.decode()) for a in (wrong, any_other)]
    assert texts[0] == texts[1]


def test_saving_again_keeps_the_link_and_the_one_row(oslo):
    path = saves()

    assert saves(path=path, first_name="Gudrun") == path
    assert Draft.objects.count() == 1
    assert "Gudrun" in page(path)


def test_when_it_is_sent_the_draft_is_gone_and_the_link_is_dead(oslo):
    path = saves(first_name="")

    answer = applies(path=path)

    assert (answer.status_code, answer.url) == (302, "/sok/takk/?hos=oslo")
    assert Volunteer.objects.count() == 1
    assert not Draft.objects.exists()
    assert Client().get(path).status_code == 404


def test_a_wrong_form_that_is_sent_from_the_draft_leaves_the_draft(oslo):
    path = saves()

    assert applies(path=path, first_name="").status_code == 200
    assert Draft.objects.count() == 1


def test_too_young_and_the_draft_goes_by_its_age_as_the_page_says(oslo):
    path = saves()

    answer = applies(path=path, birth_year=str(timezone.localdate().year - 20))

    said = unescape(answer.content.decode())
    assert "slettes 14 dager etter at du sist lagret" in said
    assert "ikke tatt vare på noe" not in said
    assert f'action="{path}"' in said
    assert Draft.objects.count() == 1
    assert "Ingrid" in page(path)


def test_she_throws_it_away_herself(oslo):
    path = saves()

    Client().post(f"{path}slett/")
    assert Draft.objects.exists()
    Client().post(f"{path}slett/", {"gone": "1"})
    assert not Draft.objects.exists()


def test_a_draft_that_went_while_she_wrote_loses_nothing(oslo):
    path = saves()
    Draft.objects.all().delete()

    again = saves(path=path, first_name="Gudrun")
    assert again != path
    assert "Gudrun" in page(again)
    Draft.objects.all().delete()
    assert applies(path=again).status_code == 302


def test_after_fourteen_days_nobody_can_open_it_and_the_night_takes_the_row(oslo):
    path = saves()
    with time_machine.travel(timezone.now() + timedelta(days=13), tick=False):
        assert Client().get(path).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=14, minutes=1), tick=False):
        assert Client().get(path).status_code == 404
        assert Draft.objects.exists()
        assert retention.erase_what_is_due()["draft"] == 1
    assert not Draft.objects.exists()


def test_no_cache_no_search_and_no_referrer_keep_the_link(oslo):
    answer = Client().get(saves())

    assert answer["Cache-Control"] == "no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "<title>Bli ressursvenn</title>" in answer.content.decode()


def test_nothing_is_written_in_a_session_either(oslo):
    client = Client()
    saves(client)

    assert "desk" not in client.cookies


def test_with_nothing_written_there_is_nothing_to_save(oslo):
    empty = dict.fromkeys(typed(), None) | {"do": "save", "once": "x"}

    answer = applies(**empty)

    assert answer.status_code == 200
    assert "Skriv noe først" in answer.content.decode()
    assert not Draft.objects.exists()


def test_far_too_much_is_refused_and_stays_on_the_screen(oslo):
    answer = applies(do="save", told="ord " * 6000)

    assert answer.status_code == 200
    assert "for mye tekst" in answer.content.decode()
    assert "ord ord ord" in answer.content.decode()
    assert not Draft.objects.exists()


def test_only_fields_of_the_form_are_kept(oslo):
    path = saves(fodselsnummer="01018012345", is_staff="1")

    content = queries.draft_with(token_of(path))
    assert "01018012345" not in json.dumps(content)
    assert set(content) <= {*typed(), "fra", "once"} - {"do"}


def test_a_flood_of_drafts_is_asked_to_wait(oslo):
    told = [applies(do="save").status_code for _ in range(21)]

    assert told == [302] * 20 + [429]


def test_one_entry_in_the_log_that_says_of_nobody(oslo, audited):
    audited()
    token = changes.save_draft(content={"first_name": ["Ingrid"]})
    assert audited() == ["arrivals.draft_saved"]
    changes.throw_away_draft(token=token)
    assert audited() == ["arrivals.draft_thrown_away"]
    with pytest.raises(ValidationError):
        changes.save_draft(content={"told": ["x" * 20_000]})
    assert audited() == []
