"""The pages about participants: a list, one person, a referral, and one page for each act."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection import opening, vault

from . import acts, aliases, caseload, changes, facts, forms, queries, reaching, rules
from .models import Participant

SEE = Permission.SEE_PARTICIPANTS
LEAD = Permission.LEAD_PARTICIPANTS
REFER = Permission.REFER_PARTICIPANTS


@require_safe
@requires(SEE, REFER)
def everyone(request):
    """The association's own participants; for a centre's contact, receipts and nothing else."""
    if not request.user.may(SEE):
        page = {"receipts": queries.receipts(request.user)}
        return render(request, "participants/receipts.html", page)
    shown = request.GET.get("vis", "")
    shown = shown if shown in queries.GROUPS else ""
    everybody = queries.standings(request.user, accounts.terms(request.user.association))
    page = {
        "groups": [(key, words, _count(everybody, key)) for key, words in queries.GROUPS.items()],
        "shown": shown,
        "standings": [one for one in everybody if shown in ("", one.group)],
        "everybody": everybody,
        "bars": _bars(everybody),
    }
    return render(request, "participants/all.html", page)


def _count(everybody, group):
    return sum(one.group == group for one in everybody)


def _bars(everybody):
    """Who waits, as bars of weeks: the longest wait fills its bar."""
    waiting = [one for one in everybody if one.group in ("klare", "mangler")]
    longest = max((one.weeks for one in waiting), default=0) or 1
    ordered = sorted(waiting, key=lambda one: -one.weeks)[:12]
    return [
        {
            "label": one.participant.called,
            "length": round(100 * one.weeks / longest),
            "words": f"{one.weeks} {'uke' if one.weeks == 1 else 'uker'}",
        }
        for one in ordered
    ]


@require_safe
@requires(SEE)
def one(request, reference):
    """May this participant be matched, and if not, why not?"""
    row = get_object_or_404(queries.with_names(request.user), reference=reference)
    participant, sealed = _opened_or_sealed(request, row, "participant_page")
    known = facts.read_off(participant)
    refusals = rules.may_be_matched(known, accounts.terms(participant.association))
    page = {
        "participant": participant,
        "checked": rules.MAY_BE_MATCHED,
        "refusals": [refusal.as_told_to(request.user.may) for refusal in refusals],
        "to_settle": _to_settle(participant, refusals),
        "statements": _statements(participant),
        "keep_apart": queries.keep_apart_counts(participant),
        "looks": queries.looks(participant),
        "sent": reaching.sent(participant.reference),
        "sealed": sealed,
        "outside": caseload.is_outside(participant, request.user),
    }
    return render(request, "participants/one.html", page)


def _to_settle(participant, refusals):
    """The forms that settle what stands in the way, in the order of the rules."""
    found = dict.fromkeys(acts.BY_RULE[no.rule] for no in refusals if no.rule in acts.BY_RULE)
    if not participant.unknown_pair_on:
        found = [act for act in found if act is not acts.BY_RULE["PAR-06"]]
    return [
        (act, act.form(auto_id=f"{act.name}_%s", initial=_initial(act, participant)))
        for act in found
    ]


def _initial(act, participant):
    if act is not acts.BY_RULE["PAR-04"]:
        return {}
    return reaching.chosen(participant)


def _statements(participant):
    """What is noted, by whom and when, for those who must be able to trust it."""
    noted = (
        ("Har flyttet fra volden", "left_stated"),
        ("Akutt fase over", "acute_over"),
        ("Sa selv ja", "consented"),
        ("Trygg kontakt avklart", "contact_settled"),
        ("Trakk seg", "withdrawn"),
        ("I en kobling vi ikke kjenner", "unknown_pair"),
    )
    days = [(words, getattr(participant, f"{what}_on"), what) for words, what in noted]
    return [(words, day, getattr(participant, f"{what}_by")) for words, day, what in days if day]


def _visible(request, reference) -> Participant:
    return get_object_or_404(queries.visible_to(request.user), reference=reference)


def _opened(request, row, purpose):
    """The whole row, in the log. Somebody whose keys are gone is nowhere."""
    told = caseload.record_purpose(row, request.user, purpose)
    try:
        return opening.open_record(row, by=request.user, purpose=told)
    except vault.Erased:
        raise Http404 from None


def _opened_or_sealed(request, row, purpose):
    """The same; of somebody who has withdrawn only the card, unless two have unsealed the record."""
    try:
        return _opened(request, row, purpose), False
    except caseload.Sealed:
        told = caseload.purpose(row, request.user, purpose)
    if not opening.open_cards([row], by=request.user, purpose=told):
        raise Http404
    return row, True


visible, opened = _visible, _opened  # for the other pages about one of them


@require_http_methods(["GET", "POST"])
@requires(SEE)
def why(request, reference):
    """Why somebody looks outside her own caseload, before anything is opened."""
    participant = _visible(request, reference)
    form = forms.ReasonForm(request.POST or None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        changes.give_reason(participant=participant, reason=reason, by=request.user)
        back = form.cleaned_data["back"]
        return redirect(back or reverse("participants:one", args=[reference]))
    return render(request, "participants/why.html", {"participant": participant, "form": form})


@require_http_methods(["GET", "POST"])
@requires(LEAD)
def hand_over(request, reference):
    """Another coordinator leads from now on."""
    participant = _visible(request, reference)
    caseload.purpose(participant, request.user, "hand_over")
    leaders = caseload.leaders(participant.association_id).exclude(pk=participant.led_by_id)
    form = forms.HandOverForm(request.POST or None, leaders=leaders)
    if form.is_valid():
        changes.hand_over(participant=participant, to=form.cleaned_data["to"], by=request.user)
        messages.success(
            request, "Notert. Den som har ansvaret nå, ser deltakeren uten å bli spurt."
        )
        return redirect("participants:all")
    lead = (
        "Den som har ansvaret, åpner siden uten å si hvorfor. Alle andre må velge en grunn først."
    )
    return _form_page(request, participant, form, "Ny koordinator", "Lagre", lead)


def _act(act: acts.Act):
    """The page of one act: its form, and what happens when it is posted."""

    @require_http_methods(["GET", "POST"])
    @requires(LEAD)
    def page(request: HttpRequest, reference: str) -> HttpResponse:
        participant = _visible(request, reference)
        form = act.form(request.POST or None)
        if form.is_valid() and _done(act, form, participant, request.user):
            messages.success(request, act.done)
            return redirect("participants:one", reference)
        return _form_page(request, participant, form, act.title, act.button, act.lead)

    page.__doc__ = f"{act.title}."
    return page


def _done(act, form, participant, person) -> bool:
    """Whether it was noted. What only the change can know is said on the form."""
    try:
        act.change(participant=participant, by=person, **form.cleaned_data)
    except ValidationError as refused:
        form.add_error(None, refused)
    return form.is_valid()


def _form_page(request, participant, form, title, button, lead=""):
    page = {
        "participant": participant, "form": form, "title": title, "button": button, "lead": lead,
    }  # fmt: skip
    return render(request, "participants/act.html", page)


left = _act(acts.BY_RULE["PAR-01"])
acute_over = _act(acts.BY_RULE["PAR-02"])
consent = _act(acts.BY_RULE["PAR-03"])
unknown_pair_settled = _act(acts.BY_RULE["PAR-06"])
withdraw = _act(acts.WITHDRAW)
unknown_pair = _act(acts.UNKNOWN_PAIR)


@require_http_methods(["GET", "POST"])
@requires(LEAD)
def contact(request, reference):
    """How and when contact is safe. What is known already is opened, so that it can be changed."""
    act = acts.BY_RULE["PAR-04"]
    participant = _opened(request, _visible(request, reference), "contact_form")
    form = act.form(request.POST or None, initial=_initial(act, participant))
    if form.is_valid() and _done(act, form, participant, request.user):
        messages.success(request, act.done)
        return redirect("participants:one", reference)
    return _form_page(request, participant, form, act.title, act.button, act.lead)


@require_POST
@requires(LEAD)
def received(request, reference):
    """The coordinator has read the referral; the centre may see so."""
    changes.receive(participant=_visible(request, reference), by=request.user)
    messages.success(
        request, "Tatt imot. Krisesenteret ser det på sin kvittering, og ikke noe mer."
    )
    return redirect("participants:one", reference)


@require_http_methods(["GET", "POST"])
@requires(LEAD)
def card(request, reference):
    """What lists may show, put right."""
    participant = _opened(request, _visible(request, reference), "card_form")
    fields = list(forms.CardForm.base_fields)
    form = forms.CardForm(
        request.POST or None, initial={field: getattr(participant, field) for field in fields}
    )
    if form.is_valid():
        changes.correct_card(participant=participant, by=request.user, **form.cleaned_data)
        messages.success(request, "Kortet er rettet.")
        return redirect("participants:one", reference)
    return _form_page(request, participant, form, "Kortet", "Lagre kortet")


@require_http_methods(["GET", "POST"])
@requires(LEAD)
def wishes(request, reference):
    """Wishes, and one short text of strengths with a warning beside it."""
    participant = _opened(request, _visible(request, reference), "wishes_form")
    known = {"wishes": participant.wishes, "strengths": participant.strengths}
    form = forms.WishesForm(request.POST or None, initial=known)
    if form.is_valid():
        changes.note_wishes(participant=participant, by=request.user, **form.cleaned_data)
        messages.success(request, "Lagret.")
        return redirect("participants:one", reference)
    return _form_page(request, participant, form, "Ønsker og styrker", "Lagre")


@require_http_methods(["GET", "POST"])
@requires(LEAD, REFER)
def refer(request):
    """A referral: from a centre to one of its associations, or by a coordinator to her own."""
    person = request.user
    associations, centres = _ways(person)
    form = forms.ReferralForm(
        request.POST or None,
        associations=[(row.reference, row.name) for row in associations],
        centres=[(row.slug, row.name) for row in centres],
        own_centre=not person.may(LEAD),
    )
    if request.method == "GET":
        form.initial["called"] = aliases.suggest(queries.aliases_in_use(person))
    if form.is_valid():
        participant = _refer(form, associations, centres, person)
        messages.success(request, "Henvisningen er sendt. Kvitteringen står i listen.")
        seen = person.may(SEE)
        return redirect(
            *(("participants:one", participant.reference) if seen else ("participants:all",))
        )
    return render(request, "participants/refer.html", {"form": form, "associations": associations})


def _ways(person):
    """To which associations, from which centres, this person may refer."""
    if person.may(LEAD):
        return [person.association], list(accounts.centres_of(person.association))
    return list(accounts.associations_of(person.crisis_centre)), [person.crisis_centre]


def _refer(form, associations, centres, person):
    chosen = {**form.cleaned_data, **form.stated()}
    for stated in ("left_stated", "acute_over", "consented"):
        del chosen[stated]
    to = {row.reference: row for row in associations}[chosen.pop("association")]
    origin = {row.slug: row for row in centres}.get(chosen.pop("crisis_centre"))
    return changes.refer(association=to, crisis_centre=origin, by=person, **chosen)
