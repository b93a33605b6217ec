"""What every page may need to know. Nothing is asked of the database before a template asks for it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.functional import SimpleLazyObject, cached_property

from ressursvenn.accounts.permissions import Permission

from . import navigation

FACES = {"/a/inn/": "sign_in", "/a/": "staff", "/v/": "volunteer", "/m/": "neutral"}


def face_of(path: str) -> str:
    """Which of the faces answers at this address."""
    return next((face for prefix, face in FACES.items() if path.startswith(prefix)), "public")


class May:
    """`{% if may.see_volunteers %}`: one attribute per permission, false for whoever is nobody."""

    def __init__(self, request):
        self._request = request

    def __getattr__(self, name: str) -> bool:
        if name not in set(Permission):
            raise AttributeError(name)
        person = _person(self._request)
        return person.is_authenticated and person.may(Permission(name))


class Shell:
    """The frame around a page: the menu, the ways in and out, where leaving goes."""

    def __init__(self, request):
        self._request = request
        self.face = face_of(request.path)
        self.leave_to = settings.LEAVE_TO

    @cached_property
    def places(self) -> list[navigation.Place]:
        person = _person(self._request)
        return navigation.places(person, self._request.path) if person.is_authenticated else []

    @cached_property
    def home(self) -> str:
        person = _person(self._request)
        return navigation.home(person) if person.is_authenticated else ""

    @property
    def leave(self) -> str:
        """Each host has its own way out, so that it can end its own session."""
        return reverse("web_public:leave" if self.face == "public" else "web_neutral:leave")

    @property
    def sign_out(self) -> str:
        return reverse("account_logout")

    @property
    def notices(self) -> str:
        """Where she chooses whether an e-mail may tell that something waits."""
        volunteer = getattr(_person(self._request), "role", "") == "volunteer"
        return reverse("web_volunteer:notices" if volunteer else "web:notices")

    @property
    def own_account(self) -> str:
        return reverse("mfa_index")


def shell(request) -> dict:
    """`shell`, `may`, `association`, `face` and `rehearsal`, for every template."""
    frame = Shell(request)
    return {
        "shell": frame,
        "may": May(request),
        "association": SimpleLazyObject(lambda: getattr(_person(request), "association", None)),
        "face": frame.face,
        "rehearsal": settings.REHEARSAL,
    }


def _person(request):
    return getattr(request, "user", None) or AnonymousUser()
