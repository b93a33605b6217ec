"""Min dag: how many have said that it is heavy, evenings not noted, and who has not been for long."""

from ressursvenn.accounts import queries as accounts
from ressursvenn.programme.lines import Weight
from ressursvenn.support import changes, queries
from ressursvenn.volunteers import changes as volunteers
from tests.access.test_query_counts import counted

from .conftest import TALK, a_group, ahead, an_evening, came, days_ago, long_approved, ready


def lines(person) -> list:
    """As Min dag reads them: in one question."""
    terms = accounts.terms(person.association)
    rows = queries.day_rows(person, terms)
    if not rows:
        return []
    with counted() as asked:
        told = [queries.day_line(*row, terms) for row in rows[0].union(*rows[1:], all=True)]
    assert len(asked) == 1
    return sorted(told, key=lambda line: line.rank)


def told(person) -> list[str]:
    return [line.sentence for line in lines(person)]


def test_a_quiet_association_says_nothing(kari):
    assert lines(kari) == []


def test_somebody_has_said_it_and_no_name_is_in_the_line(hers, solveig, kari):
    changes.say_it_is_heavy(volunteer=hers, by=solveig)

    first = lines(kari)[0]

    assert first.weight == Weight.WAITS_FOR_YOU
    assert first.sentence == "1 ressursvenn har sagt at det er tungt."
    assert (first.who, first.url, first.since) == ("", "/a/veiledning/#tungt", days_ago(0))


def test_a_talk_settles_it(hers, solveig, kari):
    changes.say_it_is_heavy(volunteer=hers, by=solveig)
    changes.note_talk(volunteer=hers, on=days_ago(0), by=kari, answers=True, **TALK)

    assert told(kari) == []


def test_her_group_leader_is_told_and_another_is_not(hers, solveig, kari, gro, group):
    changes.say_it_is_heavy(volunteer=hers, by=solveig)
    assert "1 ressursvenn har sagt at det er tungt." not in told(gro)

    changes.take_in(group=group, volunteer=hers, by=kari)

    assert told(gro)[0] == "1 ressursvenn har sagt at det er tungt."


def test_nobody_else_is_told_anything(hers, in_group, solveig, people):
    changes.say_it_is_heavy(volunteer=hers, by=solveig)

    assert {who for who in people if told(people[who])} == {"kari", "kaja", "gro"}


def test_an_evening_whose_members_are_not_noted(in_group, hers, kari, kaja, gro):
    row = an_evening(in_group, kari, days_ago(3))
    an_evening(in_group, kari, ahead(3))
    other = a_group(kari, kaja, name="Torsdag")
    an_evening(other, kari, days_ago(2))  # nobody was in it
    line = "1 veiledningskveld har vært, og det er ikke notert hvem som kom."
    assert line in told(kari)
    assert line in told(gro)

    came(row, hers, kari)

    assert line not in told(kari)


def test_a_leader_is_asked_about_her_own_evenings_alone(hers, kari, kaja, gro):
    other = a_group(kari, kaja)
    row = changes.take_in(group=other, volunteer=hers, by=kari)
    type(row).objects.update(joined_on=days_ago(30))
    an_evening(other, kari, days_ago(3))

    assert "1 veiledningskveld" in " ".join(told(kari))
    assert "veiledningskveld" not in " ".join(told(gro))


def test_who_has_not_been_for_eight_weeks(in_group, hers, kari, kaja):
    line = "1 ressursvenn har ikke vært på veiledning på lenge."
    ready(kari, kaja, first_name="Ny")  # approved today: nothing is late
    assert line in told(kari)

    old = came(an_evening(in_group, kari, days_ago(57)), hers, kari)
    assert line in told(kari)
    came(an_evening(in_group, kari, days_ago(50)), hers, kari, how="word")
    assert line in told(kari)
    came(an_evening(in_group, kari, days_ago(56)), hers, kari)

    assert line not in told(kari)
    assert old.how == "came"


def test_a_talk_is_guidance_too_and_a_pause_asks_nothing(hers, kari, kaja):
    other = long_approved(kari, kaja, first_name="Berit")
    assert told(kari) == ["2 ressursvenner har ikke vært på veiledning på lenge."]

    changes.note_talk(volunteer=hers, on=days_ago(9), by=kari, **TALK)
    volunteers.pause(volunteer=other, until=ahead(9), by=kari)

    assert told(kari) == []


def test_an_associations_own_number_of_weeks_counts(hers, kari):
    kari.association.own_numbers = {"2026-01-01": {"guidance_every_weeks": 20}}
    kari.association.save()

    assert told(kari) == []


def test_the_neighbours_are_not_counted(hers, solveig, nora):
    changes.say_it_is_heavy(volunteer=hers, by=solveig)

    assert told(nora) == []
