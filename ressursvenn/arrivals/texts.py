"""Ready texts for an answer to an applicant, in bokmål and nynorsk. A person edits each; none sends itself.

A no says only what is true: its reasons are chosen one by one, and there is no text without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LANGUAGES = {"nb": "bokmål", "nn": "nynorsk"}


@dataclass(frozen=True, slots=True)
class Text:
    """One ready text. `{reasons}` stands where the reasons of a no come."""

    word: str
    nb: str
    nn: str

    def in_(self, language: str) -> str:
        return self.nn if language == "nn" else self.nb


NO = "no"

TEXTS: dict[str, Text] = {
    "invite": Text(
        "Inviter til en samtale",
        "Takk for at du vil bli ressursvenn. Vi vil gjerne bli kjent med deg, og inviterer deg til en "
        "samtale. Vi er to som snakker med deg, og det tar omtrent en time.\n\n"
        "Passer det (dag og klokkeslett)? Hvis ikke, foreslå gjerne en annen dag.\n\n"
        "Du trenger ikke forberede noe. Etter samtalen bestemmer både du og vi om vi går videre.",
        "Takk for at du vil bli ressursvenn. Vi vil gjerne bli kjende med deg, og inviterer deg til ein "
        "samtale. Vi er to som snakkar med deg, og det tek omtrent ein time.\n\n"
        "Passar det (dag og klokkeslett)? Om ikkje, kom gjerne med framlegg om ein annan dag.\n\n"
        "Du treng ikkje førebu noko. Etter samtalen avgjer både du og vi om vi går vidare.",
    ),
    "more": Text(
        "Vi trenger å vite mer",
        "Takk for at du vil bli ressursvenn. Før vi avtaler en samtale, trenger vi å vite litt mer:\n\n"
        "– (skriv hva dere trenger å vite)\n\n"
        "Svar når det passer deg, helst i løpet av en uke. Ring gjerne i stedet hvis det er enklere.",
        "Takk for at du vil bli ressursvenn. Før vi avtaler ein samtale, treng vi å vite litt meir:\n\n"
        "– (skriv kva de treng å vite)\n\n"
        "Svar når det passar deg, helst i løpet av ei veke. Ring gjerne i staden om det er enklare.",
    ),
    NO: Text(
        "Et vennlig nei",
        "Takk for at du ville bli ressursvenn, og for at du tok deg tid til å søke. Denne gangen må vi "
        "dessverre si nei.\n\n{reasons}\n\n"
        "Opplysningene dine slettes hos oss om {days} dager. Vi setter pris på at du ville bidra.",
        "Takk for at du ville bli ressursvenn, og for at du tok deg tid til å søkje. Denne gongen må vi "
        "dessverre seie nei.\n\n{reasons}\n\n"
        "Opplysningane dine blir sletta hos oss om {days} dagar. Vi set pris på at du ville bidra.",
    ),
    "later": Text(
        "Vi kommer tilbake etter sommeren",
        "Takk for at du vil bli ressursvenn. Vi tar ikke inn nye akkurat nå, men begynner igjen etter "
        "sommeren. Da tar vi kontakt med deg, senest i september.\n\n"
        "Har du ombestemt deg innen da, er det bare å si fra, så sletter vi opplysningene dine.",
        "Takk for at du vil bli ressursvenn. Vi tek ikkje inn nye akkurat no, men startar opp att etter "
        "sommaren. Då tek vi kontakt med deg, seinast i september.\n\n"
        "Har du ombestemt deg innan då, er det berre å seie frå, så slettar vi opplysningane dine.",
    ),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """A true reason for a no, as it is chosen and as it is written."""

    word: str
    nb: str
    nn: str

    def in_(self, language: str) -> str:
        return self.nn if language == "nn" else self.nb


REASONS: dict[str, Reason] = {
    "full": Reason(
        "Vi tar ikke inn flere nå",
        "Vi har så mange frivillige som vi klarer å følge opp på en god måte nå.",
        "Vi har så mange frivillige som vi klarer å følgje opp på ein god måte no.",
    ),
    "age": Reason(
        "Aldersgrensen",
        "En ressursvenn må ha fylt {age} år. Du er velkommen til å søke når du har det.",
        "Ein ressursvenn må ha fylt {age} år. Du er velkomen til å søkje når du har det.",
    ),
    "year": Reason(
        "Kan ikke binde seg så lenge",
        "Vi ber om at en ressursvenn blir med i minst {months} måneder, siden det tar tid å bli trygge "
        "på hverandre.",
        "Vi ber om at ein ressursvenn blir med i minst {months} månader, sidan det tek tid å bli trygge "
        "på kvarandre.",
    ),
    "course": Reason(
        "Kan ikke ta kurset",
        "Alle ressursvenner tar kurset vårt først, og vi kan ikke gjøre unntak fra det.",
        "Alle ressursvenner tek kurset vårt først, og vi kan ikkje gjere unntak frå det.",
    ),
    "other_task": Reason(
        "Passer bedre i en annen oppgave",
        "Etter det du har fortalt, tror vi at du passer bedre i en annen oppgave hos oss. Vil du høre "
        "mer om det, svar gjerne på denne meldingen.",
        "Etter det du har fortalt, trur vi at du passar betre i ei anna oppgåve hos oss. Vil du høyre "
        "meir om det, svar gjerne på denne meldinga.",
    ),
    "not_now": Reason(
        "Vi tror ikke det er riktig nå",
        "Vi har tenkt grundig gjennom det, og tror ikke at denne oppgaven er riktig for deg nå. Det sier "
        "ikke noe om deg som menneske, og du kan ringe oss hvis du vil snakke om det.",
        "Vi har tenkt grundig gjennom det, og trur ikkje at denne oppgåva er rett for deg no. Det seier "
        "ikkje noko om deg som menneske, og du kan ringje oss om du vil snakke om det.",
    ),
}  # fmt: skip


def written(
    *, text: str, language: str, reasons: Iterable[str], to: str, from_: str, house: str,
    age: int, months: int, days: int,
) -> str:  # fmt: skip
    """The ready text, to be edited: whom it is to, what it says, whom it is from."""
    chosen = set(reasons)
    said = [one.in_(language) for code, one in REASONS.items() if code in chosen]
    numbers = {"age": age, "months": months, "days": days}
    told = "\n\n".join(sentence.format(**numbers) for sentence in said)
    body = TEXTS[text].in_(language).format(reasons=told, **numbers)
    greeting = "Vennleg helsing" if language == "nn" else "Vennlig hilsen"
    return f"Hei, {to}!\n\n{body}\n\n{greeting}\n{from_}\n{house}"
