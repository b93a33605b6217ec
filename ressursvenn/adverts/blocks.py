"""The blocks of an advert: what each says in bokmål and nynorsk, and how they make one text.

Pure. The same choice and the same numbers of the programme give the same text. Nobody has confirmed the
words; the page where they are put together says so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ressursvenn.programme.limits import Limits

from . import words
from .words import listed

Told = dict[str, Any]  # what JSON can hold: it is stored when it is published


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """What somebody has chosen. Codes, but for `towns`, which are names, and `who`."""

    language: str
    heading: str
    who: str
    doing: Sequence[str]
    getting: Sequence[str]
    languages: Sequence[str] = ()
    towns: Sequence[str] = ()
    times: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes in the one language, with the numbers and what was chosen at hand."""

    choice: Choice
    limits: Limits

    def say(self, nb: str, nn: str) -> str:
        """`{who}` and the numbers stand where they belong."""
        chosen = nn if self.choice.language == words.NYNORSK else nb
        return chosen.format(**self._known())

    def some(self, codes: Sequence[str], of: Mapping[str, words.Both]) -> list[str]:
        """The words of codes, in the order of the list."""
        return [both[self.choice.language] for code, both in of.items() if code in set(codes)]

    def _known(self) -> dict[str, Any]:
        limits = self.limits
        return {
            "who": self.choice.who,
            "age": limits.age_at_least,
            "months": limits.commitment_months,
            "hours": limits.course_hours,
            "often": f"{limits.meet_ups_a_month_from}–{limits.meet_ups_a_month_to}",
            "days": limits.answer_applicant_days,
        }


def compose(choice: Choice, limits: Limits) -> Told:
    """The whole advert. With languages it names the national organisation: an association is a town."""
    if choice.languages:
        choice = _unplaced(choice)
    pen = _Pen(choice, limits)
    sections = [_who(pen), _doing(pen), _time(pen), _asked(pen), _getting(pen), _heavy(pen)]
    sections += [_languages(pen)] if choice.languages else []
    return {
        "language": choice.language,
        "title": words.HEADINGS[choice.heading][choice.language],
        "who": choice.who,
        "summary": _summary(pen),
        "sections": [*sections, _apply(pen)],
        "place": _place(pen),
        "towns": [] if choice.languages else list(choice.towns),
        "time": pen.say("{often} ganger i måneden", "{often} gonger i månaden"),
        "start": pen.say(
            "Fortløpende, når kurs og samtaler er gjort",
            "Fortløpande, når kurs og samtalar er gjorde",
        ),
        "end": pen.say("Minst {months} måneder", "Minst {months} månader"),
        "age": pen.say("Fra {age} år", "Frå {age} år"),
    }


def _unplaced(choice: Choice) -> Choice:
    return Choice(
        language=choice.language, heading=choice.heading, who=words.NATIONAL, doing=choice.doing,
        getting=choice.getting, languages=choice.languages,
    )  # fmt: skip


def _section(
    heading: str, *paragraphs: str, points: Sequence[str] = (), after: Sequence[str] = ()
) -> Told:
    return {
        "heading": heading,
        "before": list(paragraphs),
        "points": list(points),
        "after": list(after),
    }


def _summary(pen: _Pen) -> str:
    return pen.say(
        "Møt ett menneske som har kommet seg ut av livet med en voldelig partner. {often} treff i måneden, i "
        "minst {months} måneder.",
        "Møt eitt menneske som har kome seg ut av livet med ein valdeleg partnar. {often} treff i månaden, i "
        "minst {months} månader.",
    )


def _who(pen: _Pen) -> Told:
    ours = pen.say(
        "{who} søker ressursvenner. En ressursvenn er en frivillig som møter et menneske som har lagt livet "
        "med en voldelig partner bak seg, når den akutte tiden er over. Sanitetsforeningen gjør dette sammen "
        "med krisesenteret.",
        "{who} søkjer ressursvenner. Ein ressursvenn er ein frivillig som møter eit menneske som har lagt "
        "livet med ein valdeleg partnar bak seg, når den akutte tida er over. Sanitetsforeininga gjer dette "
        "saman med krisesenteret.",
    )
    return _section(pen.say("Hvem vi er", "Kven vi er"), ours)


def _doing(pen: _Pen) -> Told:
    return _section(
        pen.say("Hva du gjør", "Kva du gjer"),
        pen.say(
            "Du møter ett menneske over lang tid. Det er uformelt og koster ingenting. Dere kan for eksempel:",
            "Du møter eitt menneske over lang tid. Det er uformelt og kostar ingenting. De kan til dømes:",
        ),
        points=pen.some(pen.choice.doing, words.DOING),
        after=[
            pen.say(
                "Du er et medmenneske og en støtte. Du er ikke behandler, og du trenger ingen fagutdanning.",
                "Du er eit medmenneske og ei støtte. Du er ikkje behandlar, og du treng inga fagutdanning.",
            )
        ],
    )


def _time(pen: _Pen) -> Told:
    told = [
        pen.say(
            "Dere treffes {often} ganger i måneden, når det passer for begge. Du sier ja til minst {months} "
            "måneder. Før det kommer et kurs på {hours} timer.",
            "De treffest {often} gonger i månaden, når det passar for begge. Du seier ja til minst {months} "
            "månader. Før det kjem eit kurs på {hours} timar.",
        )
    ]
    if times := pen.some(pen.choice.times, words.TIMES):
        word = pen.say("Det er fint om du kan", "Det er fint om du kan")
        told.append(f"{word} {listed(times)}.")
    return _section(pen.say("Tid, og hvor lenge", "Tid, og kor lenge"), *told)


def _asked(pen: _Pen) -> Told:
    return _section(
        pen.say("Dette ber vi om", "Dette ber vi om"),
        points=requirements(pen.choice, pen.limits),
        after=_why_certificate(pen) if pen.limits.certificate_required else [],
    )


def requirements(choice: Choice, limits: Limits) -> list[str]:
    """What somebody must be and do, one a line."""
    pen = _Pen(choice, limits)
    certificate = [pen.say("Du viser oss politiattest.", "Du viser oss politiattest.")]
    return [
        pen.say("Du er minst {age} år.", "Du er minst {age} år."),
        pen.say(
            "Du kommer til en samtale med to av oss.", "Du kjem til ein samtale med to av oss."
        ),
        pen.say(
            "Du tar et kurs på {hours} timer: om vold, taushetsplikt, grenser og rollen som ressursvenn.",
            "Du tek eit kurs på {hours} timar: om vald, teieplikt, grenser og rolla som ressursvenn.",
        ),
        pen.say("Du skriver under på taushetsplikt.", "Du skriv under på teieplikt."),
        *(certificate if limits.certificate_required else []),
    ]


def _why_certificate(pen: _Pen) -> list[str]:
    return [
        pen.say(
            "Hvorfor politiattest? Den du møter, skal kunne stole på deg, og noen ganger er barn med. Du "
            "søker om attesten selv, og den er din: vi ser på den, skriver ned dagen og gir den tilbake. Vi "
            "tar ikke kopi. Attesten er bare én av flere ting vi ser på.",
            "Kvifor politiattest? Den du møter, skal kunne stole på deg, og nokre gonger er barn med. Du "
            "søkjer om attesten sjølv, og han er din: vi ser på han, skriv ned dagen og gir han tilbake. Vi "
            "tek ikkje kopi. Attesten er berre éin av fleire ting vi ser på.",
        )
    ]


def _getting(pen: _Pen) -> Told:
    return _section(
        pen.say("Dette får du", "Dette får du"),
        points=pen.some(pen.choice.getting, words.GETTING),
        after=[
            pen.say(
                "En koordinator følger dere opp hele veien, og er den du ringer når du lurer på noe.",
                "Ein koordinator følgjer dykk opp heile vegen, og er den du ringjer når du lurer på noko.",
            )
        ],
    )


def _heavy(pen: _Pen) -> Told:
    """Honest about the hard parts: never left out."""
    return _section(
        pen.say("Dette kan være tungt", "Dette kan vere tungt"),
        points=[
            pen.say(
                "Du kan få høre historier som gjør vondt, og som blir med deg hjem.",
                "Du kan få høyre historier som gjer vondt, og som blir med deg heim.",
            ),
            pen.say(
                "Avtaler blir avlyst. Noen ganger går det tilbake før det går fram. Noen ganger stopper det.",
                "Avtalar blir avlyste. Nokre gonger går det tilbake før fram. Nokre gonger stoppar det.",
            ),
            pen.say(
                "Du får vite lite på forhånd, og du kan ikke fortelle hjemme hvem du møter.",
                "Du får vite lite på førehand, og du kan ikkje fortelje heime kven du møter.",
            ),
            pen.say(
                "Du kan bli bekymret. Da sier du fra til koordinatoren, og er ikke alene om det.",
                "Du kan bli uroleg. Då seier du frå til koordinatoren, og er ikkje åleine om det.",
            ),
        ],
        after=[
            pen.say(
                "Blir det for tungt, kan du si det, ta en pause eller slutte.",
                "Blir det for tungt, kan du seie det, ta ein pause eller slutte.",
            )
        ],
    )


def _languages(pen: _Pen) -> Told:
    named = listed(
        word for code, word in words.STANDING.items() if code in set(pen.choice.languages)
    )
    word = pen.say(
        "Det er fint om du snakker ett av disse språkene godt. Det er ikke et krav:",
        "Det er fint om du snakkar eitt av desse språka godt. Det er ikkje eit krav:",
    )
    return _section(pen.say("Språk", "Språk"), f"{word} {named}.")


def _place(pen: _Pen) -> str:
    choice = pen.choice
    if choice.languages:
        return pen.say("Flere steder i landet", "Fleire stader i landet")
    if choice.towns:
        return listed(choice.towns)
    return pen.say("Avtales når vi snakkes", "Avtalast når vi snakkast")


def _apply(pen: _Pen) -> Told:
    return _section(
        pen.say("Slik søker du", "Slik søkjer du"),
        pen.say(
            "Søknaden tar omtrent ti minutter, også på telefonen. Du får svar innen {days} dager.",
            "Søknaden tek om lag ti minutt, også på telefonen. Du får svar innan {days} dagar.",
        ),
    )


def as_text(told: Told) -> str:
    """The sections as plain text, for a field on another site or a feed."""
    return "\n\n".join(_as_text(section) for section in told["sections"])


def _as_text(section: Told) -> str:
    points = [f"– {point}" for point in section["points"]]
    return "\n".join([section["heading"], *section["before"], *points, *section["after"]])


def print_of(told: Told) -> str:
    """What stands for exactly this text, between the page that shows it and the yes."""
    return sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
