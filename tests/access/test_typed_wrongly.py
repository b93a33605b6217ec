"""Every form that somebody types into, filled in wrongly: what she typed stands, and she is told what to do."""

from __future__ import annotations

import re
from html import escape

import pytest
from django.contrib.messages import ERROR

from tests.environment import FULL, share

from .forms import Form

TOO_LONG = "Feil å skrive " * 1_000  # no day, no number, and more than any line holds
AT_LEAST = {  # so many forms say no, so that the walk cannot come to nothing
    "coordinator": 40, "group_leader": 8, "volunteer": 2, "centre_contact": 1, "vetting_officer": 1,
    "anonymous": 2,
}  # fmt: skip
READS_IT_ONLY = (
    "/lim-inn/",
)  # what is pasted is read, whatever it is, and she is shown what was found
TOLD = re.compile(r'role="alert"|class="problem|field__error')
FOREIGN = re.compile(
    r"This field|Ensure this|Enter a |Select a |Skriv inn en gyldig|Feltet er påkrevet"
)


def lost_in(answer) -> bool:
    """Led elsewhere with a no: what she typed is gone."""
    waiting = getattr(answer.wsgi_request, "_messages", None)
    said = getattr(waiting, "_queued_messages", ())
    return answer.status_code == 302 and any(each.level >= ERROR for each in said)


def taken(form: Form, answer) -> bool:
    """It would do, and she is led on: the form is not there any more."""
    assert answer.status_code < 500, form.action
    if answer.status_code != 200 or not answer["Content-Type"].startswith("text/html"):
        return not lost_in(answer)
    body = answer.content.decode(errors="replace")
    return not any(f'name="{name}"' in body for name in form.typed)


def faults(form: Form, sent: dict[str, object], answer) -> list[str]:
    body = answer.content.decode(errors="replace")
    kept = [name for name in form.typed if name in sent]
    gone = [name for name in kept if escape(str(sent[name])[:60].strip()) not in body]
    faults = [f"{name} is gone" for name in gone]
    faults += [] if TOLD.search(body) else ["nothing is said"]
    return faults + [f"said in words that are not ours: {words}" for words in FOREIGN.findall(body)]


@pytest.mark.parametrize("role", AT_LEAST)
def test_what_is_typed_wrongly_stays_and_is_explained(forms_of_role, its_keys, role):
    reader, forms = forms_of_role(role)
    wrong, refused = {}, 0
    for form in share(forms, turn=0, of=2):
        if form.action.endswith(READS_IT_ONLY):
            continue
        sent = {**form.easiest, **dict.fromkeys(form.typed, TOO_LONG)}
        answer = reader.ask_in_vain("post", form.action, sent) if form.typed else None
        its_keys.bring_back()
        if answer is None or taken(form, answer):
            continue
        refused += 1
        if found := ["led elsewhere"] if lost_in(answer) else faults(form, sent, answer):
            wrong[form.action] = (answer.status_code, found)

    assert wrong == {}
    assert refused >= (AT_LEAST[role] if FULL else AT_LEAST[role] // 3)


@pytest.mark.parametrize("role", AT_LEAST)
def test_what_is_left_empty_is_explained_in_our_own_words(forms_of_role, its_keys, role):
    reader, forms = forms_of_role(role)
    wrong = {}
    for form in share(forms, turn=1, of=2):
        empty = {**form.easiest, **dict.fromkeys(form.typed, "")}
        answer = reader.ask_in_vain("post", form.action, empty)
        its_keys.bring_back()
        if form.typed and not taken(form, answer) and (found := faults(form, {}, answer)):
            wrong[form.action] = found

    assert wrong == {}
