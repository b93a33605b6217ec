"""What the volunteers need from a coordinator, as lines of Min dag."""

import pytest
from django.utils import timezone

from ressursvenn.accounts import queries as accounts
from ressursvenn.programme.lines import Weight
from ressursvenn.protection.models import AuditEntry
from ressursvenn.volunteers import changes, queries, rules

from .conftest import applicant, days_ago, ready


def lines_of(person):
    return queries.day_lines(person, accounts.terms(person.association))


def answered(by):
    one = applicant(by)
    changes.note_answer(volunteer=one, on=days_ago(50), by=by)
    return one


def told(person):
    return [(line.weight, line.sentence) for line in lines_of(person)]


@pytest.mark.parametrize(
    ("days", "weight", "said"),
    [
        (0, Weight.NEXT_STEP, "Ingrid har søkt. Svar innen 3 dager."),
        (1, Weight.NEXT_STEP, "Ingrid har søkt. Svar innen 2 dager."),
        (2, Weight.NEXT_STEP, "Ingrid har søkt. Svar innen i morgen."),
        (3, Weight.NEXT_STEP, "Ingrid har søkt. Svar i dag."),
        (4, Weight.APPLICANT_UNANSWERED, "Ingrid har søkt og ikke fått svar."),
        (400, Weight.APPLICANT_UNANSWERED, "Ingrid har søkt og ikke fått svar."),
    ],
)
def test_an_applicant_waits_for_an_answer_from_the_first_day_and_weighs_more_after_three(
    kari, days, weight, said
):
    one = applicant(kari, applied_on=days_ago(days))

    line = next(line for line in lines_of(kari) if line.sentence.startswith("Ingrid har søkt"))

    assert (line.weight, line.sentence) == (weight, said)
    assert (line.who, line.since) == ("Ingrid", days_ago(days))
    assert line.url == f"/a/ressursvenner/{one.reference}/"


def test_many_who_are_in_time_are_one_line_with_the_days_of_the_first(kari):
    for days in (0, 0, 1, 1, 2, 1):
        applicant(kari, applied_on=days_ago(days))

    assert told(kari) == [
        (Weight.NEXT_STEP, "6 søkere venter på svar. Svar den første innen i morgen.")
    ]


def test_an_answer_or_an_interview_settles_it(kari):
    answered, interviewed = applicant(kari), applicant(kari, applied_on=days_ago(40))
    changes.note_answer(volunteer=answered, on=days_ago(30), by=kari)
    changes.note_interview(volunteer=interviewed, on=days_ago(30), by=kari)

    assert Weight.APPLICANT_UNANSWERED not in [weight for weight, _ in told(kari)]


def test_a_certificate_that_was_asked_for_is_to_be_seen(kari):
    one = answered(kari)
    changes.ask_for_certificate(volunteer=one, on=days_ago(9), by=kari)

    (line,) = lines_of(kari)
    assert (line.weight, line.since) == (Weight.CERTIFICATE_TO_SEE, days_ago(9))
    assert line.sentence == "Ingrid er bedt om å vise politiattest."

    changes.note_certificate_seen(
        volunteer=one, issued_on=days_ago(9), on=days_ago(9), seen_by=kari, by=kari
    )
    assert lines_of(kari) == []


def test_asked_for_again_since_it_was_too_old(kari):
    one = answered(kari)
    changes.note_certificate_seen(
        volunteer=one, issued_on=days_ago(200), on=days_ago(9), seen_by=kari, by=kari
    )
    changes.ask_for_certificate(volunteer=one, on=days_ago(8), by=kari)

    assert [weight for weight, _ in told(kari)] == [Weight.CERTIFICATE_TO_SEE]


def test_what_is_half_known_is_one_line_however_many(kari):
    for _ in range(3):
        one = applicant(kari, applied_on=None)
        changes.note_interview(volunteer=one, on=days_ago(9), by=kari)

    (line,) = lines_of(kari)

    assert line.weight == Weight.TO_SETTLE
    assert line.sentence == "3 ressursvenner har noe som må avklares."
    assert (line.who, line.url) == ("", "/a/ressursvenner/?vis=avklares")


def test_an_open_concern_is_told_to_those_who_may_know(kari, kaja, gro):
    one = ready(kari, kaja)
    concern = changes.raise_concern(volunteer=one, on=days_ago(2), kind="strain", by=gro)

    assert told(kari) == [(Weight.CONCERN_OPEN, "Bekymring for Ingrid er ikke avklart.")]
    assert told(gro) == []

    changes.settle_concern(concern=concern, on=days_ago(1), by=kari)
    assert told(kari) == []


def test_a_concern_does_not_vanish_when_she_leaves(kari, kaja):
    one = ready(kari, kaja)
    changes.raise_concern(volunteer=one, on=days_ago(2), kind="conduct", by=kari)

    changes.note_leaving(volunteer=one, on=days_ago(1), by=kari)

    assert [weight for weight, _ in told(kari)] == [Weight.CONCERN_OPEN]


def test_whoever_has_left_waits_for_nothing_else(kari):
    one = applicant(kari)
    changes.ask_for_certificate(volunteer=one, on=days_ago(9), by=kari)
    changes.note_leaving(volunteer=one, on=days_ago(1), by=kari)

    assert told(kari) == []


def test_many_of_a_kind_become_one_line_without_names(kari):
    for day in range(6):
        applicant(kari, applied_on=days_ago(20 + day))
    before = AuditEntry.objects.count()

    (line,) = lines_of(kari)

    assert line.sentence == "6 søkere har ikke fått svar."
    assert (line.who, line.since) == ("", days_ago(25))
    assert AuditEntry.objects.count() == before  # nobody was opened


def test_the_neighbours_are_not_ours_to_answer(kari, nora):
    applicant(nora)

    assert lines_of(kari) == []
    assert [weight for weight, _ in told(nora)] == [Weight.APPLICANT_UNANSWERED]


@pytest.mark.parametrize("who", ["bodil", "vigdis", "astrid", "siri", "pernille", "solveig"])
def test_who_is_told_nothing(people, kari, who):
    applicant(kari)

    assert lines_of(people[who]) == []


def test_the_names_are_opened_at_once_and_audited(kari):
    one, two = applicant(kari), applicant(kari, applied_on=days_ago(40))
    before = AuditEntry.objects.count()

    lines_of(kari)

    entry = AuditEntry.objects.first()
    assert AuditEntry.objects.count() == before + 1
    assert (entry.purpose, entry.by) == ("my_day", kari)
    assert {row.reference for row in entry.about.all()} == {one.reference, two.reference}


def test_as_many_queries_for_many_as_for_few(kari, kaja, django_assert_max_num_queries):
    def somebody():
        one = applicant(kari)
        changes.ask_for_certificate(volunteer=one, on=days_ago(9), by=kari)
        changes.raise_concern(volunteer=one, on=days_ago(9), kind="other", by=kari)

    terms = accounts.terms(kari.association)
    counted = []
    for rows in (1, 3):
        while queries.visible_to(kari).count() < rows:
            somebody()
        with django_assert_max_num_queries(6) as seen:  # rows, keys, the log
            assert len(queries.day_lines(kari, terms)) == 3 * rows
        counted.append(len(seen))

    assert counted[0] == counted[1]


def test_the_count_agrees_with_the_rule(kari):
    for by_two in (False, True):
        one = applicant(kari, birth_year=1980 if by_two else None, applied_on=None)
        changes.note_interview(volunteer=one, on=timezone.localdate(), outcome="suitable", by=kari)
    from ressursvenn.volunteers import facts

    known = facts.of_many(queries.visible_to(kari)).values()
    assert sum(map(rules.half_known, known)) == 2
    assert told(kari) == [(Weight.TO_SETTLE, "2 ressursvenner har noe som må avklares.")]
