"""What each value in a release's files means. A test holds it against the files themselves."""

from __future__ import annotations

FIELDS = (
    ("format", "Navnet på dette oppsettet. Et nytt oppsett får et nytt navn."),
    (
        "year, limit, counted_on",
        "Året tallene gjelder, grensen de er laget under, og dagen det ble telt.",
    ),
    (
        "tables",
        "Hver tabell: kode, tittel, hvem den gjelder (about), definisjon med versjon, hvor fin den er (way), "
        "klasser og sum (total).",
    ),
    ("tables.classes", "Hver klasse: kode, ord og antall. Antallet er null når det er skjult."),
    ("left_out", "Tabeller i katalogen som ikke er med dette året, og hvorfor (why)."),
    (
        "outcomes",
        "Gjennomsnittlig endring i trinn (mean), 95 prosent intervall (low, high) og hvor mange det hviler på "
        "(n). Bare når minst ti har svart, og alle klassene er vist.",
    ),
    (
        "road",
        "De som søkte om å bli ressursvenn, og hvor mange som er kommet til hvert trinn. Ingen deltakere.",
    ),
    ("definitions", "Hvilken versjon av hver definisjon som gjaldt."),
    (
        "links",
        "Regnestykker alle kan vite at stemmer: summen av koeffisient ganger rute er lik equals. En rute heter "
        "år/tabell/klasse, og summen av en tabell heter *. De er med så andre kan prøve beskyttelsen.",
    ),
    ("missing", "Det som ikke er med, i ord."),
    (
        "protection",
        "Hvordan det er skjult (method), hvor mange ruter (hidden), hvor få det er bevist at ikke kunne vært "
        "nok (bound), og hvilke tidligere år det er prøvd sammen med (against).",
    ),
)
COLUMNS = (
    ("år, tabell, definisjon", "Hvilket år og hvilken tabell, og definisjonen med versjon."),
    ("gjelder", "Hvem som er telt."),
    ("klasse, ord", "Klassens kode og ord. * er summen."),
    (
        "antall",
        "Hvor mange. Et kolon betyr at tallet ikke vises, en strek at det ikke er noe tall.",
    ),
    ("merknad", "Hvorfor et tall ikke vises."),
)
