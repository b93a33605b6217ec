"""The pages: few questions, as few with more rows, who gets in, and nothing of it anywhere else."""

import pytest
from django.urls import reverse

from ressursvenn.support import changes
from tests.access.test_query_counts import AT_MOST, counted

from .conftest import TALK, ahead, an_evening, came, days_ago, long_approved

OPEN = ("support:all", "support:group", "support:evening", "support:of", "support:new_group")


def filled(group, evening, kari, kaja, people, names):
    """So many more in the group, each with an evening, a talk, and a word."""
    for day, name in enumerate(names, len(names)):
        row = long_approved(kari, kaja, first_name=name)
        member = changes.take_in(group=group, volunteer=row, by=kari)
        type(member).objects.filter(pk=member.pk).update(joined_on=days_ago(90))
        came(evening, row, kari)
        changes.note_talk(volunteer=row, on=days_ago(80), by=kari, **TALK)
        an_evening(group, kari, ahead(10 + len(name)))
        late = long_approved(kari, kaja, first_name=f"Sen{name}")
        changes.set_gathering(
            association=kari.association, on=days_ago(day), for_whom="volunteers", by=kari
        )
        assert late


def address(name, group, evening, hers) -> str:
    about = {"support:group": group, "support:evening": evening, "support:of": hers}.get(name)
    return reverse(name, args=[about.reference] if about else [])


@pytest.mark.parametrize("name", OPEN)
def test_few_questions_and_as_few_with_three_times_the_rows(
    signed_in, in_group, hers, solveig, kari, kaja, people, name
):
    in_group.places = 9
    in_group.save()
    evening = an_evening(in_group, kari, days_ago(70))
    changes.say_it_is_heavy(volunteer=hers, by=solveig, wish="ring")
    filled(in_group, evening, kari, kaja, people, ["Anne"])
    desk, at = signed_in(kari), address(name, in_group, evening, hers)

    def asked() -> int:
        with counted() as questions:
            assert desk.get(at).status_code == 200
        return len(questions)

    few = asked()
    filled(in_group, evening, kari, kaja, people, ["Berit A", "Cathrine"])

    assert asked() == few <= AT_MOST


def test_her_own_page_asks_little(signed_in, in_group, hers, solveig, kari):
    an_evening(in_group, kari, ahead(3))
    phone = signed_in(solveig)

    with counted() as questions:
        phone.get("/v/veiledning/")

    assert len(questions) <= AT_MOST


def test_names_on_the_overview_are_one_reading(signed_in, hers, solveig, kari, kaja):
    from ressursvenn.protection.models import AuditEntry

    long_approved(kari, kaja, first_name="Berit")
    changes.say_it_is_heavy(volunteer=hers, by=solveig)
    before = AuditEntry.objects.count()

    page = signed_in(kari).get("/a/veiledning/").content.decode()

    assert "Berit" in page
    entries = AuditEntry.objects.order_by("-pk")[: AuditEntry.objects.count() - before]
    assert [(entry.did, entry.purpose) for entry in entries] == [("protection.opened", "list")]
