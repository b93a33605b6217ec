"""When something may reach her: a stretch of the day in Oslo, every day or on working days.

The wall clock is what counts, so the two nights when it is moved change nothing. Nothing is begun in the
last minutes, since what is sent takes a moment to arrive.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.utils import timezone

LAST_MINUTES = 5
# At other hours the house sends her nothing, whatever is chosen.
DAY_BEGINS, DAY_ENDS = time(8), time(21)
LOOK_AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Window:
    begins: time = DAY_BEGINS
    ends: time = DAY_ENDS
    working_days: bool = False

    def holds(self, now: datetime) -> bool:
        """May something be sent at this moment?"""
        here = timezone.localtime(now, timezone.get_default_timezone())
        if self.working_days and not is_working_day(here.date()):
            return False
        return self._first <= here.time() < self._last

    def opens(self, now: datetime) -> datetime | None:
        """The next moment it holds; None when it does not for a fortnight."""
        if self.holds(now):
            return now
        here = timezone.localtime(now, timezone.get_default_timezone())
        for ahead in range(LOOK_AHEAD.days):
            day = here.date() + timedelta(days=ahead)
            moment = datetime.combine(day, self._first, timezone.get_default_timezone())
            if moment > here and self.holds(moment):
                return moment
        return None

    def within(self, begins: time, ends: time) -> Window:
        """The part of it between two times of the day."""
        return replace(self, begins=max(begins, self.begins), ends=min(ends, self.ends))

    @property
    def never(self) -> bool:
        """Nothing fits in it."""
        return self._first >= self._last

    @property
    def _first(self) -> time:
        return max(self.begins, DAY_BEGINS)

    @property
    def _last(self) -> time:
        ends = min(self.ends, DAY_ENDS)
        minutes = max(0, ends.hour * 60 + ends.minute - LAST_MINUTES)
        return time(*divmod(minutes, 60))

    def __str__(self) -> str:
        days = "hverdager" if self.working_days else "alle dager"
        return f"{days} {_clock(self.begins)}–{_clock(self.ends)}"


def _clock(moment: time) -> str:
    return f"{moment:%H.%M}" if moment.minute else f"{moment.hour}"


def is_working_day(day: date) -> bool:
    """Monday to Friday, and neither a holiday nor the eve of Christmas or of the new year."""
    return day.weekday() < 5 and day not in _holidays(day.year)


FIXED = ((1, 1), (5, 1), (5, 17), (12, 24), (12, 25), (12, 26), (12, 31))
FROM_EASTER = (-3, -2, 1, 39, 50)  # Maundy Thursday, Good Friday, Easter, Ascension, Whit Monday


def _holidays(year: int) -> set[date]:
    easter = _easter(year)
    fixed = {date(year, month, day) for month, day in FIXED}
    return fixed | {easter + timedelta(days=days) for days in FROM_EASTER}


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps, after = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * after + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
