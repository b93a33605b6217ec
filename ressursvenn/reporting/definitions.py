"""What a counted word means: in words, and beside them the code that counts it. A change is a new version.

A figure names its definition and version. When either the words or the code change, the version goes up, and
the years before and after are two series; a test holds each print against the code that is there.
"""

from __future__ import annotations

from dataclasses import dataclass

from ressursvenn.pairs import figures as pairs
from ressursvenn.participants import figures as participants
from ressursvenn.shapes import printed
from ressursvenn.shapes.printed import Functions
from ressursvenn.volunteers import figures as volunteers

from . import answered, flowing


@dataclass(frozen=True, kw_only=True, slots=True)
class Definition:
    """`print` is of words and code, without spaces: when it no longer fits, the definition has changed."""

    code: str
    version: int
    since: int  # the first year it counts
    word: str
    says: str
    population: str
    missing: str
    source: str
    counted_by: Functions
    print: str

    @property
    def program(self) -> str:
        """The code that counts, as it stands in the house, and what it leans on in the same file."""
        return printed.program(self.counted_by)

    @property
    def is_as_printed(self) -> bool:
        return self.print_now == self.print

    @property
    def print_now(self) -> str:
        return printed.print_of(self.counted_by, self.says, self.population)

    @property
    def named(self) -> str:
        return f"{self.code}-{self.version}"


OURS = "egen registrering; ordene er programmets, og ingen har bekreftet dem ennå"
ERASED = "En deltaker som har bedt om å bli slettet før tellingen, er ikke med."
TALLIED = (
    "Koblinger som er slettet, er med, fra den ene linjen uten navn som blir igjen; ble de slettet mens de var "
    "i gang, regnes de som avsluttet da, på en annen måte enn planlagt. Det som ikke er notert, er ikke med."
)
DEFINITIONS: tuple[Definition, ...] = (
    Definition(
        code="running", version=1, since=2025, word="Aktiv kobling",
        says="En kobling er aktiv fra dagen de to møttes første gang, til dagen den avsluttes.",
        population="Koblinger i hele landet den 31. desember.", missing=ERASED, source=OURS,
        counted_by=(pairs.running_on,), print="cc4f07a6739115e6",
    ),
    Definition(
        code="queue", version=1, since=2025, word="Venter",
        says="En deltaker venter når hun har sagt ja selv, ikke har trukket seg, og ikke har møtt noen "
        "ressursvenn ennå.",
        population="Deltakere i hele landet den 31. desember.", missing=ERASED, source=OURS,
        counted_by=(participants.waiting_on,), print="e706fb152c3057cf",
    ),
    Definition(
        code="waiting", version=1, since=2025, word="Ventetid",
        says="Dager fra deltakeren sa ja selv, til den 31. desember. Tre måneder er 91 dager, seks er 183.",
        population="Deltakere som venter den 31. desember.", missing=ERASED, source=OURS,
        counted_by=(participants.waiting_on,), print="d9d3f7957d0e22ee",
    ),
    Definition(
        code="begun", version=1, since=2025, word="Ny kobling",
        says="Regnet ut: aktive ved utgangen, og avsluttede, minus aktive sist det ble gitt ut. En kobling som "
        "er over, slettes, og det som blir igjen, sier ikke når den begynte.",
        population="Koblinger i hele landet.",
        missing="Det første året kan det ikke regnes ut, og heller ikke når et år i mellom ikke sier hvor "
        "mange som ble avsluttet. En kobling som ble slettet mens den var i gang, regnes som avsluttet det "
        "året den ble slettet.",
        source=OURS, counted_by=(flowing.begun,), print="959436fdecca802a",
    ),
    Definition(
        code="reached", version=1, since=2025, word="I gang i året",
        says="Regnet ut: koblinger som er aktive den 31. desember, og de som ble avsluttet i året. En deltaker "
        "som har hatt to koblinger i året, er med for hver av dem.",
        population="Koblinger i hele landet.", missing=f"{ERASED} {TALLIED}", source=OURS,
        counted_by=(flowing.reached,), print="4bff6e6675cb45df",
    ),
    Definition(
        code="closed", version=1, since=2025, word="Avsluttet, og avlyst",
        says="Avsluttet er en kobling der de to har møttes, og som har tatt slutt i året. Avlyst er en som var "
        "bestemt, og som ikke ble noe av før de møttes.",
        population="Koblinger i hele landet.", missing=TALLIED, source=OURS,
        counted_by=(pairs.ended_in, pairs.not_to_be_in), print="193d2a52c8539d70",
    ),
    Definition(
        code="ending", version=1, since=2025, word="Avsluttet som planlagt, og på andre måter",
        says="Det koordinatoren noterte da koblingen tok slutt: som planlagt, før tiden, uten et ord, eller at "
        "det ikke var trygt. Hva som skjedde med noen etterpå, vet vi ikke, og tallet sier ingenting om det.",
        population="Koblinger avsluttet i året.", missing=TALLIED, source=OURS,
        counted_by=(pairs.ended_in,), print="758173ae65599d6a",
    ),
    Definition(
        code="months", version=1, since=2025, word="Hvor lenge en kobling varte",
        says="Påbegynte måneder på 30 dager, fra de to møttes første gang til koblingen tok slutt.",
        population="Koblinger avsluttet i året.", missing=TALLIED, source=OURS,
        counted_by=(pairs.ended_in,), print="5fae7f2e14514df2",
    ),
    Definition(
        code="met", version=1, since=2025, word="Treff",
        says="Hvor mange ganger det er notert at de to møttes, i hele koblingens tid. En avtale som ikke ble "
        "noe av, er ikke et treff.",
        population="Koblinger avsluttet i året.", missing=TALLIED, source=OURS,
        counted_by=(pairs.ended_in,), print="c9aa5e6648baa402",
    ),
    Definition(
        code="hours", version=1, since=2025, word="Time sammen",
        says="Et treff noteres med omtrent hvor lenge det varte, og regnes som midten: under en time er en "
        "halv, en til to er halvannen, to til fire er tre, over fire er fem. Summen er for det kalenderåret.",
        population="Koblinger som er aktive den 31. desember.",
        missing="Koblinger som tok slutt i løpet av året, er ikke med. Treff som ikke er notert, er ikke med.",
        source=OURS, counted_by=(pairs.hours_of_running,), print="3165580d9fbf2f55",
    ),
    Definition(
        code="again", version=1, since=2025, word="Kommet tilbake til en kobling",
        says="Deltakeren i en aktiv kobling har hatt en kobling før, med en annen eller den samme.",
        population="Koblinger som er aktive den 31. desember.",
        missing="En tidligere kobling er glemt når deltakeren er slettet i mellomtiden.",
        source=OURS, counted_by=(pairs.again_among_running,), print="0241e0d8305655e7",
    ),
    Definition(
        code="region", version=1, since=2025, word="Del av landet",
        says="Fylket deltakeren ønsket å møtes i, samlet til fem deler av landet. Ikke der hun bor.",
        population="Koblinger avsluttet i året.",
        missing="Der området ikke er kjent, telles det sammen med resten av landet.",
        source=OURS, counted_by=(pairs.ended_in,), print="c9019198828996a5",
    ),
    Definition(
        code="change", version=1, since=2025, word="Hvordan det har gått",
        says="Ved avslutningen spørres deltakeren tre ting: hvordan hun har det, om hun har noen å støtte seg "
        "til, og om hun føler seg ensom, nå og da koblingen begynte, fra 1 til 5. Begge svarene gis samtidig. "
        "Bedre er minst ett trinn opp (for ensomhet: ned).",
        population="Koblinger avsluttet i året. De som ikke har svart, er med, som «ikke svart».",
        missing="De som ikke ble spurt, og de som ikke ville svare, telles sammen. Minnet om hvordan det var, "
        "kan være farget av hvordan det er. Det finnes ingen gruppe å sammenligne med: tallet sier hvordan "
        "noen har det, ikke hvorfor.",
        source=OURS, counted_by=(answered.answers_in,), print="6c7af73842a9d29a",
    ),
    Definition(
        code="road", version=1, since=2025, word="Ressursvennens vei",
        says="Av dem som søkte om å bli ressursvenn i året: hvor mange som er kommet til hvert trinn, og alle "
        "før det.",
        population="Søkere i hele landet i året. Ingen deltakere.",
        missing="Søkere som trakk seg eller fikk nei, slettes etter kort tid, og er da ikke med.",
        source=OURS, counted_by=(volunteers.road,), print="88cf59e149af66e7",
    ),
)  # fmt: skip
BY_CODE = {one.code: one for one in DEFINITIONS}
ALSO: dict[str, Definition] = {}  # of the rooms above, by name; none of them is about participants
