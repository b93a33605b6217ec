"""The table of retention: every class of what is kept, how long, counted from what, and by whose word.

A number that nobody has confirmed says so, on the screen and in docs/data.md. The numbers themselves are
national and dated: programme/limits.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ressursvenn.programme.limits import Limits

NOBODY = "ingen har bekreftet dette ennå"
T23 = "programmets trygghetsløfte (T23), til behandlingsansvarlig har sagt noe annet"
OURS = "vårt forslag"
KEYS = "Begge nøklene ødelegges, og alle rader slettes. Igjen står en strek i loggen uten innhold."


@dataclass(frozen=True, kw_only=True, slots=True)
class Stay:
    """One line of the table. `number` names a number of the programme; without one nothing goes by age."""

    code: str
    keep: str  # the class of Handling
    what: str
    since: str
    number: str = ""
    warned: bool = False
    source: str = OURS
    means: str = "Radene slettes."
    confirmed_by: str = ""
    confirmed_on: date | None = None

    def days(self, limits: Limits) -> int | None:
        return int(getattr(limits, self.number)) if self.number else None

    @property
    def confirmed(self) -> str:
        """By whom and when, in words; that nobody has, when nobody has."""
        if self.confirmed_by and self.confirmed_on:
            return f"{self.confirmed_by} {self.confirmed_on:%d.%m.%Y}"
        return NOBODY


STAYS: dict[str, Stay] = {
    stay.code: stay
    for stay in (
        Stay(
            code="participant_withdrawn", keep="participant",
            what="en deltaker som har trukket seg", since="dagen deltakeren trakk seg",
            number="keep_refused_days", warned=True, source=T23, means=KEYS,
        ),
        Stay(
            code="participant_ended", keep="participant",
            what="en deltaker som har hatt en kobling", since="siste daterte hendelse i koblingen",
            number="keep_ended_days", warned=True, source=T23, means=KEYS,
        ),
        Stay(
            code="participant_waiting", keep="participant",
            what="en deltaker det ikke skjer noe med", since="siste handling i loggen",
            number="keep_idle_days", warned=True, means=KEYS,
        ),
        Stay(
            code="volunteer_refused", keep="volunteer",
            what="en søknad som ble avslått eller trukket", since="svaret, eller dagen hun trakk seg",
            number="keep_refused_days", warned=True, source=T23, means=KEYS,
        ),
        Stay(
            code="draft", keep="draft",
            what="en søknad som er begynt på og ikke sendt", since="dagen den sist ble lagret",
            number="keep_draft_days",
            means="Raden slettes. Bare den som har lenken, kan lese den før det.",
        ),
        Stay(
            code="volunteer_left", keep="volunteer",
            what="en ressursvenn som har sluttet", since="dagen hun sluttet",
            number="keep_ended_days", warned=True, source=T23, means=KEYS,
        ),
        Stay(
            code="volunteer_idle", keep="volunteer",
            what="en ressursvenn det ikke skjer noe med", since="siste handling i loggen",
            number="keep_idle_days", warned=True, means=KEYS,
        ),
        Stay(
            code="signed_paper", keep="signed_paper",
            what="papirene som en ressursvenn og foreningen har skrevet under", since="dagen hun sluttet",
            number="keep_signed_paper_days",
            source="sanitetskvinnene.no: makuleres når den frivillige slutter",
            means="Papirene slettes. Dager, versjon og fingeravtrykk står til hun selv slettes.",
        ),
        Stay(
            code="strain", keep="strain",
            what="at en ressursvenn har sagt at det er tungt, og samtaler med ressursvenner",
            since="dagen det ble besvart eller tatt tilbake; dagen de snakket sammen; dagen hun sluttet",
            number="keep_strain_days",
        ),
        Stay(
            code="exit_talk", keep="strain",
            what="det en ressursvenn sa da hun sluttet", since="samtalen, eller dagen hun sluttet",
            number="keep_strain_days",
        ),
        Stay(
            code="pair_closed", keep="pair",
            what="en kobling som er over, med treff og oppfølginger", since="siste daterte hendelse",
            number="keep_ended_days", source=T23,
            means="Én anonym linje telles opp først. Så slettes koblingen og alt under den.",
        ),
        Stay(
            code="tally", keep="tally",
            what="anonyme tall om koblinger: en linje for hver som er slettet, og timer i hele år", since="–",
            means="Slettes ikke: det er ikke lenger noens. Ingen side leser linjene.",
        ),
        Stay(
            code="account_volunteer", keep="account",
            what="innloggingen til en ressursvenn som har sluttet", since="dagen hun sluttet",
            number="keep_ended_days", source=T23,
            means="Navn, e-post, passord, innloggingsmåter og økter slettes. Raden står igjen uten navn.",
        ),
        Stay(
            code="account_staff", keep="account",
            what="innloggingen til en ansatt som har sluttet", since="dagen hun sluttet",
            number="keep_account_days",
            means="Det samme, men navnet står like lenge som loggen over det hun gjorde.",
        ),
        Stay(
            code="interview_notes", keep="interview_notes",
            what="det de to som intervjuet, skrev for seg selv",
            since="siste gang det ble skrevet noe, eller svaret etter intervjuet ble notert",
            number="keep_interview_days",
            means="Radene slettes. De går også med den de gjelder. At de ble skrevet, står til da.",
        ),
        Stay(
            code="interview_undecided", keep="interview_notes",
            what="det samme, der ingen har notert noe svar", since="dagen intervjuet ble holdt",
            number="keep_undecided_days",
            means="Radene slettes. Min dag sier fra før det skjer.",
        ),
        Stay(
            code="referee", keep="referee",
            what="en som er spurt om en søker, og det hun svarte",
            since="siste gang noe skjedde: notert, lenke, svar, lest",
            number="keep_interview_days",
            means="Navn og nummer går når svaret kommer, resten etter fristen, og med den det gjelder.",
        ),
        Stay(
            code="proposal", keep="workbook",
            what="en rad fra et regneark som ingen har avgjort", since="dagen regnearket ble tatt inn",
            number="keep_proposal_days",
        ),
        Stay(
            code="workbook", keep="workbook",
            what="hvilken rad i et regneark som ble hvem", since="dagen regnearket ble tatt inn",
            number="keep_workbook_days",
            means="Radene slettes. De går også med den de gjelder.",
        ),
        Stay(
            code="log", keep="audit",
            what="loggen over hva som er lest og gjort, uten navn", since="dagen det skjedde",
            number="keep_log_days", source=T23,
            means="Loggen glemmes fram til et signert punkt, så resten fortsatt kan etterprøves.",
        ),
        Stay(
            code="asked", keep="audit",
            what="hva to har vært spurt om sammen, uten navn", since="dagen det ble spurt",
            number="keep_log_days",
        ),
        Stay(
            code="verdict", keep="audit",
            what="hva personvernansvarlig har sagt om noe i loggen", since="dagen det ble sagt",
            number="keep_log_days",
        ),
        Stay(
            code="outbox", keep="outbox",
            what="at en melding er sendt, og når. Aldri hva den sa", since="dagen den ble skrevet",
            number="keep_message_days",
            means="Radene slettes. De går også med den de gjelder.",
        ),
        Stay(
            code="kept_longer", keep="kept_longer",
            what="at noen har sagt at noe trengs lenger", since="–",
            means="Slettes sammen med den det gjelder.",
        ),
        Stay(
            code="button_order", keep="button_order",
            what="hvor røde knapper skal sendes, og til hvem",
            since="dagen de ble bestilt, sendt eller avslått",
            number="keep_button_order_days",
            means="Raden med adressen slettes. Bestillingen står igjen med organisasjon, fylke og antall.",
        ),
        Stay(
            code="alliance_contact", keep="alliance_contact",
            what="hvem alliansen snakker med i en organisasjon", since="–",
            means="Navn og nummer slettes med en gang noen sier at det er en annen.",
        ),
        Stay(
            code="ambassador", keep="ambassador",
            what="den som har sagt ja til å stå fram for Rød Knapp med navn", since="–",
            means="Navn og ord slettes med en gang ambassadøren trekker seg.",
        ),
        Stay(
            code="campaign_photo", keep="campaign_photo",
            what="bilder fra aksjoner, uten noe om hvor eller når de er tatt", since="–",
            means="Bildet slettes med en gang noen tar det bort.",
        ),
        Stay(
            code="stand", keep="stand",
            what="et standpunkt ingen har bekreftet, eller som er lagt bort",
            since="dagen det kom, eller ble lagt bort", number="keep_stand_days",
            means="Raden slettes, med adressen i. Det som vises, står til den som tok det, tar det bort.",
        ),
        Stay(
            code="news_reader", keep="news_reader",
            what="adressen til en som har bedt to ganger om nyheter", since="–",
            means="Slettes med en gang leseren melder seg av.",
        ),
        Stay(
            code="association", keep="association",
            what="foreninger, krisesentre og foreningens egne tall", since="–",
            means="Slettes ikke av seg selv: det er ikke opplysninger om noen i programmet.",
        ),
        Stay(
            code="neighbourhood", keep="neighbourhood",
            what="offentlige steder og gratis ting å gjøre", since="–",
            means="Slettes ikke av seg selv: det kjenner ingen mennesker.",
        ),
        Stay(
            code="rounds", keep="rounds",
            what="når huset sist gjorde hver runde", since="–",
            means="Skrives over. Det står ingenting om noen der.",
        ),
    )
}  # fmt: skip
