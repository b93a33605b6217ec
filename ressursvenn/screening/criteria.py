"""What it takes to be suited, in writing: what is asked in the interview, and what answers sound like.

Pure. A set begins on a day and is never changed afterwards: notes say which set they were written by.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

OURS = "vårt forslag, til programmet har sagt sitt"
MENTOR = "MENTOR EEPM 2"


@dataclass(frozen=True, kw_only=True, slots=True)
class Criterion:
    """One thing that must hold, and how two people who talk with her find out."""

    code: str
    sentence: str
    ask: str
    good: str
    worrying: str
    source: str


FROM_2026 = (
    Criterion(
        code="motive",
        sentence="Hun vil være der for en annen, og vet hvorfor.",
        ask="Hvorfor vil du dette nå? Hva håper du at deltakeren får ut av det?",
        good="Snakker om deltakerens liv og ønsker. Kan si hva hun selv får igjen, uten å trenge det.",
        worrying="Vil redde noen, vil høre historiene, eller trenger selv den støtten hun vil gi.",
        source=MENTOR,
    ),
    Criterion(
        code="own_story",
        sentence="Har hun selv opplevd vold, er det bearbeidet nok til å være der for en annen.",
        ask="Hva kan bli tungt for deg? Hvem snakker du med da? Hun velger selv hva hun forteller.",
        good="Vet hva som kan røre ved noe, og har noen å gå til. Sier fra når det blir for mye.",
        worrying="Midt i noe selv nå, eller sier at ingenting kan gå inn på henne.",
        source="osf.no/100-koblinger-i-ressursvenn",
    ),
    Criterion(
        code="bears",
        sentence="Hun tåler å høre noe vondt uten å ta over.",
        ask="En du følger, gråter og vil ikke si hvorfor. Hva gjør du?",
        good="Blir værende, lytter, spør hva hun vil. Tar det med til veiledning etterpå.",
        worrying="Gir råd med en gang, presser fram en forklaring, eller snakker om seg selv.",
        source="osf.no/100-koblinger-i-ressursvenn",
    ),
    Criterion(
        code="silence",
        sentence="Hun holder på det hun får vite, også at de to kjenner hverandre.",
        ask="Dere møter naboen din på kafé, og hun spør hvordan dere kjenner hverandre. Hva sier du?",
        good="Har tenkt på det: avtaler med deltakeren på forhånd hva de sier.",
        worrying="Forteller om andre i intervjuet, med navn. Synes det er nok at hun selv er til å stole på.",
        source="sanitetskvinnene.no/bli-ressursvenn",
    ),
    Criterion(
        code="boundaries",
        sentence="Hun kan si nei, og vet hva som ikke er hennes oppgave.",
        ask="Hun spør om å få låne penger, eller om å bo hos deg noen dager. Hva svarer du?",
        good="Sier vennlig nei, og ringer koordinator. Vet at hun er en venn og ingen saksbehandler.",
        worrying="Ville sagt ja, holdt det for seg selv, eller ordnet opp med det offentlige på egen hånd.",
        source="sanitetskvinnene.no/bli-ressursvenn",
    ),
    Criterion(
        code="respect",
        sentence="Hun møter andre valg, annen tro og annen bakgrunn med respekt.",
        ask="Hun bestemmer seg for noe du selv aldri ville gjort. Hvordan er du sammen med henne da?",
        good="Skiller mellom sitt eget liv og hennes. Er nysgjerrig, og lar henne bestemme.",
        worrying="Snakker nedsettende om noen, eller mener at hun vet hva den andre bør gjøre.",
        source=OURS,
    ),
    Criterion(
        code="time",
        sentence="Hun har tid i et år, og et liv som rommer det.",
        ask="Hvordan ser en vanlig uke ut? Hva kan endre seg det neste året?",
        good="Har regnet på det, og har sagt fra hjemme. Sier hva hun må passe på.",
        worrying="Alt er uklart det neste året, eller hun lover mer enn vi ber om.",
        source=MENTOR,
    ),
    Criterion(
        code="together",
        sentence="Hun tar imot veiledning, og sier fra når noe er galt.",
        ask="Fortell om en gang du tok feil overfor noen. Hva gjorde du?",
        good="Kan fortelle om det, og om hva hun lærte. Vil ha noen å spørre.",
        worrying="Har aldri tatt feil, legger skylden på andre, eller vil helst klare alt alene.",
        source=MENTOR,
    ),
)

SETS: tuple[tuple[date, tuple[Criterion, ...]], ...] = ((date(2026, 1, 1), FROM_2026),)


def in_force(on: date) -> tuple[date, tuple[Criterion, ...]]:
    """The set of a day, and the day it began."""
    return max((one for one in SETS if one[0] <= on), default=SETS[0], key=lambda one: one[0])


def of_set(began: date) -> tuple[Criterion, ...]:
    """The set that began that day: what old notes were written by. Raises KeyError for no such set."""
    return dict(SETS)[began]
