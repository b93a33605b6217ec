"""What stands where: the words of a version's state, and how old a look at an address may be."""

from __future__ import annotations

from datetime import timedelta

WRITTEN, ASKED, SHOWN, EARLIER = "written", "asked", "shown", "earlier"
STATES = {
    WRITTEN: "skrevet, ikke publisert",
    ASKED: "venter på en annen redaktør",
    SHOWN: "det alle leser nå",
    EARLIER: "publisert før",
}
LOOK_AGAIN = timedelta(days=180)  # after half a year an address elsewhere is looked at once more
TITLE_AT_MOST, LEAD_AT_MOST, BODY_AT_MOST = 80, 400, 20_000
OURS = "Ordene er husets egne. Ingen i organisasjonen har lest og publisert dem ennå."
OURS_IN = {
    "en": "These are the house's own words. Nobody in the organisation has read this translation yet."
}
