"""An e-mail when something new waits: off until she chooses it herself, and it tells nothing."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from ressursvenn.accounts.guard import requires
from ressursvenn.accounts.permissions import Permission
from ressursvenn.protection.messages import changes, queries
from ressursvenn.protection.messages.texts import SOMETHING_WAITS, text_of


class NoticesForm(forms.Form):
    """Yes or no, and where to. What is left empty stays as it was."""

    wanted = forms.ChoiceField(
        label="Vil du ha en e-post når noe nytt venter?",
        choices=[("no", "nei"), ("yes", "ja, høyst én om dagen")],
        widget=forms.RadioSelect,
    )
    mailbox = forms.CharField(
        label="E-postadresse",
        required=False,
        max_length=254,
        widget=forms.TextInput(attrs={"inputmode": "email", "autocomplete": "off"}),
    )


@require_http_methods(["GET", "POST"])
@requires(Permission.SEE_MY_DAY)
def at_the_desk(request):
    """For whoever has a Min dag."""
    return _page(request, "web/notices.html", reverse("web:my_day"))


@require_http_methods(["GET", "POST"])
@requires(Permission.OWN_PAIR)
def of_a_volunteer(request):
    """For whoever has a pair of her own."""
    return _page(request, "web/notices_volunteer.html", reverse("pairs_volunteer:first"))


def _page(request, template, home):
    """Her own choice, for her own account."""
    known = queries.masked_mailbox(request.user)
    wanted = queries.wants_notice(request.user)
    form = NoticesForm(request.POST or None, initial={"wanted": "yes" if wanted else "no"})
    form.fields["mailbox"].help_text = (
        f"Vi bruker {known}. Skriv bare noe her hvis den skal byttes."
        if known
        else "Velg en adresse som bare du leser."
    )
    if form.is_valid() and _chosen(form, request.user):
        messages.success(request, "Lagret.")
        return redirect(request.path)
    text = text_of(SOMETHING_WAITS, "nb")
    return render(request, template, {"form": form, "text": text, "home": home})


def _chosen(form, person) -> bool:
    told = form.cleaned_data
    try:
        changes.choose_notices(
            person=person,
            wanted=told["wanted"] == "yes",
            mailbox=told["mailbox"].strip(),
            by=person,
        )
    except ValidationError as refused:
        form.add_error("mailbox", refused)
    return form.is_valid()
