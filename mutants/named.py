"""Guards that cannot be known by their looks: a function that answers, a number, a word in a setting.

Two tables. FORCED: a file, a function, and the answer that lets everything through. WORDS: a file, what stands
there, what stands there when the guard is gone. Each must be found exactly once, or the tool stops.
"""

from __future__ import annotations

from pathlib import Path

from .finding import forced
from .guard import Guard, at

A, P, S = "ressursvenn/accounts", "ressursvenn/protection", "config/settings.py"
FORCED = (
    (f"{P}/headers.py", "foreign", "False"),
    (f"{P}/hosts.py", "at_home", "True"),
    (f"{P}/sessions.py", "print_of", "session_key"),
    (f"{P}/sessions.py", "cache_key", "key"),
    (f"{P}/fields.py", "readable", "text"),
    (f"{P}/fields.py", "place", '"anywhere"'),
    (f"{P}/logs.py", "format", "super().format(entry)"),
    (f"{P}/checkpoints.py", "is_current", "True"),
    (f"{P}/chain.py", "holds", "True"),
    (f"{P}/witnesses.py", "signed_by", "True"),
    (f"{P}/verifying.py", "_begun", "iter(())"),
    (f"{P}/verifying.py", "_between", "iter(())"),
    (f"{P}/verifying.py", "_against", "iter(())"),
    (f"{P}/retention.py", "times_left", "99"),
    (f"{P}/messages/words.py", "banned_in", "[]"),
    (f"{P}/messages/words.py", "hers_in", "[]"),
    (f"{P}/messages/window.py", "holds", "True"),
    (f"{P}/messages/letters.py", "one_way", "to"),
    (f"{P}/messages/ready.py", "why_not", '""'),
    (f"{P}/messages/her.py", "note_unknown", "0"),
    (f"{A}/models.py", "may", "True"),
    (f"{A}/second_factor.py", "lacks_one", "False"),
    (f"{A}/sessions.py", "is_over", "False"),
    (f"{A}/proofs.py", "is_in", "True"),
    (f"{A}/proofs.py", "is_fresh", "True"),
    (f"{A}/proofs.py", "needs_passkey", "False"),
    (f"{A}/sign_names.py", "counted", "text"),
    ("ressursvenn/together/facts.py", "may_ask", "True"),
    ("ressursvenn/together/facts.py", "may_answer", "True"),
    ("ressursvenn/oversight/acts.py", "log_is_witnessed", "True"),
    ("ressursvenn/participants/caseload.py", "is_outside", "False"),
    ("ressursvenn/participants/caseload.py", "is_unsealed", "True"),
    ("ressursvenn/participants/retention.py", "_in_the_way", '""'),
    ("keeper/tombstones.py", "alive", "list(owners)"),
    ("keeper/limits.py", "_refuse_more", "None"),
    ("keeper/acts.py", "_alarm", "None"),
)
WORDS = (
    # who may give a role alone, and what needs a passkey
    (f"{A}/permissions.py", 'GIVEN_BY_ONE = frozenset({"volunteer"',
    'GIVEN_BY_ONE = frozenset({"coordinator", "volunteer"'),
    # the way in
    (f"{A}/sessions.py", "IDLE = timedelta(minutes=15)", "IDLE = timedelta(days=15)"),
    (f"{A}/sessions.py", "IDLE_VOLUNTEER = timedelta(minutes=5)", "IDLE_VOLUNTEER = timedelta(minutes=15)"),
    (f"{A}/sessions.py", "LONGEST = timedelta(hours=8)", "LONGEST = timedelta(days=80)"),
    (f"{A}/proofs.py", "FRESH_FOR = timedelta(minutes=10)", "FRESH_FOR = timedelta(days=10)"),
    (f"{A}/queries.py", "INVITATION_LASTS = timedelta(hours=24)", "INVITATION_LASTS = timedelta(days=24)"),
    (f"{A}/posted.py", 'held["who"] != request.user.pk', "False"),
    (f"{A}/passwords.py", "LEAST = 15", "LEAST = 1"),
    # leaving
    ("ressursvenn/web/views/leaving.py", 'request.headers.get("Sec-Fetch-Site") != "cross-site"', "True"),
    ("ressursvenn/web/views/leaving.py", "        _end_session(request)\n", ""),
    (f"{P}/headers.py", "FORGET = '\"cache\", \"cookies\", \"storage\"'", "FORGET = '\"cache\"'"),
    ("ressursvenn/web/static/web/leave.js", "location.replace(form.dataset.leave)",
    "location.assign(form.dataset.leave)"),
    ("ressursvenn/web/static/web/leave.js",
    "  document.documentElement.hidden = true;\n  document.title", "  document.title"),
    ("ressursvenn/web/static/web/leave.js", "  fetch(form.action", "  if (false) fetch(form.action"),
    # whose form it is
    (f"{P}/origin.py", 'nameless and request.headers.get("Sec-Fetch-Site") == "same-origin"', "nameless"),
    # what is locked
    (f"{P}/fields.py", "PADDED_TO = 32", "PADDED_TO = 1"),
    ("keeper/acts.py", "here = [one for one in found if one.house == house]", "here = list(found)"),
    ("keeper/acts.py", "        self.tombstones.add(owners)\n", ""),
    ("keeper/acts.py", "        self.store.drop(owners)\n", ""),
    ("keeper/limits.py", "reader: int = 20 ", "reader: int = 20_000 "),
    ("keeper/limits.py", "house: int = 200 ", "house: int = 200_000 "),
    ("keeper/limits.py", "everyone: int = 600 ", "everyone: int = 600_000 "),
    # workbooks
    *(
        ("ressursvenn/spreadsheets/reading/container.py", f"{name} =", f"{name} = 10**6 *")
        for name in ("LARGEST_FILE", "LARGEST_UNPACKED", "TIGHTEST_PACKING", "MOST_PARTS")
    ),
    # settings
    (S, "SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True",
    "SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = False"),
    (S, 'SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"',
    'SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "None"'),
    (S, "SESSION_EXPIRE_AT_BROWSER_CLOSE = True", "SESSION_EXPIRE_AT_BROWSER_CLOSE = False"),
    (S, 'SECURE_REFERRER_POLICY = "no-referrer"', 'SECURE_REFERRER_POLICY = "unsafe-url"'),
    (S, 'X_FRAME_OPTIONS = "DENY"', 'X_FRAME_OPTIONS = "SAMEORIGIN"'),
    (S, '"default-src": [NONE]', '"default-src": [SELF]'),
    (S, '"script-src": [SELF, NONCE]', '"script-src": [SELF, "\'unsafe-inline\'"]'),
    (S, '"style-src": [SELF, NONCE]', '"style-src": [SELF, "\'unsafe-inline\'"]'),
    (S, '"form-action": [SELF]', '"form-action": ["*"]'),
    (S, '"frame-ancestors": [NONE]', '"frame-ancestors": ["*"]'),
    (S, '"base-uri": [NONE]', '"base-uri": ["*"]'),
    (S, '"KEY_FUNCTION": "ressursvenn.protection.sessions.cache_key",', ""),
    (S, 'SESSION_ENGINE = "ressursvenn.protection.sessions"',
    'SESSION_ENGINE = "django.contrib.sessions.backends.db"'),
    (S, "DATA_UPLOAD_MAX_MEMORY_SIZE = 8 *", "DATA_UPLOAD_MAX_MEMORY_SIZE = 8000 *"),
    (S, "DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000", "DATA_UPLOAD_MAX_NUMBER_FIELDS = 10**9"),
    (S, '"login": "30/m/ip"', '"login": "30000/m/ip"'),
    (S, '"login_failed": "10/m/ip,5/300s/key"', '"login_failed": "10000/m/ip,5000/300s/key"'),
    (S, "ALLAUTH_RATE_LIMIT_IPV6_PREFIX = 64", "ALLAUTH_RATE_LIMIT_IPV6_PREFIX = 128"),
    (S, 'number("RESSURSVENN_TRUSTED_PROXIES", 0)', 'number("RESSURSVENN_TRUSTED_PROXIES", 1)'),
    (S, 'MFA_WEBAUTHN_USER_VERIFICATION = "required"', 'MFA_WEBAUTHN_USER_VERIFICATION = "discouraged"'),
    (S, '{"()": "ressursvenn.protection.logs.PlaceOnly"}', '{"format": "%(message)s"}'),
    (S, '        "APP_DIRS": True,\n        "OPTIONS": {',
    '        "APP_DIRS": True,\n        "OPTIONS": {"autoescape": False,'),
)  # fmt: skip


def guards(root: Path) -> list[Guard]:
    """Those of both tables, as they stand in the tree."""
    found = [guard for told in FORCED for guard in _one(forced(root, *told), told)]
    for path, before, instead in WORDS:
        text = (root / path).read_text("utf-8")
        if text.count(before) != 1:
            raise SystemExit(f"{path}: {text.count(before)} times, not once: {before}")
        start = text.index(before)
        kind = f"word {before.strip()[:50]}"
        found.append(at(path, text, start, start + len(before), instead, kind))
    return found


def _one(found: list[Guard], told: tuple[str, str, str]) -> list[Guard]:
    if not found:
        raise SystemExit(f"{told[0]}: no function {told[1]}")
    return found
