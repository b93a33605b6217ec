"""What can be noted about a volunteer, offered on her page at the fact that is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.formats import date_format

from ressursvenn.accounts.models import Person
from ressursvenn.together.queries import Waiting

from .. import changes, forms
from ..models import Volunteer
from ..queries import Notes
from ..rules import MAY_BE_APPROVED, VolunteerFacts
from ..words import UNDECIDED


@dataclass(frozen=True, slots=True)
class Act:
    """One act: its address, its form, the change it makes, and what is said afterwards.

    `about` is what the change is made to: the volunteer herself, or the latest note of a kind.
    """

    name: str
    path: str
    button: str
    form: type[forms.ActForm]
    change: Callable[..., object]
    done: str
    about: str = "volunteer"
    fresh: bool = False  # does it take a proof, just now, that it is she?


ACTS: tuple[Act, ...] = (
    Act("answered", "svar", "Noter svaret", forms.AnswerForm, changes.note_answer,
        "Det er notert at søkeren har fått svar."),
    Act("interview", "intervju", "Noter intervjuet", forms.InterviewForm, changes.note_interview,
        "Intervjuet er notert."),
    Act("interviewers", "intervjuere", "Noter hvem", forms.InterviewersForm,
        changes.name_interviewers, "Det er notert hvem som intervjuet.", "interview"),
    Act("outcome", "vurdering", "Noter hva dere fant", forms.OutcomeForm, changes.note_outcome,
        "Det er notert hva intervjuerne fant.", "interview"),
    Act("course", "kurs", "Noter kursdagen", forms.CourseForm, changes.note_course_hours,
        "Kurstimene er notert."),
    Act("confidentiality", "taushet", "Noter underskriften", forms.ConfidentialityForm,
        changes.note_confidentiality_signed, "Taushetserklæringen er notert."),
    Act("certificate_asked", "attest-bedt-om", "Noter at du har bedt om den",
        forms.CertificateAskedForm, changes.ask_for_certificate,
        "Det er notert at attesten er bedt om."),
    Act("certificate_seen", "attest-vist", "Noter at den er vist", forms.CertificateSeenForm,
        changes.note_certificate_seen, "Det er notert at attesten er vist. Attesten går tilbake."),
    Act("certificate_seer", "attest-sett-av", "Noter hvem", forms.CertificateSeerForm,
        changes.name_who_saw_certificate, "Det er notert hvem som så attesten.", "sighting"),
    Act("agreement", "avtale", "Noter avtalen", forms.AgreementForm, changes.note_agreement,
        "Avtalen er notert."),
    Act("approval", "godkjenning", "Spør om hun kan godkjennes", forms.Nothing,
        changes.ask_for_approval, "Det er spurt. Når en annen sier ja, er hun godkjent av to.",
        fresh=True),
    Act("birth_year", "fodselsaar", "Noter året", forms.BirthYearForm, changes.note_birth_year,
        "Fødselsåret er notert."),
    Act("pause", "pause", "Sett pause", forms.PauseForm, changes.pause, "Pausen er notert."),
    Act("resume", "pause-slutt", "Avslutt pausen nå", forms.Nothing, changes.resume,
        "Pausen er avsluttet."),
    Act("concern", "bekymring", "Meld bekymringen", forms.ConcernForm, changes.raise_concern,
        "Bekymringen er meldt. Ingen ny kobling før den er avklart."),
    Act("leaving", "slutt", "Noter at hun har sluttet", forms.LeavingForm, changes.note_leaving,
        "Det er notert at ressursvennen har sluttet."),
    Act("last_day", "siste-dag", "Rett dagen", forms.LastDayForm, changes.put_right_last_day,
        "Den siste dagen er rettet."),
)  # fmt: skip

BY_NAME = {act.name: act for act in ACTS}


@dataclass(frozen=True, slots=True)
class Offer:
    """An act on the page, with its form: empty, or as somebody just filled it in wrongly."""

    act: Act
    form: forms.ActForm


@dataclass(frozen=True, slots=True)
class Panel:
    """One missing fact, what is known of it, and the acts that settle it."""

    heading: str
    text: str
    offers: list[Offer] = field(default_factory=list)
    half_known: bool = False
    question: Waiting | None = None  # what another is asked, and has not answered
    hers: bool = False  # may whoever looks at it answer?

    @property
    def open(self) -> bool:
        """Shown unfolded: where something is half known or asked, and where a form came back."""
        known = self.half_known or self.question is not None
        return known or any(offer.form.is_bound for offer in self.offers)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the panels are made from."""

    volunteer: Volunteer
    known: VolunteerFacts
    notes: Notes
    refused: frozenset[str]
    today: date
    colleagues: Iterable[Person]
    tried: Mapping[str, forms.ActForm]
    needed: Mapping[str, Any]
    person: Person
    question: Waiting | None

    def offer(self, *names: str) -> list[Offer]:
        return [Offer(BY_NAME[name], self.form(name)) for name in names]

    def form(self, name: str) -> forms.ActForm:
        if name in self.tried:
            return self.tried[name]
        kind = BY_NAME[name].form
        return kind(name=name, today=self.today, colleagues=self.colleagues)


def to_settle(desk: Desk) -> list[Panel]:
    """A panel for each fact that is missing, in the order of the road."""
    if desk.known.has_left:
        return []
    asked = (
        *(_answer, _interview, _course, _confidentiality, _certificate, _agreement, _age),
        *(_approval, _pause),
    )
    return [panel for ask in asked if (panel := ask(desk))]


def to_note(desk: Desk) -> list[Panel]:
    """What may happen at any time."""
    if desk.known.has_left:
        text = "Alt om henne slettes etter denne dagen. Er den feil, rett den."
        return [Panel("Siste dag", text, desk.offer("last_day"))]
    again = ["interview", "course", "confidentiality", "certificate_asked", "certificate_seen"]
    shown = {offer.act.name for panel in to_settle(desk) for offer in panel.offers}
    return [
        Panel("Pause", "Ingen ny kobling før dagen er kommet.", desk.offer("pause")),
        Panel("Bekymring", "Er du bekymret for noe, meld det her.", desk.offer("concern")),
        *_more(desk, [name for name in [*again, "agreement"] if name not in shown]),
        Panel(
            "Slutter",
            "En som har sluttet, kan ikke kobles. Kommer hun tilbake, søker hun på nytt.",
            desk.offer("leaving"),
        ),
    ]


MORE = {
    "interview": ("Et nytt intervju", "Det siste intervjuet gjelder."),
    "course": ("En kursdag til", "Timene legges sammen."),
    "confidentiality": ("Ny taushetserklæring", "Den siste gjelder."),
    "certificate_asked": ("Be om politiattest", "Så lenge rollen varer, trengs ingen ny attest."),
    "certificate_seen": ("Politiattest vist", "Den siste noteringen gjelder."),
    "agreement": ("Ny avtale", "Den siste avtalen gjelder."),
}


def _more(desk: Desk, names: list[str]) -> list[Panel]:
    return [Panel(*MORE[name], desk.offer(name)) for name in names]


def _answer(desk: Desk) -> Panel | None:
    if not desk.known.applied_on or desk.volunteer.answered_on or desk.notes.interview:
        return None
    days = desk.needed["answer_applicant_days"]
    return Panel("Svar på søknaden", f"Innen {days} dager.", desk.offer("answered"))


def _interview(desk: Desk) -> Panel | None:
    interview = desk.notes.interview
    if not desk.refused & {"VOL-01", "VOL-08"}:
        return None
    if interview is None:
        return Panel("Intervju", "To personer snakker med henne.", desk.offer("interview"))
    names = [] if desk.known.interviewed_by_two else ["interviewers"]
    names += ["outcome"] if interview.outcome == UNDECIDED else []
    if not names:
        text = "Intervjuerne fant henne ikke egnet. Et nytt intervju kan gi et annet svar."
        return Panel("Intervju", text, desk.offer("interview"))
    text = "Noe mangler om intervjuet som er notert."
    return Panel("Intervju", text, desk.offer(*names), half_known=True)


def _course(desk: Desk) -> Panel | None:
    if "VOL-04" not in desk.refused:
        return None
    noted = f"{desk.known.course_hours or 0:g}".replace(".", ",")
    text = f"{noted} av {desk.needed['course_hours']} timer er notert."
    return Panel("Kurs", text, desk.offer("course"))


def _confidentiality(desk: Desk) -> Panel | None:
    if "VOL-03" not in desk.refused:
        return None
    return Panel(
        "Taushetserklæring", "Hun underskriver, og får en kopi.", desk.offer("confidentiality")
    )


def _certificate(desk: Desk) -> Panel | None:
    if "VOL-02" not in desk.refused:
        return None
    months = desk.needed["certificate_months_when_shown"]
    sighting = desk.notes.sighting
    if sighting and not sighting.seen_by_id:
        text = "Attesten er notert som vist, men ikke hvem som så den."
        return Panel("Politiattest", text, desk.offer("certificate_seer"), half_known=True)
    text = f"Høyst {months} måneder gammel når den vises. Vi noterer dagene og tar ingen kopi."
    if sighting:
        text = f"Attesten var for gammel da den ble vist. {text}"
    asked = [] if desk.notes.certificates_asked_for else ["certificate_asked"]
    return Panel("Politiattest", text, desk.offer(*asked, "certificate_seen"))


def _agreement(desk: Desk) -> Panel | None:
    if "VOL-09" not in desk.refused:
        return None
    text = f"Avtalen gjelder minst {desk.needed['commitment_months']} måneder."
    return Panel("Avtale", text, desk.offer("agreement"))


def _age(desk: Desk) -> Panel | None:
    if desk.known.birth_year is not None:
        return None
    text = f"En ressursvenn har fylt {desk.needed['age_at_least']} år."
    return Panel("Alder", text, desk.offer("birth_year"), half_known=True)


BEFORE_APPROVAL = {rule.code for rule in MAY_BE_APPROVED}


def _approval(desk: Desk) -> Panel | None:
    if "VOL-12" not in desk.refused or desk.refused & BEFORE_APPROVAL - {"VOL-13"}:
        return None
    heading = "Godkjent av to"
    if "VOL-13" in desk.refused:
        text = "Først skriver begge som intervjuet, hva de fant. Det gjøres under Opptak."
        return Panel(heading, text)
    if desk.question is None:
        text = "Du spør, og en annen svarer uten å se navnet. Så kan hun kobles."
        return Panel(heading, text, desk.offer("approval"))
    row = desk.question.row
    waited = f" Har ventet i {desk.question.days} dager." if desk.question.late else ""
    since = date_format(row.asked_on, "j. F")
    text = f"{row.asked_by.name} spurte {since}. {desk.question.others_told}{waited}"
    return Panel(
        heading, text, question=desk.question, hers=desk.question.may_be_answered_by(desk.person)
    )


def _pause(desk: Desk) -> Panel | None:
    if "VOL-06" not in desk.refused:
        return None
    return Panel("Pause", "Pausen slutter av seg selv på dagen.", desk.offer("resume"))
