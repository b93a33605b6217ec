"""The words of a stand: who takes it, where it stands on its way, and why one is put aside."""

from __future__ import annotations

from ressursvenn.neighbourhood.areas import AREAS, norwegian

PERSON, ORGANISATION = "person", "organisation"
KINDS = {PERSON: "Jeg, som privatperson", ORGANISATION: "En organisasjon jeg snakker for"}

COUNTIES = sorted({area.county for area in AREAS.values()}, key=norwegian)

NAME_LENGTH, SENTENCE_LENGTH = 60, 200

# Why an editor does not show one. Nobody is told; it is for the other editor, and for the count.
REASONS = {
    "not_about_it": "Det handler om noe annet",
    "about_somebody": "Det sier noe om et annet menneske",
    "hateful": "Det er hatsk eller truende",
    "not_theirs": "Navnet er neppe deres eget",
    "machine": "Det er skrevet av en maskin",
}

WHAT_IS_COUNTED = (
    "Et standpunkt telles når den som tok det, har bekreftet det fra sin egen e-post, og en redaktør har "
    "lest det. Det som er tatt bort igjen, telles ikke. Én person kan ha tatt mer enn ett."
)
SAYING = "Jeg tar avstand fra vold mot kvinner."
SAYING_OF_MANY = "Vi tar avstand fra vold mot kvinner."
