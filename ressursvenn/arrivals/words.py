"""The lists of this room, and the wording that an applicant says yes to."""

from __future__ import annotations

FORM, PASTED = "form", "pasted"

WAYS = {
    FORM: "skjemaet her",
    PASTED: "e-post fra frivillig.no",
}

TOLD_LENGTH = 300

# A new wording gets a new name, so that it stands beside each application which one she read.
CONSENT = "2026-11"
