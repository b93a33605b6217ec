"""Invented people: a given name, a family name, an address that reaches nobody. Seeded, so repeatable."""

from __future__ import annotations

from random import Random

from mimesis import Person
from mimesis.enums import Gender
from mimesis.locales import Locale

from ressursvenn.programme import words

AREAS = {
    "oslo": ("no-oslo-oslo", "no-akershus-sandvika", "no-akershus-lillestrom", "no-akershus-ski"),
    "drammen": ("no-buskerud-drammen", "no-buskerud-kongsberg", "no-akershus-asker"),
    "moss": ("no-ostfold-moss", "no-ostfold-fredrikstad"),
}
TONGUES = ("ar", "so", "ti", "uk", "pl", "fa", "ur", "en", "kmr", "ru")


class Inventor:
    """Draws people and what they like from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._people = Person(Locale.NO, seed=seed)

    def name(self) -> tuple[str, str]:
        women = self._people.first_name(gender=Gender.FEMALE)
        return women, self._people.last_name()

    def some(self, among: list[str], least: int, most: int) -> list[str]:
        return self.random.sample(among, self.random.randint(least, most))

    def languages(self, norwegian: float) -> list[str]:
        """One or two of the many, and Norwegian with this probability."""
        spoken = self.some(list(TONGUES), 1, 2)
        return ["no", *spoken] if self.random.random() < norwegian else spoken

    def interests(self) -> list[str]:
        return self.some(list(words.INTERESTS), 2, 4)

    def times(self) -> list[str]:
        return self.some(list(words.TIMES), 1, 3)

    def wishes(self) -> list[str]:
        return self.some(list(words.WISHES), 1, 3)

    def area(self, house: str) -> str:
        """The association's own town more often than its neighbours."""
        towns = AREAS[house]
        return self.random.choice((towns[0], *towns))
