from ressursvenn.volunteers import queries


def test_sql(world, django_assert_num_queries, kari):
    from ressursvenn.volunteers.models import Volunteer
    from ressursvenn.volunteers.queries.notes import SLIPS, _on

    v = Volunteer.objects.first()
    with django_assert_num_queries(3) as q:
        n = queries.notes_on(v)
    print(q[0]["sql"])
    print(n)
