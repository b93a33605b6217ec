"""The first time somebody comes in: a link that works once, and a password of her own. And the way out."""

from __future__ import annotations

from allauth.account.views import logout
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from ressursvenn.protection.headers import FORGET

from . import changes, queries
from .forms import ChoosePasswordForm
from .guard import anyone

WORD = "invitation"


@anyone("signing out is for everybody, signed in or not")
def sign_out(request: HttpRequest) -> HttpResponse:
    """The session ends, and the browser is asked to forget what it has kept of us."""
    answer = logout(request)
    if request.method == "POST":
        answer["Clear-Site-Data"] = FORGET
    return answer


@anyone("whoever holds the link is not signed in yet; the word in it is the key")
@require_safe
def welcome(request: HttpRequest, word: str) -> HttpResponse:
    """Take the word out of the address, so that it stays in no history and goes to no other page."""
    request.session[WORD] = word
    return redirect("choose_password")


@anyone("whoever holds the link is not signed in yet; the word in it is the key")
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def choose_password(request: HttpRequest) -> HttpResponse:
    """Choose a password; then sign in with it. A used, old or unknown link is told apart by nobody."""
    invitation = queries.invitation_with(request.session.get(WORD, ""))
    form = ChoosePasswordForm(request.POST or None)
    if invitation and form.is_valid():
        try:
            password = form.cleaned_data["password"]
            changes.accept_invitation(
                invitation=invitation, password=password, by=invitation.person
            )
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            request.session.flush()
            return redirect("account_login")
    page = {"form": form, "person": invitation.person if invitation else None}
    return render(request, "accounts/choose_password.html", page)
