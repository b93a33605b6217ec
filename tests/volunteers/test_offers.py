"""What she offers: languages with level, what she would like, how far; in her own words; and her pause."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ressursvenn.protection import opening
from ressursvenn.volunteers import changes, offered
from ressursvenn.volunteers.models import Offer

from .conftest import days_ago, fresh

OWN = "/v/om-meg/"
SAID = {
    "levels": {"no": "well", "so": "mother"},
    "areas": ["no-oslo-oslo"],
    "interests": ["walking"],
    "times": ["sunday"],
    "would_like": ["talk"],
    "far": "near",
    "shows": ["first_name", "languages", "presentation"],
    "presentation": "Jeg er rolig og liker å gå tur.",
}
FORM = {
    "level_no": "well", "level_so": "mother", "interests": ["walking", "film"], "times": ["sunday"],
    "areas": "Frogner, Oslo", "would_like": ["talk"], "far": "town",
    "shows": ["first_name", "presentation"], "presentation": "Jeg er rolig og liker å gå tur.",
}  # fmt: skip


@pytest.fixture
def hers(volunteer, kari, solveig):
    """Solveig's own row, sealed."""
    changes.link_account(volunteer=volunteer, person=solveig, by=kari)
    return fresh(volunteer)


def opened(row, by):
    return opening.open_record(row, by=by, purpose="test")


# --- pure -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("born", "band"),
    [
        (1980, "45–54 år"),
        (2002, "under 25 år"),
        (2001, "25–34 år"),
        (1952, "65–74 år"),
        (1951, "75 år eller mer"),
        (None, ""),
    ],
)
def test_roughly_how_old(born, band):
    assert offered.age_band(born, 2026) == band


def test_a_language_whose_level_nobody_has_asked_stands_alone():
    levels = offered.parted(offered.joined({"so": "mother", "no": "", "en": "little"}))

    assert levels == {"en": "little", "so": "mother"}
    assert offered.spoken(["so", "no", "en"], levels) == "norsk, engelsk (litt), somali (morsmål)"


@pytest.mark.parametrize("text", [
    "Ring meg på 900 00 001", "+47 90000001", "tlf 90.00.00.01", "ingrid@example.org",
    "ingrid (at) post", "911 000 23", "0047 91 10 00 23", "+46 70 123 45",
    "krøllalfa", "se www.meg.no", "https://meg", "meg.no",
])  # fmt: skip
def test_a_way_to_reach_her_is_refused(text):
    assert len(offered.refused_in(text)) >= 1


@pytest.mark.parametrize("text", [
    "Jeg bor i Storgata 5", "Ringveien er fin", "0150 Oslo", "Jeg jobber på Rema",
    "jeg er ansatt i Kommunen", "Ring 911 0023", "nummer 1234567",
    "Hansen AS", "Jeg heter Solbakken", "finn meg på Instagram", "@ingrid",
])  # fmt: skip
def test_what_tells_who_or_where_she_is_is_asked_about(text):
    assert len(offered.warned_of(text, "Solbakken")) >= 1
    assert offered.refused_in(text) == []


@pytest.mark.parametrize("text", [
    "", "Jeg er 45 år og liker å gå tur.", "Jeg har hund, og strikker om kvelden.",
    "Vi kan ta en kaffe kl. 18.",
    "Jeg kom til Norge i 1998.", "Jeg studerte 1998-2004.", "2004 – 2010 i Bergen", "10 000 skritt",
    "1.000.000 skritt i fjor", "Kjøpte hytte for 10 000 000.", "kl. 17.30, 12.5.",
    "Jeg leder et kor, og jobber mye.",
])  # fmt: skip
def test_what_people_say_of_themselves_passes(text):
    assert offered.refused_in(text) == []
    assert offered.warned_of(text, "Solbakken") == []


# --- the changes ----------------------------------------------------------------------------------


def test_she_says_it_herself_and_matching_reads_the_card(hers, solveig, audited):
    audited()

    changes.say_what_i_offer(volunteer=hers, by=solveig, **SAID)

    row, card = opened(Offer.objects.get(), solveig), opened(fresh(hers), solveig)
    assert audited()[:1] == ["volunteers.offered"]
    assert (row.by_herself, row.noted_by, row.far) == (True, solveig, "near")
    assert row.levels == ["no:well", "so:mother"]
    assert card.languages == ["no", "so"]
    assert (card.times, card.interests) == (["sunday"], ["walking"])
    assert card.last_name == "Solbakken"


def test_nothing_of_it_lies_in_the_clear(hers, solveig):
    changes.say_what_i_offer(volunteer=hers, by=solveig, **SAID)

    row = Offer.objects.get()

    for name in ("levels", "would_like", "far", "shows", "presentation"):
        assert b"rolig" not in getattr(row, name).locked
        assert b"mother" not in getattr(row, name).locked


def test_said_anew_it_is_the_same_row(hers, solveig):
    for words in ("Først.", "Så."):
        changes.say_what_i_offer(volunteer=hers, by=solveig, **{**SAID, "presentation": words})

    assert opened(Offer.objects.get(), solveig).presentation == "Så."


def test_what_a_colleague_notes_keeps_hers_and_counts(hers, solveig, kari, audited):
    from ressursvenn.volunteers import queries

    changes.say_what_i_offer(volunteer=hers, by=solveig, **SAID)
    audited()

    changes.note_what_she_offers(volunteer=hers, by=kari, **{**SAID, "presentation": "Rettet."})

    assert audited() == ["volunteers.offer_noted"]
    first, second = queries.opened_offers(hers, by=kari, purpose="test")
    assert (first.presentation, first.by_herself) == ("Rettet.", False)
    assert (second.presentation, second.by_herself) == (SAID["presentation"], True)

    changes.say_what_i_offer(volunteer=hers, by=solveig, **{**SAID, "presentation": "Mine ord."})
    (only,) = queries.opened_offers(hers, by=kari, purpose="test")
    assert (only.presentation, only.by_herself) == ("Mine ord.", True)


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"levels": {}}, "levels"),
        ({"levels": {"no": "fluent"}}, "levels"),
        ({"levels": {"xx": "well"}}, "languages"),
        ({"would_like": ["x"]}, "would_like"),
        ({"shows": ["last_name"]}, "shows"),
        ({"far": "moon"}, "far"),
        ({"areas": ["x"]}, "areas"),
        ({"presentation": "Ring 900 00 001"}, "presentation"),
        ({"presentation": ""}, "presentation"),
        ({"presentation": "x" * 601}, "presentation"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(hers, solveig, kari, audited, changed, where):
    audited()

    with pytest.raises(ValidationError) as no:
        changes.say_what_i_offer(volunteer=hers, by=solveig, **{**SAID, **changed})

    assert where in no.value.message_dict
    assert not Offer.objects.exists()
    assert audited() == []
    assert opened(fresh(hers), kari).times == ["saturday"]


@pytest.mark.parametrize("who", ["kari", "gro", "nils", "nora", "astrid", "kirsti", "siri"])
def test_nobody_speaks_as_her(hers, people, who):
    with pytest.raises(PermissionDenied):
        changes.say_what_i_offer(volunteer=hers, by=people[who], **SAID)
    with pytest.raises(PermissionDenied):
        changes.pause_herself(volunteer=hers, until=days_ago(-9), by=people[who])
    with pytest.raises(PermissionDenied):
        changes.resume_herself(volunteer=hers, by=people[who])

    assert not Offer.objects.exists()
    assert fresh(hers).paused_until is None


@pytest.mark.parametrize("who", ["solveig", "nora", "astrid", "kirsti", "siri", "bodil"])
def test_who_may_not_note_it_for_her(hers, people, who):
    with pytest.raises(PermissionDenied):
        changes.note_what_she_offers(volunteer=hers, by=people[who], **SAID)


def test_it_goes_with_her(hers, solveig, kari):
    from ressursvenn.protection import retention

    changes.say_what_i_offer(volunteer=hers, by=solveig, **SAID)
    changes.note_leaving(volunteer=hers, on=days_ago(0), by=kari)
    (sort,) = (sort for sort in retention.sorts() if sort.keep == "volunteer")

    retention.erase(sort, hers.reference, by=kari)

    assert not Offer.objects.exists()


# --- her page -------------------------------------------------------------------------------------


def test_she_says_it_on_her_phone(signed_in, hers, solveig, kari):
    phone = signed_in(solveig)
    before = phone.get(OWN).content.decode()
    assert "Ingenting ennå" in before
    assert "Ikke sagt hvor godt" in before

    answer = phone.post(OWN, {**FORM, "another": "uk", "another_level": "little"})

    assert answer.status_code == 302
    assert opened(fresh(hers), kari).languages == ["no", "so", "uk"]
    page = phone.get(OWN).content.decode()
    told = page[page.index('id="slik"') :].partition("</section>")[0]
    assert "Jeg er rolig" in told
    assert "Ingrid" in told
    assert "morsmål" not in told  # languages she has not said yes to telling
    assert told.count("ikke sagt ja til å fortelle") == 3


def test_how_it_reads_is_tried_and_not_kept(signed_in, hers, solveig):
    page = signed_in(solveig).post(OWN, {**FORM, "preview": "1"}).content.decode()

    assert "Slik ville det blitt lest" in page
    assert "Dette er ikke lagret" in page
    assert page.count("Jeg er rolig") == 2
    assert not Offer.objects.exists()


def test_a_number_is_refused_kindly_and_what_she_wrote_stays(signed_in, hers, solveig):
    page = signed_in(solveig).post(OWN, {**FORM, "presentation": "Ring 900 00 001", "anyway": "on"})

    text = page.content.decode()
    assert "Ta bort telefonnummeret." in text
    assert "Ring 900 00 001" in text
    assert not Offer.objects.exists()


def test_what_tells_too_much_is_asked_about_once(signed_in, hers, solveig):
    phone, told = signed_in(solveig), {**FORM, "presentation": "Jeg jobber på Rema, og strikker."}
    assert "grei å lese høyt slik den er" not in phone.get(OWN).content.decode()

    asked = phone.post(OWN, told).content.decode()
    assert "arbeidssted. Det kan si hvem du er." in asked
    assert "grei å lese høyt slik den er" in asked
    assert not Offer.objects.exists()

    assert phone.post(OWN, {**told, "anyway": "on"}).status_code == 302
    assert Offer.objects.exists()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"areas": "Ingensteds"}, "vi kjenner ikke stedet"),
        ({"level_no": "not", "level_so": "not"}, "Velg minst ett språk."),
        ({"another": "uk"}, "Velg både språket og hvor godt"),
        ({"presentation": "x" * 601}, "Skriv høyst 600 tegn."),
        ({"presentation": ""}, "Skriv noen ord, eller ta bort krysset"),
    ],
)
def test_what_is_half_said_is_explained_and_kept(signed_in, hers, solveig, changed, said):
    page = signed_in(solveig).post(OWN, {**FORM, **changed})

    text = page.content.decode()
    assert page.status_code == 200
    assert said in text
    assert 'value="town" selected' in text
    assert not Offer.objects.exists()


def test_a_form_with_nothing_in_it_keeps_nothing(signed_in, hers, solveig, kari, audited):
    audited()

    page = signed_in(solveig).post(OWN, {})

    assert "Velg hvor godt" in page.content.decode()
    assert not Offer.objects.exists()
    assert opened(fresh(hers), kari).times == ["saturday"]


def test_what_is_not_said_stays_on_the_card(hers, solveig, kari):
    changes.say_what_i_offer(volunteer=hers, by=solveig, levels={"no": ""}, shows=["languages"])

    card = opened(fresh(hers), kari)
    assert (card.languages, card.times) == (["no"], ["saturday"])
    assert opened(Offer.objects.get(), kari).levels == []


def test_a_language_she_no_longer_speaks_leaves_the_card(signed_in, hers, solveig, kari):
    signed_in(solveig).post(OWN, {**FORM, "level_so": "not"})

    assert opened(fresh(hers), kari).languages == ["no"]


def test_a_pause_by_herself(signed_in, hers, solveig, audited):
    phone = signed_in(solveig)
    audited()

    phone.post(f"{OWN}pause/", {"until": days_ago(-20).isoformat()})
    assert audited() == ["volunteers.paused_herself"]
    assert fresh(hers).paused_until == days_ago(-20)
    assert "Du har pause til" in phone.get(OWN).content.decode()
    audited()

    phone.post(f"{OWN}tilbake/")
    assert fresh(hers).paused_until == days_ago(0)
    assert audited() == ["volunteers.resumed_herself"]
    assert "Du har pause til" not in phone.get(OWN).content.decode()


def test_a_pause_that_is_over_is_explained_and_kept(signed_in, hers, solveig):
    page = signed_in(solveig).post(f"{OWN}pause/", {"until": days_ago(1).isoformat()})

    text = page.content.decode()
    assert page.status_code == 200
    assert "Velg en dag som kommer." in text
    assert f'value="{days_ago(1).isoformat()}"' in text
    assert fresh(hers).paused_until is None


def test_an_account_that_is_nobodys(signed_in, solveig):
    phone = signed_in(solveig)

    assert "Spør koordinatoren" in phone.get(OWN).content.decode()
    assert phone.post(f"{OWN}pause/", {}).status_code == 404
