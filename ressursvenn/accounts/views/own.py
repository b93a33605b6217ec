"""What she signs in with, where she is signed in, and what she sent as her time was out."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.protection.sessions import print_of

from .. import changes, factors, passkeys, posted, proofs, queries, sessions
from ..forms import OTHERS, NewAppForm, NewPasskeyForm, RemoveForm, SignOutThereForm
from ..guard import anyone, fresh_first, own_account
from ..models import OpenSession, Person
from ..proofs import herself
from . import app_of


@require_safe
@own_account
def index(request: HttpRequest) -> HttpResponse:
    """All she signs in with."""
    has = factors.of(herself(request))
    page = {
        "has": has,
        "needs_passkey": proofs.needs_passkey(herself(request)),
        "unused": len(has.codes.wrap().get_unused_codes()) if has.codes else 0,
    }
    return render(request, "mfa/index.html", page)


@anyone(
    "somebody in a role that needs a passkey, and has none yet, comes here before she is all in"
)
@require_http_methods(["GET", "HEAD", "POST"])
def add_passkey(request: HttpRequest) -> HttpResponse:
    """One more; or her first, when she came in with a code and her role takes a passkey."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    if not _may_add(request):
        return redirect("account_reauthenticate")
    form = NewPasskeyForm(request.POST or None)
    if form.is_valid():
        try:
            attested = passkeys.made(request, form.cleaned_data["credential"])
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return _added(request, attested, form.cleaned_data["name"])
    page = {"form": form, "options": passkeys.ask_for_new(request, herself(request))}
    return render(request, "mfa/webauthn/add_form.html", page)


def _may_add(request: HttpRequest) -> bool:
    """Fresh with what her role takes; or with a code, as long as she has no passkey at all."""
    if proofs.is_fresh(request):
        return True
    has_one = bool(factors.of(herself(request)).passkeys)
    return not has_one and proofs.is_fresh(request, frozenset({proofs.APP}))


def _added(request: HttpRequest, attested: str, name: str) -> HttpResponse:
    first = not proofs.is_in(request)
    factor = changes.add_passkey(
        person=herself(request), attested=attested, name=name, by=herself(request)
    )
    proofs.note(request, factor)
    sessions.renew(request)
    messages.success(request, "Passnøkkelen er klar til bruk.")
    return redirect("web:my_day" if first else "mfa_index")


@require_http_methods(["GET", "HEAD", "POST"])
@own_account
@fresh_first
def remove(request: HttpRequest) -> HttpResponse:
    """One of them goes; the last that her role needs stays."""
    form = RemoveForm(request.POST or None, factors=_named(herself(request)))
    if form.is_valid():
        try:
            changes.remove_factor(
                person=herself(request), factor=form.cleaned_data["which"], by=herself(request)
            )
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, "Den er fjernet, og slipper ingen inn lenger.")
            return redirect("mfa_index")
    return render(request, "mfa/webauthn/remove.html", {"form": form})


def _named(person: Person) -> list[tuple[int, str]]:
    has = factors.of(person)
    keys = [(row.pk, f"Passnøkkel: {row.data['name']}") for row in has.passkeys]
    return [*keys, *([(has.app.pk, "Appen med engangskoder")] if has.app else [])]


@require_http_methods(["GET", "HEAD", "POST"])
@own_account
@fresh_first
def app(request: HttpRequest) -> HttpResponse:
    """An app on her phone, or another app than before. Whose role takes a passkey has no use for one."""
    if proofs.needs_passkey(herself(request)) or not herself(request).has_usable_password():
        return redirect("mfa_index")
    page = app_of(request, herself(request))
    form = NewAppForm(request.POST or None, secret=page["secret"])
    if form.is_valid():
        factor = changes.connect_app(
            person=herself(request), secret=form.secret, by=herself(request)
        )
        proofs.note(request, factor)
        messages.success(request, "Appen er i bruk.")
        return redirect("mfa_index")
    return render(request, "mfa/totp/activate_form.html", {**page, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@own_account
def open_sessions(request: HttpRequest) -> HttpResponse:
    """Where she is signed in. One tap signs her out there, or everywhere else."""
    rows = queries.sessions_of(herself(request))
    here = print_of(request.session.session_key or "")
    form = SignOutThereForm(request.POST or None, sessions=rows)
    if form.is_valid():
        return _signed_out(request, rows, here, form.cleaned_data["which"])
    seen = sessions.last_seen(rows)
    listed = [_told(row, here, seen[row.key_print]) for row in rows if row.key_print in seen]
    minutes = int(sessions.idle_for(herself(request)).total_seconds() // 60)
    page = {"sessions": listed, "others": len(listed) > 1, "minutes": minutes}
    return render(request, "usersessions/list.html", page)


def _told(row: OpenSession, here: str, seen: int) -> dict:
    last = datetime.fromtimestamp(seen, tz=timezone.get_current_timezone())
    return {"row": row, "seen": last, "here": row.key_print == here}


def _signed_out(
    request: HttpRequest, rows: list[OpenSession], here: str, which: str
) -> HttpResponse:
    if which == OTHERS:
        ended = [row for row in rows if row.key_print != here]
    else:
        ended = [row for row in rows if str(row.pk) == which]
    if here in [row.key_print for row in ended]:
        return redirect("account_logout")
    changes.end_sessions(person=herself(request), sessions=ended, by=herself(request))
    messages.success(request, "Logget ut der. Neste side som åpnes derfra, ber om innlogging.")
    return redirect("open_sessions")


@require_safe
@own_account
def sent_before(request: HttpRequest) -> HttpResponse:
    """What she sent is not done yet. Here it is, to be sent again from where she is now."""
    held = posted.take(request)
    if held is None:
        return redirect("account_login")
    return render(request, "accounts/sent_before.html", held)
