"""The whole table of who is to be kept from whom, for many participants who have all named somebody."""

import time

from benches._house import house

PARTICIPANTS, VOLUNTEERS = 900, 1500
LIMITS = {"seconds": 5.0, "questions": 1.0, "bytes_for_a_volunteer": 2000.0}


def measure():
    with house(world=1):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        from ressursvenn.apart import queries

        participants, volunteers = made()
        with CaptureQueriesContext(connection) as asked:
            began = time.perf_counter()
            answers = queries.answers(participants, volunteers)
            taken = time.perf_counter() - began
        stored = sum(len(bytes(one.likeness)) for one in volunteers) / len(volunteers)
        told = list(answers.values())
    return {
        "couples": len(told),
        "kept_apart": told.count(True),
        "not_known": told.count(None),
        "seconds": round(taken, 2),
        "questions": float(len(asked)),
        "bytes_for_a_volunteer": round(stored, 0),
    }


def made():
    """Rows with prints and nothing else: whoever compares opens nobody."""
    from datetime import date

    from mimesis import Person
    from mimesis.locales import Locale

    from ressursvenn.accounts.models import Person as Staff
    from ressursvenn.apart.models import KeepApart
    from ressursvenn.participants.models import Participant
    from ressursvenn.protection import vault
    from ressursvenn.protection.likeness import prints
    from ressursvenn.volunteers.models import Volunteer

    drawn = Person(Locale.NO, seed=4)
    by = Staff.objects.get(sign_name="koordinator")
    centre = Participant.objects.filter(association=by.association)[0].crisis_centre_id
    own = {"association": by.association}
    participants = [Participant(crisis_centre_id=centre, **own) for _ in range(PARTICIPANTS)]
    volunteers = [Volunteer(**own, **known(drawn, number)) for number in range(VOLUNTEERS)]
    entry = {"kind": "person", "noted_on": date(2026, 1, 5), "noted_by": by}
    keys = vault.make_keys_for(one.reference for one in (*participants, *volunteers))
    for one in (*participants, *volunteers):
        one.__dict__["_keys"] = keys[one.reference]
    participants = Participant.objects.bulk_create(participants)
    entries = [
        KeepApart(participant=one, prints=prints.of("entry", name=drawn.full_name()), **entry)
        for one in participants
    ]
    for one in entries:
        one.__dict__["_keys"] = keys[one.participant.reference]
    KeepApart.objects.bulk_create(entries)
    return participants, Volunteer.objects.bulk_create(volunteers)


def known(drawn, number):
    from ressursvenn.protection.likeness import prints

    first, last = drawn.first_name(), drawn.last_name()
    reached = {"phone": f"9{number:07}", "email": f"a{number}@example.org"}
    stored = prints.of("applicant", name=f"{first} {last}", **reached)
    return {"first_name": first, "last_name": last, "likeness": stored}
