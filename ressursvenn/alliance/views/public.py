"""What everybody may read of the alliance. Nothing here asks for more than what two editors have seen."""

from __future__ import annotations

from datetime import date
from typing import Any

from allauth.core.internal import ratelimit
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.guard import anyone
from ressursvenn.protection.headers import QUIET
from ressursvenn.shapes.files import as_calendar
from ressursvenn.shapes.trying import done

from .. import calendar_file, changes, forms, kinds, norway, queries, words
from ._shared import ASKED, as_jpeg, here, in_full, or_404, posted

SCHEMA = "https://schema.org"  # names what is said; nobody fetches it
NAME = "Rød Knapp – Stopp vold mot kvinner"
LEAD = (
    "En allianse av organisasjoner som vil ha vold mot kvinner høyt på den politiske dagsordenen."
)
WHY = "the alliance wants to be seen"
SEEN_BY_TWO = "a picture that two editors have seen, of people who said yes"
TOO_MANY = (
    "Det er sendt mange bestillinger herfra den siste timen. Det du skrev, står her fortsatt. Vent en time, "
    "og prøv igjen."
)


@require_safe
@anyone(WHY)
def front(request: HttpRequest) -> HttpResponse:
    """What the alliance is, who is in it, how many buttons, and what happens next."""
    today = timezone.localdate()
    page = {
        "since": words.FOUNDED,
        "since_source": words.FOUNDED_SOURCE,
        "holes": [(words.HOLES[code], words.MISSING[code]) for code in words.HOLES],
        "holes_source": words.HOLES_SOURCE,
        "standing": queries.members_on(today),
        "counter": queries.counter(),
        "ambassadors": queries.ambassadors_shown(),
        "coming": queries.coming(today),
    }
    return _shared(request, "front", page, title=NAME, lead=LEAD)


@require_safe
@anyone(WHY)
def members(request: HttpRequest) -> HttpResponse:
    """Who is a member, or was on a day that somebody asks for; every row with where it is known from."""
    asked = request.GET.get("dag")
    form = forms.DayForm(request.GET if asked else None)
    today = timezone.localdate()
    day = (form.is_valid() and form.cleaned_data["dag"]) or today
    rows, read = queries.membership_history(), list(queries.lists())
    page = {
        "form": form,
        "standing": queries.members_on(day, rows, read),
        "asked": day != today,
        "rows": rows,
        "lists": read,
        "since": words.FOUNDED,
        "since_source": words.FOUNDED_SOURCE,
    }
    lead = "Hvem som er med i Rød Knapp, og hvem som var med når, med kilder."
    return _shared(request, "members_open", page, title="Medlemmer i Rød Knapp", lead=lead)


@require_safe
@anyone(WHY)
def buttons(request: HttpRequest) -> HttpResponse:
    """How many were handed out, how that is counted, and where."""
    by_county = queries.handed_out_in()
    most = max(by_county.values(), default=1)
    bars = [
        {"label": county, "length": round(100 * many / most), "words": str(many)}
        for county, many in sorted(by_county.items(), key=lambda row: -row[1])
    ]
    page = {"counter": queries.counter(), "totals": queries.totals(), "bars": bars}
    lead = "Hvor mange røde knapper som er delt ut, hvor, og hvordan det er talt."
    return _shared(request, "buttons_open", page, title="Røde knapper", lead=lead)


@require_http_methods(ASKED)
@anyone("whoever wants to hand out buttons can ask for some")
def order(request: HttpRequest) -> HttpResponse:
    """An organisation asks for buttons. What was typed stays until it is whole."""
    form, status = forms.OrderForm(posted(request)), 200
    if request.method == "POST" and form.is_valid():
        if not _within_limit(request):
            form.tell_all([TOO_MANY])
            status = 429
        elif done(form, changes.order_buttons):
            return _quiet(redirect("alliance_public:ordered"))
    page = {"form": form, "days": accounts.terms(None).limits.keep_button_order_days}
    return _quiet(render(request, "alliance/order_open.html", page, status=status))


@require_safe
@anyone("the same thank-you to everybody")
def ordered(request: HttpRequest) -> HttpResponse:
    """What happens now."""
    days = accounts.terms(None).limits.keep_button_order_days
    return _quiet(render(request, "alliance/ordered.html", {"days": days}))


@require_safe
@anyone(WHY)
def calendar(request: HttpRequest) -> HttpResponse:
    """The calendar of this year."""
    return _year(request, timezone.localdate().year)


@require_safe
@anyone(WHY)
def calendar_of(request: HttpRequest, year: int) -> HttpResponse:
    """The calendar of a year; before the alliance, and far ahead, there is none."""
    if not words.FOUNDED <= year <= timezone.localdate().year + 5:
        raise Http404
    return _year(request, year)


def _year(request: HttpRequest, year: int) -> HttpResponse:
    rows = queries.calendar_of(year)
    runs, others = queries.campaigns_of(year, rows)
    held = [row for row in rows if not row.action.called_off_on]
    here = timezone.localdate().year
    years = sorted({*queries.years_with_actions(), here, here + 1, year})
    page = {
        "year": year,
        "years": years,
        "runs": runs,
        "others": others,
        "map": norway.drawn(row.area for row in held),
        "file": in_full(request, "calendar_file"),
        "kinds": kinds.KINDS.values(),
    }
    lead = f"Det som skjer i {year}: de 16 dagene, kvinnedagen og ellers i året, med kart."
    return _shared(request, "calendar", page, title="Kalender for Rød Knapp", lead=lead)


@require_safe
@anyone(WHY)
def calendar_as_file(request: HttpRequest) -> HttpResponse:
    """Every action as a file that calendars subscribe to: this year, the one before and all to come."""
    since = date(timezone.localdate().year - 1, 1, 1)
    rows = queries.everything_shown().filter(day__gte=since)
    answer = as_calendar(
        calendar_file.written(
            rows, lambda row: in_full(request, "action", row.action.reference)
        )
    )  # fmt: skip
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


@require_safe
@anyone(WHY)
def action(request: HttpRequest, reference: str) -> HttpResponse:
    """One action; afterwards how it went, with pictures."""
    shown = or_404(queries.shown_one(reference))
    report = getattr(shown.action, "report", None)
    page = {
        "shown": shown,
        "hole": words.HOLES.get(shown.hole, ""),
        "report": report if report and report.shown_on else None,
        "given": sum(row.number for row in shown.action.given),
    }
    return _shared(request, "action_open", page, title=shown.title, lead=shown.told)


@require_safe
@anyone(SEEN_BY_TWO)
def picture(request: HttpRequest, reference: str) -> HttpResponse:
    """The bytes of one."""
    return as_jpeg(or_404(queries.photo_shown_to_all(reference)).picture)


@require_safe
@anyone(SEEN_BY_TWO)
def small_picture(request: HttpRequest, reference: str) -> HttpResponse:
    """The same, as it stands on the page."""
    return as_jpeg(or_404(queries.photo_shown_to_all(reference)).small)


def _shared(
    request: HttpRequest, template: str, page: dict[str, Any], *, title: str, lead: str
) -> HttpResponse:
    """With what search engines show, and what is shown where the address is shared."""
    more = {"text": {"title": title, "lead": lead}, "address": here(request), "schema": SCHEMA}
    return render(request, f"alliance/{template}.html", {**page, **more})


def _within_limit(request: HttpRequest) -> bool:
    """So many from one address within an hour."""
    limits = accounts.terms(None).limits
    rates = {"buttons": f"{limits.applications_an_hour_each_address}/h/ip"}
    app = "ressursvenn.alliance"
    return ratelimit.consume(request, app=app, action="buttons", config=rates) is not None


def _quiet(response: Any) -> Any:
    """No search engine keeps a page that somebody may have written on."""
    response["X-Robots-Tag"] = QUIET
    return response
