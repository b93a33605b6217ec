"""Whoever applies. The same page, the same answer, whoever she is and whatever is known."""

from __future__ import annotations

from typing import Any

from allauth.core.internal import ratelimit
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import anyone
from ressursvenn.protection.headers import QUIET
from ressursvenn.shapes.fields import Several
from ressursvenn.shapes.square import square
from ressursvenn.shapes.trying import tried

from .. import changes, drafts, queries, words
from ..forms import ApplyForm
from ..rules import ApplicantFacts, may_apply

TOO_MANY = (
    "Det er sendt mange skjemaer herfra den siste timen. Det du skrev, står her fortsatt. Vent en time, og "
    "prøv igjen."
)
NOTHING = "Skriv noe først, så er det noe å lagre."


@require_http_methods(["GET", "POST"])
@anyone("whoever wants to be a volunteer can apply, and nobody has to say who they are first")
def apply_here(request: HttpRequest) -> HttpResponse:
    """One page. What is sent is received; what is saved gets a link of its own."""
    if request.method == "POST":
        return _written(request, token="")
    advert = queries.open_advert(request.GET.get("fra", "")[:20])
    first = {"fra": advert.reference} if advert else {}
    if (
        advert and advert.is_placed
    ):  # an advert that names languages never says which house it is (ADV-03)
        first["association"] = advert.association.slug
    return _page(request, _form(initial=first), advert=advert and queries.title_of(advert))


@require_http_methods(["GET", "POST"])
@anyone("a draft is opened by its link, and by nothing else")
def draft(request: HttpRequest, token: str) -> HttpResponse:
    """What was written so far. A draft that is gone meanwhile loses nothing of what is on the screen."""
    if request.method == "POST":
        return _written(request, token=token)
    content = queries.draft_with(token)
    if content is None:
        raise Http404
    link = request.build_absolute_uri(reverse("arrivals_public:draft", args=[token]))
    return _page(request, _form(initial=_as_typed(content)), token=token, link=link, **square(link))


@require_POST
@anyone("whoever has the link may throw the draft away")
def throw_away(request: HttpRequest, token: str) -> HttpResponse:
    """She will not send it."""
    if "gone" in request.POST:
        changes.throw_away_draft(token=token)
    return _quiet(redirect("arrivals_public:all"))


@require_safe
@anyone("the same thank-you to everybody")
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens now, by the numbers of the association. It says nothing of her, since it is shown to all."""
    limits = accounts.terms(_house(request.GET.get("hos"))).limits
    return _quiet(render(request, "arrivals/thanks.html", {"limits": limits}))


def _written(request: HttpRequest, *, token: str) -> HttpResponse:
    form = _form(request.POST)
    do = request.POST.get("do")
    if do == "save":
        return _saved(request, form, token)
    if do == "back":
        return _page(request, _form(initial=_as_typed(form.written())), token=token)
    valid = form.is_valid()
    if _too_young(form):
        return _kind_no(request, form, token)
    if not valid:
        return _page(request, form, token=token)
    return _sent(request, form, token)


def _kind_no(request: HttpRequest, form: ApplyForm, token: str) -> HttpResponse:
    """Nothing is kept. Whoever mistyped the year carries what she typed, and can go back with it."""
    typed = [(name, text) for name, texts in form.written().items() for text in texts]
    house = _house(form.cleaned_data.get("association"))
    page = {"typed": typed, "token": token, "limits": accounts.terms(house).limits}
    return _quiet(render(request, "arrivals/too_young.html", page))


def _sent(request: HttpRequest, form: ApplyForm, token: str) -> HttpResponse:
    """Received, whoever it is from; or too much came from here within the hour."""
    if not _within_limit(request, "apply"):
        return _page(request, form, token=token, refused=TOO_MANY, status=429)
    told = dict(form.cleaned_data)
    house = accounts.association_called(told.pop("association"))
    told.pop("consent")
    advert = queries.open_advert(told.pop("fra"))
    if house is None:
        raise Http404
    told |= {"association": house, "advert": advert, "consent": words.CONSENT, "token": token}
    if not tried(form, changes.receive, **told):
        return _page(request, form, token=token)
    return _quiet(redirect(f"{reverse('arrivals_public:thanks')}?hos={house.slug}"))


def _saved(request: HttpRequest, form: ApplyForm, token: str) -> HttpResponse:
    """Saved as it stands, right or wrong. The link is on the page that comes."""
    content = form.written()
    again = _form(initial=_as_typed(content))
    if not _anything(content):
        return _page(request, again, token=token, refused=NOTHING)
    if not _within_limit(request, "draft"):
        return _page(request, again, token=token, refused=TOO_MANY, status=429)
    try:
        word = changes.save_draft(content=content, token=token)
    except ValidationError as error:
        return _page(request, again, token=token, refused=" ".join(error.messages))
    return _quiet(redirect("arrivals_public:draft", word))


def _form(data: Any = None, **more: Any) -> ApplyForm:
    houses = [(house.slug, house.name) for house in accounts.associations()]
    return ApplyForm(data, houses=houses, today=timezone.localdate(), **more)


def _house(slug: str | None) -> Any:
    """The association that is chosen, if it can be."""
    return next((house for house in accounts.associations() if house.slug == slug), None)


def _as_typed(content: drafts.Content) -> dict[str, Any]:
    """For the form, unchecked: a list for what is ticked among several, text for the rest."""
    return {
        name: values if isinstance(ApplyForm.base_fields[name], Several) else values[-1]
        for name, values in content.items()
        if name in ApplyForm.base_fields and values
    }


def _anything(content: drafts.Content) -> bool:
    typed = (texts for name, texts in content.items() if name not in ("fra", "once"))
    return any(text.strip() for texts in typed for text in texts)


def _too_young(form: ApplyForm) -> bool:
    """By the age of the association she has chosen, or the country's."""
    year = form.cleaned_data.get("birth_year")
    house = _house(form.cleaned_data.get("association"))
    facts = ApplicantFacts(birth_year=year)
    return year is not None and bool(may_apply(facts, accounts.terms(house)))


def _within_limit(request: HttpRequest, action: str) -> bool:
    """So many from one address within an hour; a header that claims another address changes nothing."""
    limits = accounts.terms(None).limits
    rates = {action: f"{limits.applications_an_hour_each_address}/h/ip"}
    app = "ressursvenn.arrivals"
    return ratelimit.consume(request, app=app, action=action, config=rates) is not None


def _page(
    request: HttpRequest, form: ApplyForm, *, status: int = 200, token: str = "", **more: Any
) -> HttpResponse:
    house = _house(form["association"].value())
    limits = accounts.terms(house).limits
    page = {"form": form, "token": token, "house": house, "limits": limits, **more}
    return _quiet(render(request, "arrivals/apply.html", page, status=status))


def _quiet(response: HttpResponse) -> HttpResponse:
    """No search engine keeps a page that somebody may have written on."""
    response["X-Robots-Tag"] = QUIET
    return response
