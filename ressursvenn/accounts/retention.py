"""When an account is forgotten. The row stays, without a name: what was noted was noted by somebody."""

from __future__ import annotations

from datetime import date

from django.db import models, transaction

from ressursvenn.protection import audit
from ressursvenn.protection.retention import ERASED, goes

from .models import Person

NAMELESS = "en som har sluttet"


@goes("account_volunteer")
def forget_volunteers(before: date) -> int:
    """Those of volunteers who left by that day, if they did not go with the volunteer herself."""
    return _forget(Person.objects.filter(role="volunteer", left_on__lte=before))


@goes("account_staff")
def forget_staff(before: date) -> int:
    """Those of staff who left by that day."""
    return _forget(Person.objects.filter(left_on__lte=before).exclude(role="volunteer"))


def _forget(people: models.QuerySet[Person]) -> int:
    return sum(_one(person) for person in people.exclude(name=NAMELESS))


@transaction.atomic
def _one(person: Person) -> bool:
    forget_account(person)
    audit.record(by=None, did=ERASED, about=[person.reference], purpose="account")
    return True


@transaction.atomic
def forget_account(person: Person) -> None:
    """Name, address, password and every way in are gone, and whatever else belongs to the account alone."""
    for relation in Person._meta.related_objects:
        if relation.on_delete is models.CASCADE:
            rows = relation.related_model._base_manager
            rows.filter(**{relation.field.name: person}).delete()
    person.sign_name, person.name, person.email = f"borte-{person.reference}", NAMELESS, ""
    person.last_login = None
    person.set_unusable_password()
    person.save(update_fields=["sign_name", "name", "email", "last_login", "password"])
