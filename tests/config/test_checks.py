"""Production refuses to start while a promise is not kept, and says which."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured

from config import environment
from config.settings import BASE

PRODUCTION = {
    "RESSURSVENN_MODE": "production",
    "RESSURSVENN_SECRET": "x" * 64,
    "RESSURSVENN_HOUSE_KEY": "0" * 64,
    "RESSURSVENN_KEEPER": "/nowhere/k",
    "RESSURSVENN_HOSTS": "example.org",
}


def started(code: str, **env: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("RESSURSVENN_")}
    data = {"RESSURSVENN_DATA": os.environ["RESSURSVENN_DATA"]}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=BASE,
        env={**clean, **data, **env},
        capture_output=True,
        text=True,
    )


def test_production_refuses_to_start_and_names_what_is_not_finished():
    code = "from config import checks; checks.UNFINISHED[3] = 'what finds her'; import config.wsgi"
    answer = started(code, DJANGO_SETTINGS_MODULE="config.settings", **PRODUCTION)

    assert answer.returncode != 0
    assert "RV.E001" in answer.stderr
    assert "3: what finds her" in answer.stderr


def test_the_one_click_sign_in_does_not_exist_in_production():
    answer = started(
        "import django; django.setup()\n"
        "from django.conf import settings; from django.urls import resolve, Resolver404\n"
        "assert 'ressursvenn.rehearsal' not in settings.INSTALLED_APPS\n"
        "try: resolve('/prove/inn/'); print('there')\n"
        "except Resolver404: print('not there')",
        DJANGO_SETTINGS_MODULE="config.settings",
        **PRODUCTION,
    )

    assert answer.stdout.strip() == "not there", answer.stderr[-500:]


def test_the_made_up_world_answers_on_this_machine_alone_whatever_it_is_told():
    answer = started(
        "from config import settings; print(settings.ALLOWED_HOSTS)",
        RESSURSVENN_HOSTS="example.org",
    )

    assert "example.org" not in answer.stdout
    assert "localhost" in answer.stdout


@pytest.mark.parametrize("key", ["00", "0" * 62, "0" * 66])
def test_a_house_key_of_another_length_is_refused(key):
    answer = started("import config.settings", **{**PRODUCTION, "RESSURSVENN_HOUSE_KEY": key})

    assert "64 hexadecimal digits" in answer.stderr


@pytest.mark.parametrize("missing", ["RESSURSVENN_SECRET", "RESSURSVENN_HOUSE_KEY"])
def test_production_has_no_default_for_what_protects(missing):
    answer = started(
        "import config.settings", **{k: v for k, v in PRODUCTION.items() if k != missing}
    )

    assert f"set {missing} or {missing}_FILE" in answer.stderr


def test_the_trial_starts(db):
    assert run_checks() == []


@pytest.mark.parametrize(
    ("setting", "value", "code"),
    [
        ("INSTALLED_APPS", ["ressursvenn.rehearsal"], "RV.E002"),
        ("DATABASES", {"default": {"ENGINE": "django.db.backends.sqlite3"}}, "RV.E003"),
        ("ALLOWED_HOSTS", ["*"], "RV.E004"),
        ("ALLOWED_HOSTS", [], "RV.E004"),
        ("ALLAUTH_TRUSTED_PROXY_COUNT", 0, "RV.E007"),
    ],
)
def test_each_check_has_been_seen_to_refuse(monkeypatch, settings, setting, value, code):
    from config import checks

    class Production:
        PRODUCTION = True
        INSTALLED_APPS = []
        DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}
        ALLOWED_HOSTS = ["example.org"]
        ALLAUTH_TRUSTED_PROXY_COUNT = 1

    def refused():
        return [found.id for check in every for found in check()]

    monkeypatch.setattr(checks, "settings", Production)
    every = (
        checks.no_made_up_world, checks.a_real_database, checks.named_hosts, checks.whose_address,
    )  # fmt: skip
    assert refused() == []
    monkeypatch.setattr(Production, setting, value)

    assert refused() == [code]


def test_the_units_say_how_many_proxies_stand_before_the_house():
    """The rounds start the same house, and it looks at the same checks."""
    for unit in ("house", "rounds"):
        told = (BASE / f"deploy/{unit}.service").read_text("utf-8")
        assert re.search(r"RESSURSVENN_TRUSTED_PROXIES=[1-9]", told), unit


@pytest.mark.parametrize(
    ("places", "key", "refused"),
    [
        (["/mnt/a/log", "/mnt/b/log"], "ab" * 32, []),
        (["/mnt/a/log", "/mnt/b/log"], "", ["RV.E005"]),
        ([], "ab" * 32, ["RV.E005"]),
        (["/mnt/a/log"], "ab" * 32, ["RV.E005"]),
        (["/mnt/a/log", "/mnt/a/log"], "ab" * 32, ["RV.E005"]),
        (["/mnt/a", "/mnt/a/log"], "ab" * 32, ["RV.E005"]),
        (["/mnt/a", "/srv/house/log"], "ab" * 32, ["RV.E005"]),
        (["/mnt/a", "/srv"], "ab" * 32, ["RV.E005"]),
    ],
)
def test_the_log_is_witnessed_in_two_places_outside_the_data(monkeypatch, places, key, refused):
    from config import checks

    class Production:
        PRODUCTION = True
        DATA = Path("/srv/house")
        CHECKPOINT_PLACES = [Path(place) for place in places]
        CHECKPOINT_KEY = key

    monkeypatch.setattr(checks, "settings", Production)

    assert [found.id for found in checks.witnessed_elsewhere()] == refused


NEUTRAL = {
    "MESSAGE_SENDERS": ["Mona", "Beskjed"],
    "MESSAGE_FROM": "post@melding.no",
    "MESSAGE_HOST": "melding.no",
    "DESK_HOST": "innlogging.no",
    "SMS_WAY": "https",
    "SMS_GATEWAY": "https://gateway.no/send",
}


@pytest.mark.parametrize(
    "wrong",
    [
        {"MESSAGE_SENDERS": ["Krisesenter"]},
        {"MESSAGE_SENDERS": ["Mona", "Politiet"]},
        {"MESSAGE_SENDERS": ["Et altfor langt navn"]},
        {"MESSAGE_SENDERS": ["Mona\r\nBcc: x"]},
        {"MESSAGE_SENDERS": []},
        {"MESSAGE_FROM": "post@ressursvenn.no"},
        {"MESSAGE_FROM": "post@sanitetskvinnene.no"},
        {"MESSAGE_FROM": "post@melding.no, annen@melding.no"},
        {"MESSAGE_FROM": "post"},
        {"MESSAGE_HOST": "rødknapp.no"},
        {"MESSAGE_HOST": "post.example"},
        {"MESSAGE_HOST": "to hoster"},
        {"DESK_HOST": "ressursvenn.no"},
        {"SMS_GATEWAY": "http://gateway.no/send"},
        {"SMS_GATEWAY": ""},
    ],
    ids=str,
)
def test_a_sender_that_tells_too_much_does_not_start(monkeypatch, wrong):
    from config import checks

    def refused(told):
        monkeypatch.setattr(checks, "settings", type("House", (), {"PRODUCTION": True, **told}))
        return [found.id for found in checks.neutral_sender()]

    assert refused(NEUTRAL) == []
    assert refused({**NEUTRAL, **wrong}) == ["RV.E006"]


@pytest.mark.parametrize("way", ["file", "console"])
def test_production_has_no_box_and_writes_to_no_screen(way):
    answer = started("import config.settings", **PRODUCTION, SMS_WAY=way)

    assert answer.returncode != 0
    assert "SMS_WAY must be one of none, https" in answer.stderr


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda env: environment.flag("X", False, env), "1"),
        (lambda env: environment.choice("X", ("a", "b"), env), "c"),
    ],
)
def test_nonsense_is_refused(read, value):
    with pytest.raises(ImproperlyConfigured, match="X must be"):
        read({"X": value})


def test_a_secret_may_come_from_a_file(tmp_path):
    (tmp_path / "key").write_text("hemmelig\n")

    assert environment.secret("X", {"X_FILE": str(tmp_path / "key")}) == "hemmelig"
    assert environment.secret("X", {"X": "a"}) == "a"
    assert environment.secret("X", {}) is None
