"""What a walk along the road does in the rooms above it: a course with one place, papers, and the farewell."""

from __future__ import annotations

from datetime import time
from typing import Any

from ressursvenn.agreements import changes as agreements
from ressursvenn.training import changes as training
from ressursvenn.training import facts
from ressursvenn.volunteers import changes as volunteers

from .conftest import applicant, days_ago


class Elsewhere:
    """One course, somebody else who wants the place, and an account for her who walks."""

    def __init__(self, hers: Any, people: dict[str, Any]):
        kari = people["kari"]
        volunteers.link_account(volunteer=hers, person=people["solveig"], by=kari)
        self.course = training.lay_out_course(
            association=kari.association, title="Kurs", places=1, by=kari
        )
        told = {"ends": time(23), "place": "Biblioteket", "topics": ["role"], "by": kari}
        self.evenings = [
            training.put_in_evening(
                course=self.course, day=days_ago(-days), begins=time(0), hours=hours, **told
            )
            for days, hours in ((0, 12), (-7, 4), (7, 4))
        ]
        self.other = applicant(kari, first_name="Venn")

    def signs_up(self, walk: Any, by: Any) -> None:
        """She or the other: on it, off it, or back."""
        change = walk.random.choice(
            (training.sign_up, training.sign_up, training.withdraw, training.regret_withdrawal)
        )
        change(course=self.course, volunteer=walk.random.choice((walk.hers, self.other)), by=by)

    def attends(self, walk: Any, by: Any) -> None:
        """Noted, and noted otherwise."""
        how = walk.random.choice(("came", "came", "told", "missed"))
        evening = walk.random.choice(self.evenings)
        if not training.note_attendance(evening=evening, came={walk.hers: how}, by=by):
            walk.nothing(by)

    def signs(self, walk: Any, by: Any) -> None:
        """Gone through, and signed on her own screen: by her, or by whoever tries."""
        row = agreements.note_gone_through(
            volunteer=walk.hers, kind="declaration", language="nb", by=by
        )
        her = walk.people["solveig"]
        agreements.sign_herself(signing=row, by=walk.random.choice((her, her, her, by)))

    def never_so(self, walk: Any) -> None:
        """What must hold there, read off the tables."""
        queue = facts.queue_of(self.course)
        assert len(queue.with_place) <= self.course.places
        assert not queue.waiting or queue.with_place, "somebody waits for a place that is free"
        noted = walk.hers.attendances.select_related("hours", "evening")
        counted = [row for row in noted if row.hours and not row.hours.struck_on]
        assert {row.pk for row in counted} <= {row.pk for row in noted if row.how == "came"}
        assert [row.hours.hours for row in counted] == [row.evening.hours for row in counted]
        assert len({row.hours_id for row in counted}) == len(counted)
        papers = walk.hers.signings.filter(issued_on=None, laid_aside_on=None)
        assert papers.count() <= 1
        assert {row.she_signed_by for row in papers} <= {None, walk.people["solveig"]}
