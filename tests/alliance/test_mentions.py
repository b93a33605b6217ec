"""Mentions in the press: noted with a day, counted until they are struck, and shown on the desk by year."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from ressursvenn.alliance import changes, figures, queries, words
from ressursvenn.alliance.models import Mention

from .conftest import ahead, fresh, planned, shown

pytestmark = pytest.mark.django_db


def said(**more: Any) -> dict[str, Any]:
    """What an editor notes of one."""
    return {
        "medium": "Fjordposten", "kind": "paper", "headline": "Knapper på torget", "day": ahead(-2), **more,
    }  # fmt: skip


def noted(by: Any, **more: Any) -> Mention:
    return changes.note_mention(by=by, **said(**more))


def typed(**more: Any) -> dict[str, str]:
    told = said(**{"day": ahead(-2).isoformat(), "link": "", "action": "", **more})
    return {name: str(value) for name, value in told.items()}


def text(answer: Any) -> str:
    return unescape(answer.content.decode())


def counted(since: date, until: date) -> tuple[int, dict[str, int]]:
    told = figures.of_period(since, until)
    return told.media, dict(told.media_by_kind)


# --- counted --------------------------------------------------------------------------------------


def test_what_is_dated_in_the_period_is_counted_by_kind_and_listed_once_each(ella):
    first, last = date(2026, 1, 1), date(2026, 6, 30)
    for day in (date(2025, 12, 31), first, date(2026, 3, 8), last, date(2026, 7, 1)):
        noted(ella, day=day, kind="radio" if day == last else "paper")

    assert counted(first, last) == (3, {"paper": 2, "radio": 1})
    assert [row.day for row in queries.mentions_counted(first, last)] == [
        first,
        date(2026, 3, 8),
        last,
    ]


def test_what_is_struck_is_not_counted_and_stays_with_its_reason(ella, eva, audited):
    row, other = noted(ella), noted(ella, headline="En annen")
    changes.strike_mention(mention=row, why="wrong", by=eva)

    assert counted(ahead(-9), ahead(0))[0] == 1
    assert list(queries.mentions_counted(ahead(-9), ahead(0))) == [other]
    struck = fresh(row)
    assert (struck.headline, struck.why_struck, struck.struck_by) == (
        "Knapper på torget", "wrong", eva,
    )  # fmt: skip
    assert audited() == ["alliance.mention_noted"] * 2 + ["alliance.mention_struck"]
    with pytest.raises(ValidationError, match="strøket allerede"):
        changes.strike_mention(mention=row, why="twice", by=ella)


def test_one_that_names_somebody_loses_its_words_at_once(ella):
    row = noted(ella, headline="Navnet hennes", link="https://fjordposten.example/navnet")
    changes.strike_mention(mention=row, why=words.NAMES_SOMEBODY, by=ella)

    assert (fresh(row).headline, fresh(row).link) == ("", "")


@pytest.mark.parametrize("why", ["", "because", "Noe av det var feil."])
def test_it_is_not_struck_without_a_reason_of_the_list(ella, why):
    row = noted(ella)
    with pytest.raises(ValidationError, match="Velg hvorfor") as no:
        changes.strike_mention(mention=row, why=why, by=ella)

    assert "why" in no.value.error_dict
    assert fresh(row).struck_on is None


def test_the_same_is_noted_once_and_anew_when_it_was_struck(ella):
    row = noted(ella)
    with pytest.raises(ValidationError, match="notert allerede"):
        noted(ella)
    changes.strike_mention(mention=row, why="wrong", by=ella)

    assert noted(ella).pk != row.pk


# --- refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "field", "sentence"),
    [
        ({"day": ahead(1)}, "day", "senest i dag, og ikke før 2012"),
        ({"day": date(2011, 12, 31)}, "day", "senest i dag, og ikke før 2012"),
        ({"link": "http://fjordposten.example/"}, "link", "begynner med https://"),
        ({"link": "javascript:alert(1)"}, "link", "begynner med https://"),
        ({"kind": "blog"}, "kind", ""),
        ({"medium": ""}, "medium", ""),
    ],
)
def test_what_cannot_be_noted_is_said_beside_its_field(ella, wrong, field, sentence):
    with pytest.raises(ValidationError) as no:
        noted(ella, **wrong)

    assert sentence in " ".join(no.value.message_dict[field])
    assert not Mention.objects.exists()


def test_without_words_there_is_none(ella):
    with pytest.raises(ValidationError, match="hva det handlet om"):
        noted(ella, headline="")


def test_it_is_about_an_action_that_everybody_can_read_of_or_none(ella, eva):
    draft, out = planned(ella), shown(ella, eva)
    with pytest.raises(ValidationError) as no:
        noted(ella, action=draft)

    assert no.value.error_dict["action"][0].code == "ALL-10"
    assert noted(ella, action=out).action == out
    assert draft not in queries.mentionable()


def test_nobody_but_an_editor_notes_or_strikes(people, ella):
    row = noted(ella)
    for who in ("kari", "solveig", "siri", "vigdis"):
        with pytest.raises(PermissionDenied):
            noted(people[who], headline="Annet")
        with pytest.raises(PermissionDenied):
            changes.strike_mention(mention=row, why="wrong", by=people[who])


@pytest.mark.parametrize(
    "wrong",
    [
        {"day": date(2011, 12, 31)},
        {"link": "http://fjordposten.example/"},
        {"headline": ""},
        {"medium": ""},
        {"why_struck": "wrong"},
        {"struck_on": date(2026, 1, 1)},
    ],
)
def test_the_table_itself_refuses(ella, wrong):
    row = noted(ella)

    with pytest.raises(IntegrityError), transaction.atomic():
        Mention.objects.filter(pk=row.pk).update(**wrong)


# --- on the desk ----------------------------------------------------------------------------------


@pytest.fixture
def ellas(signed_in, ella):
    return signed_in(ella)


def page(browser, name, *args, query=""):
    return browser.get(reverse(f"alliance:{name}", args=args) + query)


def post(browser, name, *args, **data):
    return browser.post(reverse(f"alliance:{name}", args=args), data, follow=True)


def test_it_is_noted_from_the_page_of_the_action_and_stands_there(ellas, ella, eva):
    action = shown(ella, eva, day=ahead(-1))
    assert "Ingen omtale er notert." in text(page(ellas, "action", action.reference))
    address = f"{reverse('alliance:new_mention')}?aksjon={action.reference}"
    assert address in text(page(ellas, "action", action.reference))
    form = text(ellas.get(address))
    assert f'value="{action.reference}" selected' in form
    assert "Aldri navn på eller noe om en som lever med vold" in form
    answer = post(
        ellas, "new_mention", **typed(action=action.reference, link="fjordposten.example/a")
    )

    row = Mention.objects.get()
    assert (row.action, row.link) == (action, "https://fjordposten.example/a")
    assert f"Omtaler {row.day.year}" in text(answer)
    assert "Knapper på torget" in text(page(ellas, "action", action.reference))


def test_an_older_action_can_be_chosen_from_its_own_page(ella, eva, monkeypatch):
    old, new = (shown(ella, eva, day=ahead(days)) for days in (-9, -1))
    monkeypatch.setattr(queries.mentions, "MOST_ACTIONS", 1)

    assert queries.mentionable() == [new]
    assert queries.mentionable(also=old.reference) == [new, old]
    assert queries.mentionable(also=new.reference) == [new]


def test_what_is_wrong_is_said_and_what_was_typed_stays(ellas):
    answer = text(
        post(ellas, "new_mention", **typed(day=ahead(1), link="http://a.example/", kind=""))
    )

    assert "Velg hva slags medium det er." in answer
    assert 'value="Knapper på torget"' in answer
    answer = text(post(ellas, "new_mention", **typed(day=ahead(1))))
    assert "Skriv dagen den kom: senest i dag" in answer
    answer = text(post(ellas, "new_mention", **typed(link="http://a.example/")))
    assert "Skriv en adresse som begynner med https://" in answer
    assert not Mention.objects.exists()


def test_it_is_struck_after_a_question_and_stays_to_be_seen(ellas, ella):
    row = noted(ella)
    assert "Stryke omtalen?" in text(page(ellas, "strike_mention", row.reference))
    assert "Velg hvorfor den strykes." in text(post(ellas, "strike_mention", row.reference, why=""))
    answer = text(post(ellas, "strike_mention", row.reference, why="twice"))

    assert "<s>Knapper på torget</s>" in answer
    assert "Den er notert to ganger." in answer
    assert "Nevner den noen?" in answer
    assert "0 telles i statusrapporten" in answer


def test_a_year_at_a_time_the_newest_first_and_no_more_than_there_is_room_for(
    ellas, ella, monkeypatch
):
    for day in (date(2024, 2, 1), date(2024, 5, 1), date(2023, 1, 1)):
        noted(ella, day=day, headline=f"Sak {day.month}-{day.year}")
    shown_page = text(page(ellas, "mentions_of", 2024))

    assert shown_page.index("Sak 5-2024") < shown_page.index("Sak 2-2024")
    assert "Sak 1-2023" not in shown_page
    assert reverse("alliance:mentions_of", args=[2023]) in shown_page
    assert page(ellas, "mentions_of", 2011).status_code == 404
    assert page(ellas, "mentions_of", ahead(366).year).status_code == 404
    held = Mention.objects.filter(day__year=2024).count()
    for most, all_of_them in ((held, True), (1, False)):
        monkeypatch.setattr(queries.mentions, "MOST_IN_A_YEAR", most)
        monkeypatch.setattr(queries, "MOST_IN_A_YEAR", most)
        assert ("nyeste; rapporten" not in text(page(ellas, "mentions_of", 2024))) is all_of_them
    assert "Sak 2-2024" not in text(page(ellas, "mentions_of", 2024))
    assert "Her står de 1 nyeste" in text(page(ellas, "mentions_of", 2024))


def test_the_open_pages_say_nothing_of_it_before_a_report_does(client, ella, eva):
    action = shown(ella, eva, day=ahead(-1))
    noted(ella, action=action)

    answer = text(client.get(reverse("alliance_public:action", args=[action.reference])))
    assert "Stand på torget" in answer
    assert "Fjordposten" not in answer


def test_one_struck_for_something_else_can_still_lose_its_words(ellas, ella, eva):
    """That it names somebody is seen later, by another."""
    row = noted(ella, headline="Navnet hennes", link="https://fjordposten.example/navnet")
    changes.strike_mention(mention=row, why="wrong", by=ella)
    address = reverse("alliance:strike_mention", args=[row.reference])
    assert address in text(page(ellas, "mentions_of", row.day.year))
    changes.strike_mention(mention=row, why=words.NAMES_SOMEBODY, by=eva)

    assert (fresh(row).headline, fresh(row).link, fresh(row).why_struck) == ("", "", "names")
    assert address not in text(page(ellas, "mentions_of", row.day.year))
    with pytest.raises(ValidationError, match="strøket allerede"):
        changes.strike_mention(mention=row, why=words.NAMES_SOMEBODY, by=eva)
