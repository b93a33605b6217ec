"""The agenda of the made-up world. Demands and figures are the alliance's and NKS's own, with where they stand;
every body and everything that happened with it is invented: nobody real is said to have promised anything.
"""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from ressursvenn.agenda import changes

KAMPSAKER = "https://www.sanitetskvinnene.no/vare-kampsaker/helhetlig-oppfolging-til-voldsutsatte"
ABOUT = "https://xn--rdknapp-q1a.no/om-rod-knapp/"
INVENTED = "Oppdiktet, til øving"
BODIES = {
    "storting": ("storting", "Komiteen for trygghet (oppdiktet)"),
    "ministry": ("ministry", "Departementet for hverdager (oppdiktet)"),
    "fjellvik": ("municipality", "Fjellvik kommune (oppdiktet)"),
    "party": ("party", "Fjellpartiet (oppdiktet)"),
}
DEMANDS: tuple[dict[str, Any], ...] = (
    {
        "hole": "rights", "raised": 700, "to": ("storting", "party"),
        "title": "Loven skal bygge på samtykke",
        "body": "Det som ikke er frivillig, er et overgrep. Loven skal si det rett ut.",
        "source": ("NKS krever en samtykkelov", "NKS: Våre kampsaker", 2026, KAMPSAKER),
        "happened": (
            ("contact", 600, "party", "Vi la fram kravet for programkomiteen."),
            ("answer", 560, "party", "Partiet svarte at det vil behandle kravet på landsmøtet."),
            ("promise", 400, "party", "Landsmøtet vedtok å gå inn for en samtykkelov.", 30),
            ("kept", 60, "party", "Partiet fremmet forslaget."),
        ),
    },
    {
        "hole": "help", "raised": 640, "to": ("storting", "ministry"),
        "title": "Ressursvenn skal ha sin egen plass i statsbudsjettet",
        "body": "Et tilbud som lever av prosjektmidler, kan ingen regne med. Oppfølging etter krisesenteret "
        "skal finnes der folk bor, og neste år også.",
        "source": ("NKS ber om en plass i statsbudsjettet", "NKS: Våre kampsaker", 2026, KAMPSAKER),
        "happened": (
            ("contact", 500, "ministry", "Vi møtte departementets ledelse."),
            ("promise", 330, "ministry", "Departementet lovet å ta det inn i neste budsjett.", 50),
            ("broken", 45, "ministry", "Budsjettet kom uten posten."),
        ),
    },
    {
        "hole": "help", "raised": 500, "to": ("fjellvik",),
        "title": "Et godt krisesenter skal finnes nær alle",
        "body": "Avstand skal ikke avgjøre hvem som får hjelp.",
        "source": ("NKS krever gode krisesentre overalt", "NKS: Våre kampsaker", 2026, KAMPSAKER),
        "happened": (("contact", 90, "fjellvik", "Vi tok det opp i kommunestyrets spørretime."),),
    },
    {
        "hole": "prevention", "raised": 620, "to": ("fjellvik", "ministry"),
        "title": "Hver kommune skal ha en handlingsplan mot vold som blir fulgt",
        "body": "Planen skal holdes opp mot NKVTS’ veileder, og noen skal ha ansvaret for at den brukes.",
        "source": ("Rød Knapp krever handlingsplaner som følger veilederen", "rødknapp.no", 2026, ABOUT),
        "happened": (
            ("contact", 420, "fjellvik", "Brev til ordførerkontoret."),
            ("promise", 300, "fjellvik", "Kommunestyret vedtok å lage en plan.", -120),
        ),
    },
    {
        "hole": "prevention", "raised": 580, "to": ("ministry",),
        "title": "Hjelp til den som bruker vold, skal være lett å få",
        "body": "Et lavterskeltilbud til den som er redd for å bruke vold, stopper vold før den skjer.",
        "source": ("Rød Knapp krever lavterskelhjelp til mulige utøvere", "rødknapp.no", 2026, ABOUT),
        "happened": (
            ("contact", 300, "ministry", "Innspill til høring."),
            ("refused", 200, "ministry", "Departementet svarte at det ikke blir prioritert."),
        ),
    },
    {
        "hole": "research", "raised": 660, "to": ("storting",),
        "title": "Forskningen på følgene av vold skal ha faste penger",
        "body": "Programmet ved NKVTS og NOVA skal føres videre, og det de finner, skal brukes.",
        "source": ("Rød Knapp krever penger til forskning", "rødknapp.no", 2026, ABOUT),
        "happened": (
            ("contact", 380, "storting", "Vi møtte i åpen budsjetthøring."),
            ("met", 100, "storting", "Komiteen gikk samlet inn for forslaget, og det ble vedtatt."),
        ),
    },
)  # fmt: skip
SURVEY = "Landsdekkende undersøkelse, gjengitt av Oslo Sanitetsforening"
HANDED_OUT = "https://www.krisesenter.com/rod-knapp-stopp-vold-mot-kvinner/"
OSF = "https://osf.no/rod-knapp-kampanjen-stopp-vold-mot-kvinner/"
FIGURES = (  # value, says, source, year, population, link, days to review, told
    ("8,2 %", "av kvinnene hadde vært utsatt for alvorlig vold fra partner",
     SURVEY, 2014, "kvinner i undersøkelsen", OSF, 200, True),
    ("1,9 %", "av mennene hadde vært utsatt for alvorlig vold fra partner",
     SURVEY, 2014, "menn i undersøkelsen", OSF, 200, True),
    ("110 000", "røde knapper ble delt ut det første året", "Krisesentersekretariatet", 2013,
     "knapper delt ut av alliansen", HANDED_OUT, -20, True),
    ("over 400 000", "røde knapper er delt ut", "NKS: Rød Knapp-alliansen", None,
     "knapper delt ut av alliansen", "https://www.sanitetskvinnene.no/rod-knapp-alliansen", 150, False),
)  # fmt: skip


def lay_out(world: Any) -> None:
    """Written by one of the two editors, confirmed by the other; the last of each kind still waits."""
    one, other = world.people["alliansen"], world.people["alliansen2"]
    bodies = {
        code: changes.name_addressee(kind=kind, name=name, by=one)
        for code, (kind, name) in BODIES.items()
    }
    for told in DEMANDS:
        _demand(world, told, bodies)
    for value, says, *more in FIGURES:
        _figure(world, str(value), str(says), *more)
    waits = changes.raise_demand(
        hole="rights", raised_day=world.ago(3), addressees=[bodies["storting"]],
        title="Besøksforbud skal følges opp", by=other,
        body="Et forbud som ingen passer på, beskytter ingen.",
    )  # fmt: skip
    changes.note_happening(
        demand=waits, kind="contact", day=timezone.localdate(), addressee=bodies["storting"],
        says="Vi ba om et møte.", source="", link="", promise=None, due_day=None, by=other,
    )  # fmt: skip


def _demand(world: Any, told: dict[str, Any], bodies: dict[str, Any]) -> None:
    one, other = world.people["alliansen"], world.people["alliansen2"]
    row = changes.raise_demand(
        hole=told["hole"], raised_day=world.ago(told["raised"]), title=told["title"],
        body=told["body"], addressees=[bodies[code] for code in told["to"]], by=one,
    )  # fmt: skip
    text = changes.confirm_text(text=row.texts.get(), by=other)
    for seen in (text, row.addressings.get()):
        _dated(seen, confirmed_on=world.ago(told["raised"]), written_on=world.ago(told["raised"]))
    says, source, year, link = told["source"]
    evidence = changes.put_forward_evidence(
        demand=row, says=says, source=source, year=year, link=link, figure=None, by=one
    )
    changes.confirm_evidence(evidence=evidence, by=other)
    promise = None
    for kind, days, body, said, *due in told["happened"]:
        noted = changes.note_happening(
            demand=row, kind=kind, day=world.ago(days), addressee=bodies[body], says=said,
            source=INVENTED, link="", promise=promise if kind in ("kept", "broken") else None,
            due_day=world.ago(due[0]) if due else None, by=one,
        )  # fmt: skip
        changes.confirm_happening(happening=noted, by=other)
        _dated(noted, confirmed_on=world.ago(days - 2), noted_on=world.ago(days - 1))
        promise = noted if kind == "promise" else promise


def _figure(world: Any, value: str, says: str, source: Any, year: Any, *more: Any) -> None:
    population, link, review, told = more
    row = changes.write_figure(
        value=value, says=says, source=source, year=year, population=population, link=link,
        review_day=world.ago(-abs(review)), owner=world.people["alliansen"],
        by=world.people["alliansen"],
    )  # fmt: skip
    if told:
        changes.confirm_figure(figure=row, by=world.people["alliansen2"])
        _dated(row, review_day=world.ago(-review), confirmed_on=world.ago(120))


def _dated(row: Any, **days: Any) -> Any:
    """A made-up past. The changes note today."""
    row.refresh_from_db()
    for name, day in days.items():
        setattr(row, name, day)
    row.save(update_fields=list(days))
    return row
