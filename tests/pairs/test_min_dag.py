"""What Min dag says of pairs: each line computed from days, gone when its act is done."""

import pytest

from ressursvenn.accounts import queries as accounts
from ressursvenn.apart import changes as apart
from ressursvenn.pairs import changes, queries
from ressursvenn.participants import changes as participants
from ressursvenn.programme.lines import Weight

from .conftest import a_participant, a_place, a_volunteer, ahead, days_ago, walked


def lines(person):
    return queries.day_lines(person, accounts.terms(person.association))


def told(person):
    return [(line.weight, line.url.split("/")[-2]) for line in lines(person)]


def weights(person):
    return [line.weight for line in lines(person)]


@pytest.fixture
def healthy(amina, volunteer, kari, kaja):
    """Ten days old and nothing amiss."""
    return walked(amina, volunteer, kari, kaja, introduced=days_ago(10))


def test_a_second_yes_waits_for_all_who_may_give_it(decided, people):
    waits = {who for who, person in people.items() if weights(person) == [Weight.WAITS_FOR_YOU]}

    assert waits == {"kaja", "gro", "astrid"}
    assert [line.who for line in lines(people["astrid"])] == [decided.reference]


def test_after_some_days_it_is_a_line_for_whoever_decided(decided, kari, time_machine):
    assert lines(kari) == []

    time_machine.move_to(ahead(3))

    assert told(kari) == [(Weight.WAITS_FOR_YOU, decided.reference)]
    (line,) = lines(kari)
    assert line.sentence == "Det andre jaet har ventet i 3 dager."


def test_how_long_it_has_waited_is_told_to_whoever_is_to_answer_too(decided, kaja, time_machine):
    time_machine.move_to(ahead(2))
    assert "Har ventet" not in lines(kaja)[0].sentence

    time_machine.move_to(ahead(1))

    assert lines(kaja)[0].sentence.endswith("Har ventet i 3 dager.")


def test_where_there_is_nobody_else_the_national_adviser_is_asked_and_it_says_so(
    decided, kari, kaja, gro, signed_in, time_machine
):
    for colleague in (kaja, gro):
        colleague.left_on, colleague.left_by = days_ago(0), kari
        colleague.save()
    said = "Foreningen har ingen andre. Nasjonal rådgiver er spurt."

    assert said in signed_in(kari).get(f"/a/koblinger/{decided.reference}/").content.decode()
    time_machine.move_to(ahead(3))
    assert [line.act for line in lines(kari)] == ["Se hvem som kan svare"]


def test_each_state_has_its_next_step(approved, kari, solveig):
    assert told(kari) == [(Weight.NEXT_STEP, "deltakerens-svar")]
    changes.note_her_yes(pair=approved, by=kari)
    assert told(kari) == [(Weight.NEXT_STEP, "ressursvennens-svar")]
    changes.say_yes(pair=approved, by=solveig)
    assert told(kari) == [(Weight.NEXT_STEP, "forste-mote")]
    changes.plan_introduction(pair=approved, day=ahead(5), by=kari)
    assert told(kari) == []


def test_an_introduction_tomorrow_without_a_place(both, kari):
    changes.plan_introduction(pair=both, day=ahead(1), by=kari)
    assert told(kari) == [(Weight.INTRODUCTION_WITHOUT_PLACE, "forste-mote")]

    changes.plan_introduction(pair=both, day=ahead(1), place=a_place(kari), by=kari)

    assert told(kari) == []


def test_on_the_day_and_after_it_is_to_be_noted_that_they_met(planned, kari, time_machine):
    time_machine.move_to(ahead(3))
    changes.erase_past_days()

    assert told(kari) == [(Weight.NEXT_STEP, "har-mottes")]


def test_nothing_amiss_is_no_line(healthy, kari):
    assert lines(kari) == []


def test_a_follow_up_overdue_until_it_is_held(amina, volunteer, kari, kaja):
    pair = walked(amina, volunteer, kari, kaja, introduced=days_ago(17))
    assert told(kari) == [(Weight.FOLLOW_UP_OVERDUE, "oppfolging")]

    changes.note_follow_up(pair=pair, with_whom="both", outcome="all_well", by=kari)

    assert lines(kari) == []


def test_quiet_for_three_weeks_until_somebody_is_heard_from(running, kari, solveig):
    changes.note_follow_up(
        pair=running, with_whom="both", outcome="all_well", by=kari, on=days_ago(25)
    )
    changes.note_follow_up(
        pair=running, with_whom="both", outcome="all_well", by=kari, on=days_ago(21)
    )
    assert Weight.GONE_QUIET in weights(kari)

    changes.log_meet_up(pair=running, day=days_ago(1), happened=True, length="1_2h", by=solveig)

    assert Weight.GONE_QUIET not in weights(kari)


def test_call_me_until_somebody_has(healthy, kari, solveig):
    changes.log_meet_up(
        pair=healthy, day=days_ago(1), happened=False, not_happened="other", wants_talk=True,
        by=solveig,
    )  # fmt: skip
    assert weights(kari) == [Weight.WAITS_FOR_YOU]

    changes.note_follow_up(pair=healthy, with_whom="volunteer", outcome="all_well", by=kari)

    assert lines(kari) == []


def test_a_concern_is_first_until_settled(running, kari, solveig):
    changes.raise_concern(pair=running, by=solveig)
    assert min(lines(kari), key=lambda line: line.rank).weight is Weight.CONCERN_OPEN

    changes.settle_concern(pair=running, by=kari)

    assert Weight.CONCERN_OPEN not in weights(kari)


def test_somebody_who_withdrew_is_first_until_the_pair_is_ended(healthy, kari):
    participants.withdraw_consent(participant=healthy.participant, by=kari)
    (line,) = lines(kari)
    assert (line.weight, "trukket seg" in line.sentence) == (Weight.CONCERN_OPEN, True)

    changes.end(pair=healthy, ending="early", by=kari)

    assert weights(kari) == [Weight.NEXT_STEP]


def test_somebody_to_be_kept_apart_is_first_and_why_is_not_told(healthy, kari):
    apart.name_keep_apart(
        participant=healthy.participant, kind="person", text="Solveig Moen", by=kari
    )

    (line,) = lines(kari)

    assert line.weight is Weight.CONCERN_OPEN
    assert "En grunn du ikke kan se" in line.sentence


@pytest.mark.parametrize(
    ("ending", "weight"),
    [
        ("silent", Weight.FATE_UNKNOWN),
        ("unsafe", Weight.FATE_UNKNOWN),
        ("early", Weight.NEXT_STEP),
        ("as_planned", Weight.NEXT_STEP),
    ],
)
def test_an_ending_waits_for_its_talk(healthy, kari, ending, weight):
    changes.end(pair=healthy, ending=ending, by=kari)
    assert told(kari) == [(weight, "avslutningssamtale")]

    changes.note_closing_talk(pair=healthy, later_contact="not_asked", by=kari)

    assert lines(kari) == []


def test_the_last_month(amina, volunteer, kari, kaja):
    walked(amina, volunteer, kari, kaja, introduced=days_ago(340))

    assert Weight.LAST_MONTH in weights(kari)


def test_a_name_is_a_card_name_and_never_a_surname(approved, kari):
    (line,) = lines(kari)

    assert line.who == "Linerle og Solveig"


def test_each_association_sees_its_own(decided, people, nora, nabo):
    assert lines(nora) == []
    assert lines(people["nils"]) == []


def test_the_number_of_queries_does_not_grow(kari, kaja, django_assert_max_num_queries):
    def one_more(number):
        walked(
            a_participant(kari, f"Fugl {number}"),
            a_volunteer(kari, kaja, f"Frivillig {number}", phone="", email=f"v{number}@example.org"),
            kari, kaja, introduced=days_ago(40),
        )  # fmt: skip

    one_more(1)
    with django_assert_max_num_queries(40) as first:
        assert len(lines(kari)) == 2
    one_more(2)
    one_more(3)
    with django_assert_max_num_queries(len(first)):
        assert len(lines(kari)) == 6
