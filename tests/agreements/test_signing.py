"""Gone through, signed by her, signed by us: in either order, each by herself, each once."""

from base64 import b64decode
from datetime import date
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.agreements import changes, queries, texts, words
from ressursvenn.agreements.models import SignedPaper, Signing
from ressursvenn.paper import setting
from ressursvenn.volunteers import changes as volunteers
from ressursvenn.volunteers import facts, rules

from .conftest import applicant, days_ago, fresh, gone_through, signed


def codes(refused) -> list[str]:
    return [error.code for error in refused.value.error_list]


def missing(volunteer) -> set[str]:
    terms = accounts.terms(volunteer.association)
    return {no.rule for no in rules.may_be_approved(facts.of(volunteer), terms)}


@pytest.mark.parametrize(("kind", "step"), [("declaration", "VOL-03"), ("agreement", "VOL-09")])
@pytest.mark.parametrize("she_first", [True, False])
def test_when_both_have_signed_her_road_moves(hers, solveig, kari, audited, kind, step, she_first):
    row = gone_through(hers, kari, kind)
    audited()
    sides = [(changes.sign_herself, solveig), (changes.sign_for_us, kari)]
    (first, one), (second, other) = sides if she_first else sides[::-1]

    first(signing=row, by=one)
    assert step in missing(hers)
    assert not SignedPaper.objects.exists()

    issued = second(signing=row, by=other)
    assert step not in missing(hers)
    assert (issued.issued_by, len(issued.print)) == (other, 64)
    told = {"declaration": "confidentiality_signed", "agreement": "agreement_noted"}[kind]
    acts = [did for did in audited() if did != "protection.opened"]
    order = ["agreements.signed_by_her", "agreements.signed_for_us"][:: 1 if she_first else -1]
    assert acts == [*order, f"volunteers.{told}"]


def test_the_paper_is_the_one_whose_fingerprint_we_show(hers, solveig, kari):
    row = signed(hers, solveig, kari)

    paper = queries.opened_paper(Signing.objects.get(pk=row.pk), by=solveig)

    issued = b64decode(paper.content)
    assert issued.startswith(b"%PDF")
    assert setting.print_of(issued).replace(" ", "") == row.print


def test_the_bytes_stay_when_she_changes_her_name(hers, solveig, kari):
    row = signed(hers, solveig, kari)
    before = queries.opened_paper(Signing.objects.get(pk=row.pk), by=kari).content
    from ressursvenn.protection import opening

    opening.open_record(hers, by=kari, purpose="card_correction")
    volunteers.correct_card(volunteer=hers, by=kari, last_name="Nynavn")

    again = queries.opened_paper(Signing.objects.get(pk=row.pk), by=kari).content
    assert again == before


def test_two_papers_with_the_same_words_are_never_the_same_paper(hers, solveig, kari):
    """A number by lot: whoever guesses the words cannot set the paper and ask for its fingerprint."""
    first, second = signed(hers, solveig, kari), signed(hers, solveig, kari)
    for name in ("she_signed_at", "we_signed_at"):
        setattr(second, name, getattr(first, name))
    from ressursvenn.agreements import setting as ours

    told = {"she": "S", "we": "K", "association": "O", "on": date(2026, 12, 1)}
    assert ours.signed(first, **told) != ours.signed(first, **told)
    assert first.print != second.print


def test_first_the_talk_then_the_pens(hers, solveig, kari):
    old = gone_through(hers, kari)
    gone_through(hers, kari)

    for sign, who in ((changes.sign_herself, solveig), (changes.sign_for_us, kari)):
        with pytest.raises(ValidationError) as refused:
            sign(signing=old, by=who)
        assert codes(refused) == ["AGR-01"]
    assert Signing.objects.filter(laid_aside_on=None).count() == 1


def test_nobody_signs_for_her(hers, solveig, kari, kaja, nils, audited):
    row = gone_through(hers, kari)
    audited()

    for person in (kari, kaja, nils):
        with pytest.raises(PermissionDenied):
            changes.sign_herself(signing=row, by=person)
    with pytest.raises(PermissionDenied):
        changes.sign_for_us(signing=row, by=solveig)
    assert Signing.objects.get().she_signed_at is None
    assert audited() == []


def test_another_volunteer_of_ours_does_not_sign_hers(hers, houses, kari):
    from ressursvenn.accounts import changes as people

    other = people.take_in(
        sign_name="siv", name="Siv", role="volunteer", association=houses["oslo"], by=None
    )
    row = gone_through(hers, kari)

    with pytest.raises(ValidationError) as refused:
        changes.sign_herself(signing=row, by=other)
    assert codes(refused) == ["AGR-02"]


def test_without_an_account_she_signs_on_paper_as_before(kari):
    without = fresh(applicant(kari))
    row = gone_through(without, kari)

    changes.sign_for_us(signing=row, by=kari)
    volunteers.note_confidentiality_signed(volunteer=without, on=days_ago(0), by=kari)

    assert "VOL-03" not in missing(without)
    assert Signing.objects.get().issued_on is None


def test_one_person_is_never_both_sides(hers, solveig, kari):
    """She has got a job here since: as a coordinator she still does not answer her own signature."""
    row = gone_through(hers, kari)
    changes.sign_herself(signing=row, by=solveig)
    solveig.role = "coordinator"
    solveig.save(update_fields=["role"])

    with pytest.raises(ValidationError) as refused:
        changes.sign_for_us(signing=row, by=solveig)
    assert codes(refused) == ["AGR-03"]


def test_a_text_that_changed_meanwhile_is_read_anew(hers, solveig, kari, monkeypatch):
    row = gone_through(hers, kari)
    first = texts.versions("declaration")[0]
    monkeypatch.setattr(texts, "in_force", lambda kind, today: first)

    with pytest.raises(ValidationError) as refused:
        changes.sign_herself(signing=row, by=solveig)
    assert codes(refused) == ["AGR-04"]


def test_each_signs_once(hers, solveig, kari):
    row = gone_through(hers, kari)
    changes.sign_herself(signing=row, by=solveig)
    with pytest.raises(ValidationError) as refused:
        changes.sign_herself(signing=row, by=solveig)
    assert codes(refused) == ["AGR-06"]
    changes.sign_for_us(signing=row, by=kari)
    with pytest.raises(ValidationError) as refused:
        changes.sign_for_us(signing=row, by=kari)
    assert codes(refused) == ["AGR-06"]
    assert SignedPaper.objects.count() == 1


def test_whoever_signed_for_us_must_still_be_here(hers, solveig, kari, kaja):
    row = gone_through(hers, kari)
    changes.sign_for_us(signing=row, by=kaja)
    kaja.left_on, kaja.left_by = days_ago(0), kari
    kaja.save(update_fields=["left_on", "left_by"])

    with pytest.raises(ValidationError) as refused:
        changes.sign_herself(signing=row, by=solveig)
    assert codes(refused) == ["AGR-07"]


@pytest.mark.parametrize("now", ["a volunteer", "the neighbour's"])
def test_whoever_signed_for_us_and_may_no_longer_is_said_kindly(
    signed_in, hers, solveig, nora, kaja, now
):
    """Her second signature notes the step in our signer's name: a change of role is no bare 403."""
    row = gone_through(hers, kaja)
    changes.sign_for_us(signing=row, by=kaja)
    if now == "a volunteer":
        kaja.role = "volunteer"
    else:
        kaja.association = nora.association
    kaja.save(update_fields=["role", "association"])

    page = signed_in(solveig).post(f"/v/avtale/{row.reference}/", {"sure": "on"})

    assert page.status_code == 200
    assert words.TO_HER["AGR-07"] in page.content.decode()
    assert Signing.objects.get().she_signed_at is None


@pytest.fixture
def siv(houses):
    from ressursvenn.accounts import changes as people

    return people.take_in(
        sign_name="siv", name="Siv", role="volunteer", association=houses["oslo"], by=None
    )


def linked(volunteer, person):
    """Whoever does it, and however many it takes, is the room of volunteers' to say."""
    type(volunteer).objects.filter(pk=volunteer.pk).update(person=person)
    return fresh(volunteer)


def test_another_account_than_the_one_that_heard_it_signs_nothing(hers, siv, solveig, kari):
    """A coordinator who links an account of her own to her makes no signature of hers with it."""
    row = gone_through(hers, kari)
    linked(hers, siv)

    for sign, by in ((changes.sign_herself, siv), (changes.sign_for_us, kari)):
        with pytest.raises(ValidationError) as refused:
            sign(signing=row, by=by)
        assert codes(refused) == ["AGR-08"]
    with pytest.raises(ValidationError):
        changes.sign_herself(signing=row, by=solveig)
    assert Signing.objects.get().she_signed_at is None


def test_an_account_that_is_swapped_back_leaves_no_paper(hers, siv, solveig, kari):
    hers = linked(hers, siv)
    row = gone_through(hers, kari)
    changes.sign_herself(signing=row, by=siv)
    linked(hers, solveig)

    with pytest.raises(ValidationError) as refused:
        changes.sign_for_us(signing=row, by=kari)

    assert codes(refused) == ["AGR-08"]
    assert not SignedPaper.objects.exists()


def test_the_table_itself_keeps_whose_signature_it_is(hers, siv, kari):
    row = gone_through(hers, kari)

    with pytest.raises(IntegrityError, match="heard_it"), transaction.atomic():
        Signing.objects.filter(pk=row.pk).update(she_signed_by=siv, she_signed_at=timezone.now())


def test_given_an_account_afterwards_she_goes_through_it_anew(kari, solveig):
    without = fresh(applicant(kari))
    row = gone_through(without, kari)
    volunteers.link_account(volunteer=without, person=solveig, by=kari)

    with pytest.raises(ValidationError) as refused:
        changes.sign_herself(signing=row, by=solveig)
    assert codes(refused) == ["AGR-08"]
    again = gone_through(fresh(without), kari)
    assert changes.sign_herself(signing=again, by=solveig).she_signed_by == solveig


def test_whoever_has_left_goes_through_nothing(hers, kari):
    volunteers.note_leaving(volunteer=hers, on=days_ago(0), by=kari)

    with pytest.raises(ValidationError) as refused:
        gone_through(fresh(hers), kari)
    assert refused.value.messages == ["Hun har sluttet."]


@pytest.mark.parametrize("who", ["nora", "bodil", "astrid", "vigdis", "siri", "solveig"])
def test_who_may_not_go_through_it_with_her(hers, people, who):
    with pytest.raises(PermissionDenied):
        gone_through(hers, people[who])
    assert not Signing.objects.exists()


def test_a_name_that_cannot_be_printed_leaves_everything_as_it_was(kari, solveig, audited):
    row = applicant(kari, first_name="꧁", last_name="꧂")
    volunteers.link_account(volunteer=row, person=solveig, by=kari)
    paper = gone_through(fresh(row), kari)
    changes.sign_herself(signing=paper, by=solveig)
    audited()

    with pytest.raises(ValidationError, match="ikke kan trykke"):
        changes.sign_for_us(signing=paper, by=kari)

    assert Signing.objects.get().we_signed_at is None
    assert "VOL-03" in missing(row)


@pytest.mark.django_db(transaction=True)
def test_two_signatures_at_once_are_one_paper(hers, solveig, kari, kaja):
    row = gone_through(hers, kari)
    tries = [
        lambda: changes.sign_herself(signing=row, by=solveig),
        *(lambda who=who: changes.sign_for_us(signing=row, by=who) for who in (kari, kaja) * 4),
    ]
    start, answers = Barrier(len(tries)), []

    def run(try_it):
        start.wait()
        try:
            try_it()
            answers.append("signed")
        except ValidationError as refused:
            answers.append(refused.error_list[0].code)
        except Exception as other:
            answers.append(type(other).__name__)
        finally:
            connection.close()

    threads = [Thread(target=run, args=(each,)) for each in tries]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == ["AGR-06"] * 7 + ["signed"] * 2
    assert SignedPaper.objects.count() == 1
    assert hers.declarations.count() == 1
