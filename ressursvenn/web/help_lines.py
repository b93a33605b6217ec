"""Where help is. The one reviewed table: nothing else in the house may name a number.

Each row says where it was read and on which day: nobody has called to hear that it is right, and no page says
so. A row that nobody has checked (`checked_on` is None) is never shown to the public; the desk shows it as
waiting, with the service's own site, where whoever checks it begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

OWNER = "nasjonal rådgiver"
REVIEWED_EVERY = timedelta(days=180)
READ = date(2026, 11, 24)
NOT_FOUND = "ikke funnet"
UNSOURCED = "alminnelig kjent, ikke lest noe sted"
TROMSO = "tromso.kommune.no/helse-og-omsorg/vold-og-overgrep/opplever-du-vold-eller-overgrep"
NRK = (
    "nrk.no/osloogviken/over-100-barn-under-ni-ar-har-tatt-kontakt-_-hjelpetelefoner-slar-alarm-"
    "1.15736352"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class HelpLine:
    """`first` stands at the top of every public page; `when` says whom it is for.

    A service without one number of its own has `site` alone. `site` is also where a number is checked.
    """

    name: str
    when: str
    name_en: str
    when_en: str
    source: str
    number: str = ""
    site: str = ""
    hours: str = ""
    hours_en: str = ""
    checked_on: date | None = None
    owner: str = OWNER
    first: bool = False

    @property
    def dial(self) -> str:
        return self.number.replace(" ", "")

    @property
    def address(self) -> str:
        return f"https://{self.site}"

    @property
    def read_at(self) -> str:
        """The source by its host alone, for a sentence."""
        return self.source.partition("/")[0]

    @property
    def review_by(self) -> date | None:
        """The day somebody has to have read it anew."""
        return self.checked_on + REVIEWED_EVERY if self.checked_on else None

    def is_stale(self, today: date) -> bool:
        return self.review_by is not None and self.review_by < today


HELP_LINES = (
    HelpLine(
        number="112",
        name="politiet",
        when="Er noen i fare nå?",
        hours="alltid åpent",
        when_en="Is someone in danger now?",
        name_en="the police",
        hours_en="always open",
        source=TROMSO,
        checked_on=READ,
        first=True,
    ),
    HelpLine(
        number="116 006",
        name="vold- og overgrepslinjen",
        when="Vil du snakke med noen?",
        hours="hele døgnet, gratis og anonymt",
        when_en="Do you want to talk to someone?",
        name_en="the violence and abuse helpline",
        hours_en="day and night, free and anonymous",
        source="nordlandsforskning.no/nb/publikasjoner/report/evaluering-av-vo-linjen",
        site="volinjen.no",
        checked_on=READ,
        first=True,
    ),
    HelpLine(
        number="113",
        name="ambulanse",
        when="Er noen alvorlig skadd?",
        hours="alltid åpent",
        when_en="Is someone badly hurt?",
        name_en="ambulance",
        hours_en="always open",
        source=TROMSO,
        checked_on=READ,
    ),
    HelpLine(
        number="116 117",
        name="legevakt",
        when="Trenger du lege, men det er ikke livstruende?",
        when_en="Do you need a doctor, but it is not life-threatening?",
        name_en="out-of-hours doctor",
        source=TROMSO,
        checked_on=READ,
    ),
    HelpLine(
        number="116 111",
        name="alarmtelefonen for barn og unge",
        when="Er du ung, eller bekymret for et barn?",
        hours="hele døgnet",
        when_en="Are you young, or worried about a child?",
        name_en="the helpline for children and young people",
        hours_en="day and night",
        source=NRK,
        checked_on=READ,
    ),
    # From here on nobody has checked anything.
    HelpLine(
        number="02800",
        name="politiet, når det ikke haster",
        when="Vil du snakke med politiet uten at det haster?",
        when_en="Do you want to talk to the police when it is not urgent?",
        name_en="the police, not urgent",
        source=UNSOURCED,
    ),
    HelpLine(
        name="krisesentrene",
        when="Vil du finne det nærmeste krisesenteret?",
        hours="gratis, også bare på dagtid",
        when_en="Do you want to find the nearest crisis centre?",
        name_en="the crisis centres",
        hours_en="free, also for the day only",
        source="nrk.no/buskerud/dagtilbudet-ved-krisesenteret-kan-redde-flere-kvinner-1.16836429",
        site="krisesenter.com",
    ),
    HelpLine(
        name="dinutvei.no",
        when="Vil du lese mer, eller spørre skriftlig?",
        when_en="Do you want to read more, or ask in writing?",
        name_en="dinutvei.no, a national guide",
        source="helsebiblioteket.no/innhold/artikler/psykisk-helse/psyknytt/"
        "din-utvei-hjelp-for-folk-som-vil-ut-av-en-overgrepssituasjon",
        site="dinutvei.no",
    ),
    HelpLine(
        number="116 123",
        name="Mental Helse",
        when="Er det tungt, og vil du at noen skal lytte?",
        hours="hele døgnet, gratis",
        when_en="Is it heavy, and do you want someone to listen?",
        name_en="Mental Helse, a helpline",
        hours_en="day and night, free",
        source=NRK,
        site="sidetmedord.no",
    ),
    HelpLine(
        number="22 40 00 40",
        name="Kirkens SOS",
        when="Vil du snakke eller skrive med noen, også om natten?",
        hours="hele døgnet",
        when_en="Do you want to talk or write with someone, also at night?",
        name_en="Kirkens SOS, a helpline of the church",
        hours_en="day and night",
        source=NRK,
        site="soschat.no",
    ),
    HelpLine(
        name="Nok.-sentrene",
        when="Har du vært utsatt for seksuelle overgrep?",
        hours="fra 16 år, gratis, uten henvisning, med tolk",
        when_en="Have you been sexually abused?",
        name_en="the Nok. centres",
        hours_en="from 16 years, free, no referral, with interpreter",
        source="noksentrene.no/sporsmal-og-svar/",
        site="noksentrene.no",
    ),
    HelpLine(
        name="overgrepsmottaket, gjennom legevakten",
        when="Trenger du hjelp rett etter et overgrep, uten å måtte anmelde?",
        when_en="Do you need help right after an assault, without having to report it?",
        name_en="the assault centre, through the out-of-hours doctor",
        source=TROMSO,
    ),
    HelpLine(
        number="815 55 201",
        name="Røde Kors-telefonen om tvangsekteskap og kontroll",
        when="Er det familien som bestemmer over deg?",
        when_en="Does your family decide over you?",
        name_en="the Red Cross line on forced marriage and control",
        source=UNSOURCED,
    ),
    HelpLine(
        number="800 40 008",
        name="støttesenteret for kriminalitetsutsatte",
        when="Har du anmeldt, eller lurer du på om du skal?",
        when_en="Have you reported it, or do you wonder whether to?",
        name_en="the support centre for victims of crime",
        source=UNSOURCED,
    ),
    HelpLine(
        name="JURK, rettshjelp for kvinner",
        when="Vil du spørre om rettighetene dine?",
        when_en="Do you want to ask about your rights?",
        name_en="JURK, legal advice for women",
        source=NOT_FOUND,
    ),
    HelpLine(
        name="Alternativ til Vold og Reform",
        when="Er det du som bruker vold, og vil slutte?",
        when_en="Is it you who use violence, and want to stop?",
        name_en="ATV and Reform, for those who use violence",
        source=NOT_FOUND,
    ),
)


def shown() -> tuple[HelpLine, ...]:
    """What the public may call: only what somebody has checked."""
    return tuple(line for line in HELP_LINES if line.checked_on and line.number)


def places() -> tuple[HelpLine, ...]:
    """What the public may look up, where a service has no one number: only what somebody has checked."""
    return tuple(line for line in HELP_LINES if line.checked_on and not line.number)


@dataclass(frozen=True, slots=True)
class Row:
    """One line as the desk reads it."""

    line: HelpLine
    stale: bool

    @property
    def waits(self) -> bool:
        return self.line.checked_on is None


def desk(today: date) -> list[Row]:
    """All of them: what has to be done first, first. To be read anew, waiting, and the rest."""
    rows = [Row(line, line.is_stale(today)) for line in HELP_LINES]
    return sorted(rows, key=lambda row: (not row.stale, not row.waits))
