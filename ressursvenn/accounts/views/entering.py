"""Signing in with a passkey, the second step after a password, showing once more who one is, and out."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.decorators import login_stage_required
from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from allauth.account.utils import get_login_redirect_url, get_next_redirect_url
from allauth.account.views import logout
from allauth.core.internal import ratelimit
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.stages import AuthenticateStage
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ressursvenn.protection.headers import FORGET

from .. import factors, passkeys, proofs, sessions
from ..forms import CodeForm, PasskeyForm
from ..guard import anyone
from ..models import Person
from ..proofs import herself

IN = "the way in; what is behind it asks who one is"


@anyone("signing out is for everybody, signed in or not")
def sign_out(request: HttpRequest) -> HttpResponse:
    """The session ends, and the browser is asked to forget what it has kept of us."""
    answer = logout(request)
    if request.method == "POST":
        answer["Clear-Site-Data"] = FORGET
    return answer


@anyone(IN)
@require_http_methods(["GET", "HEAD", "POST"])
@ratelimit.decorator(app="allauth.mfa", action="webauthn_login", limit_get=True)
def with_passkey(request: HttpRequest) -> HttpResponse:
    """A passkey is all that is needed. A GET gives what the browser must ask, to everybody the same."""
    if request.user.is_authenticated:
        return HttpResponseRedirect(get_login_redirect_url(request))
    if request.method != "POST":
        return HttpResponse(passkeys.ask(request), content_type="application/json")
    form, after = PasskeyForm(request.POST), get_next_redirect_url(request)
    try:
        if not form.is_valid():
            raise ValidationError(passkeys.NOT_APPROVED)
        factor = passkeys.shown(request, form.cleaned_data["credential"])
    except ValidationError:
        messages.error(request, passkeys.NOT_APPROVED)
        back = f"?{urlencode({'next': after})}" if after else ""
        return redirect(f"{reverse('account_login')}{back}")
    factor.record_usage()
    proofs.note(request, factor, at_once=True)
    return perform_login(request, Login(user=factor.user, redirect_url=after))


@anyone(IN)
@require_http_methods(["GET", "HEAD", "POST"])
@login_stage_required(stage=AuthenticateStage.key, redirect_urlname="account_login")
@sensitive_post_parameters()
def second_step(request: HttpRequest) -> HttpResponse:
    """The password was right. Now the passkey, or a code from the app or from the paper."""
    stage = request._login_stage  # type: ignore[attr-defined]
    person: Person = stage.login.user
    has = factors.of(person)
    code_form = AuthenticateForm(user=person) if has.app or has.codes else None
    page: dict[str, Any] = {"code_form": code_form, "passkey_form": None}
    page["passkey_form"] = PasskeyForm() if has.passkeys else None
    if request.method == "POST" and "credential" in request.POST:
        page["passkey_form"] = PasskeyForm(request.POST)
        if _showed_passkey(request, page["passkey_form"], person):
            return stage.exit()
    elif request.method == "POST" and code_form:
        page["code_form"] = form = AuthenticateForm(request.POST, user=person)
        if form.is_valid():
            form.save()
            return stage.exit()
    page["options"] = passkeys.ask(request) if has.passkeys else ""
    return render(request, "mfa/authenticate.html", page)


@anyone("whoever is signed in shows once more that it is she; nobody else gets further here")
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
def step_up(request: HttpRequest) -> HttpResponse:
    """What her role takes, shown now. Whoever has nothing to show is told how she gets it."""
    if not request.user.is_authenticated:
        return redirect("account_login")
    person, has = herself(request), factors.of(herself(request))
    passkey, code = has.passkeys, has.app if _code_will_do(person, has) else None
    if _first_to_come(request, has):
        return redirect("mfa_add_webauthn")
    if not passkey and not code:
        return render(request, "mfa/nothing.html")
    page: dict[str, Any] = {
        "passkey_form": PasskeyForm() if passkey else None,
        "code_form": CodeForm(person=person, app=code) if code else None,
        "after": _after(request),
    }
    if request.method == "POST":
        answer = _shown_again(request, page, has)
        if answer is not None:
            return answer
    page["options"] = passkeys.ask(request) if passkey else ""
    return render(request, "mfa/reauthenticate.html", page)


def _first_to_come(request: HttpRequest, has: factors.Factors) -> bool:
    """She has just shown a code, and her role takes a passkey that she has not made yet."""
    makes_her_first = proofs.needs_passkey(herself(request)) and not has.passkeys
    return makes_her_first and proofs.is_fresh(request, frozenset({proofs.APP}))


def _code_will_do(person: Person, has: factors.Factors) -> bool:
    """For a role without need of a passkey; and on the way to the very first one."""
    return not proofs.needs_passkey(person) or not has.passkeys


def _shown_again(
    request: HttpRequest, page: dict[str, Any], has: factors.Factors
) -> HttpResponse | None:
    limited = ratelimit.consume_or_429(
        request, app="allauth.account", action="reauthenticate", user=request.user
    )
    if limited:
        return limited
    done = False
    if "credential" in request.POST and page["passkey_form"]:
        page["passkey_form"] = PasskeyForm(request.POST)
        done = _showed_passkey(request, page["passkey_form"], herself(request))
    elif page["code_form"] and has.app:
        page["code_form"] = CodeForm(request.POST, person=herself(request), app=has.app)
        done = page["code_form"].is_valid()
        if done:
            proofs.note(request, has.app)
    if not done:
        return None
    sessions.renew(request)
    if _first_to_come(request, has):
        return redirect("mfa_add_webauthn")
    return HttpResponseRedirect(_after(request) or get_login_redirect_url(request))


def _showed_passkey(request: HttpRequest, form: PasskeyForm, person: Person) -> bool:
    if not form.is_valid():
        return False
    try:
        factor = passkeys.shown(request, form.cleaned_data["credential"], person)
    except ValidationError as problem:
        form.add_error(None, problem)
        return False
    factor.record_usage()
    proofs.note(request, factor)
    return True


def _after(request: HttpRequest) -> str:
    return get_next_redirect_url(request) or ""
