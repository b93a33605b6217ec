"""Why may this person not be matched, or these two? In sentences; no name; it is logged."""

from django.core.management.base import BaseCommand, CommandError

from ressursvenn.accounts import queries as accounts
from ressursvenn.accounts.permissions import Permission
from ressursvenn.pairs import queries
from ressursvenn.participants import queries as participants
from ressursvenn.volunteers import queries as volunteers

UNKNOWN = "Det finnes ingen med den referansen som du kan se."
TWO_OF_A_KIND = "Oppgi én deltaker og én ressursvenn, i hvilken rekkefølge du vil."
NOBODY = "Det finnes ingen med det innloggingsnavnet."
NOT_YOURS = "Du har ikke rett til å spørre om dette."

LAYERS = (
    ("of_volunteer", "Ressursvennen"),
    ("of_participant", "Deltakeren"),
    ("of_both", "De to sammen"),
)


class Command(BaseCommand):
    help = "Why may this volunteer or participant not be matched, or these two?"

    def add_arguments(self, parser):
        parser.add_argument("references", nargs="+", metavar="referanse")
        parser.add_argument("--by", required=True, metavar="innloggingsnavn")

    def handle(self, *args, references, by, **options):
        person = accounts.person_called(by)
        if person is None:
            raise CommandError(NOBODY)
        if not person.may(Permission.SEE_VOLUNTEERS):
            raise CommandError(NOT_YOURS)
        if len(references) > 2:
            raise CommandError(TWO_OF_A_KIND)
        asked = self._sorted_out(person, references)
        told = queries.why_not(person, accounts.terms(person.association), **asked)
        if told is None:
            raise CommandError(UNKNOWN)
        for line in self._lines(told):
            self.stdout.write(line)

    def _sorted_out(self, person, references):
        """Which reference is whose. A reference that is not this person's to see is unknown."""
        asked = {}
        for reference in references:
            kind = _kind(person, reference)
            if kind is None:
                raise CommandError(UNKNOWN)
            if kind in asked:
                raise CommandError(TWO_OF_A_KIND)
            asked[kind] = reference
        return asked

    def _lines(self, told):
        for layer, heading in LAYERS:
            refusals = getattr(told, layer)
            if refusals is None:
                continue
            if not refusals:
                yield f"{heading}: ingen regel står i veien i dag."
                continue
            yield f"{heading}: nei, ikke nå. Ikke oppfylt:"
            for no in refusals:
                until = f" (til {no.until})" if no.until else ""
                yield f"  {no.rule}  {no.sentence}{until}"


def _kind(person, reference):
    for kind, room in (("volunteer", volunteers), ("participant", participants)):
        if room.visible_to(person).filter(reference=reference).exists():
            return kind
    return None
