"""The cast, for the sign-in page of the made-up world."""

from django import template

from ressursvenn.accounts.permissions import ROLES
from ressursvenn.rehearsal.cast import CAST

register = template.Library()


@register.simple_tag
def cast() -> list[dict[str, str]]:
    return [
        {
            "sign_name": part.sign_name,
            "first_name": part.name.split()[0],
            "role_name": ROLES[part.role].name,
            "known_for": part.known_for,
        }
        for part in CAST
    ]
