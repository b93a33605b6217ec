"""One file of settings. RESSURSVENN_MODE says which house this is:

trial       a made-up world on one machine, embedded SQLite, loopback only
test        the same, for the tests
production  real people: nothing that protects has a default, and checks.py refuses to start otherwise
"""

import secrets
from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from .environment import choice, number, secret, words

BASE = Path(__file__).resolve().parent.parent
MODE = choice("RESSURSVENN_MODE", ("trial", "test", "production"))
PRODUCTION = MODE == "production"
REHEARSAL = MODE != "production"  # the made-up world, and its one-click sign-in, exist
DATA = Path(secret("RESSURSVENN_DATA") or BASE / ".data").resolve()


def _kept(name: str, setting: str) -> str:
    """A secret: given in production; made once and kept beside the data, not in it, elsewhere."""
    if given := secret(setting):
        return given
    if PRODUCTION:
        raise ImproperlyConfigured(f"set {setting} or {setting}_FILE")
    path = DATA / "keys" / name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        path.write_text(secrets.token_hex(32), encoding="ascii")
    return path.read_text(encoding="ascii")


SECRET_KEY = _kept("secret", "RESSURSVENN_SECRET")
# The house's own key: sessions, fingerprints, factors. What locks people's fields lies with the keeper.
HOUSE_KEY = bytes.fromhex(_kept("house", "RESSURSVENN_HOUSE_KEY"))
if len(HOUSE_KEY) != 32:
    raise ImproperlyConfigured(
        "RESSURSVENN_HOUSE_KEY is 32 bytes, written as 64 hexadecimal digits"
    )
KEEPER = secret("RESSURSVENN_KEEPER") or ""  # the socket where the keeper answers
if PRODUCTION and not KEEPER:
    raise ImproperlyConfigured("set RESSURSVENN_KEEPER to the keeper's socket")
DEBUG = False
DESK_HOST = secret("DESK_HOST") or ""  # staff, volunteers and neutral pages on a host of their own
LOOPBACK = ["localhost", "127.0.0.1", "testserver"]  # a made-up world answers here and nowhere else
ALLOWED_HOSTS = words("RESSURSVENN_HOSTS", ()) if PRODUCTION else LOOPBACK
INTERNAL_IPS: list[str] = []

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "config.apps.StartUp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "ressursvenn.protection",
    "ressursvenn.protection.messages.apps.Post",
    "ressursvenn.accounts",
    "ressursvenn.together",
    "ressursvenn.neighbourhood",
    "ressursvenn.alliance",
    "ressursvenn.stands",
    "ressursvenn.agenda",
    "ressursvenn.volunteers",
    "ressursvenn.participants",
    "ressursvenn.screening",
    "ressursvenn.training",
    "ressursvenn.agreements",
    "ressursvenn.support",
    "ressursvenn.apart",
    "ressursvenn.pairs",
    "ressursvenn.reporting",
    "ressursvenn.adverts",
    "ressursvenn.arrivals",
    "ressursvenn.oversight",
    "ressursvenn.spreadsheets",
    "ressursvenn.status",
    "ressursvenn.door",
    "ressursvenn.grants",
    "ressursvenn.web",
    *(["ressursvenn.rehearsal"] if REHEARSAL else []),
]

MIDDLEWARE = [
    "ressursvenn.protection.headers.Headers",
    "django.middleware.security.SecurityMiddleware",
    "ressursvenn.stands.turning_away.Sieving",  # a flood goes no further
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "ressursvenn.protection.headers.OwnPagesOnly",
    "ressursvenn.protection.hosts.DeskHost",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "ressursvenn.protection.origin.OwnOrigin",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "ressursvenn.accounts.sessions.Presence",
    "ressursvenn.accounts.second_factor.SecondFactor",
    "ressursvenn.web.closing.Closing",
    "ressursvenn.participants.stopping.Stopping",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE / "ressursvenn/web/templates"],  # before allauth's own
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "ressursvenn.web.context.shell",
            ],
        },
    }
]

# SQLite, for a trial and for the tests: one writer at a time, and nothing left behind when a row goes.
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": DATA / "house.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
            "PRAGMA secure_delete=ON; PRAGMA busy_timeout=20000",
        },
        "TEST": {"NAME": DATA / "test.sqlite3"},
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {  # shared by the workers, so that a limit is one limit
    "default": {
        "BACKEND": "ressursvenn.protection.cache.SharedCache",
        "LOCATION": "shared_cache",
        "KEY_FUNCTION": "ressursvenn.protection.sessions.cache_key",
        # Beyond it a third is thrown out: a flood would push out what counts the flood.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "tests.hashing.LightArgon2"
    if MODE == "test"
    else "django.contrib.auth.hashers.Argon2PasswordHasher"
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "ressursvenn.accounts.passwords.LongEnough"},
    {"NAME": "ressursvenn.accounts.passwords.NotTheUsual"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/a/"
LOGOUT_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "/a/inn/"
ACCOUNT_ADAPTER = "ressursvenn.accounts.adapters.AccountAdapter"
MFA_ADAPTER = "ressursvenn.accounts.adapters.FactorAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "sign_name"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/300s/key",
    "reauthenticate": "10/m/user",
}
# How many proxies of ours stand before the server. What a browser says of its own address is not believed.
# With none, everybody behind a proxy would be one address, and share one limit (RV.E007).
ALLAUTH_TRUSTED_PROXY_COUNT = number("RESSURSVENN_TRUSTED_PROXIES", 0)
ALLAUTH_RATE_LIMIT_IPV6_PREFIX = 64  # one household, one count
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # a finger, a face or a PIN, every time
# Nothing to guess there, and a whole office may share one address.
MFA_RATE_LIMITS = {"webauthn_login": "60/m/ip"}
MFA_TOTP_ISSUER = "Innlogging"  # the name that an authenticator app or a passkey shows

SESSION_ENGINE = "ressursvenn.protection.sessions"
SESSION_COOKIE_NAME = "__Host-desk" if PRODUCTION else "desk"
CSRF_COOKIE_NAME = "__Host-form" if PRODUCTION else "form"
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_AGE = None  # no cookie of ours outlives the browser window
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "ressursvenn.web.views.errors.csrf_failed"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024  # a workbook stays in memory, or is refused
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# What leaves the house (docs/decisions/0019). A made-up world puts it in a folder beside the data; production
# has a mail server and a gateway for SMS, or neither: then what would be sent is a task for a person.
EMAIL_BACKEND = "ressursvenn.protection.messages.email." + (
    "smtp.EmailBackend" if PRODUCTION else "box.EmailBackend"
)
EMAIL_HOST = secret("EMAIL_HOST") or "localhost"
EMAIL_PORT = int(secret("EMAIL_PORT") or 587)
EMAIL_HOST_USER = secret("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = secret("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = PRODUCTION
EMAIL_TIMEOUT = 20
SMS_WAY = choice("SMS_WAY", ("none", "https") if PRODUCTION else ("file", "console"))
SMS_GATEWAY = secret("SMS_GATEWAY") or ""  # https://…
SMS_TOKEN = secret("SMS_TOKEN") or ""
# Neutral names, and a host that says nothing: all that a locked screen or a header may show (RV.E006).
MESSAGE_SENDERS = words("MESSAGE_SENDERS", ("Mona", "Kim", "Beskjed"))
MESSAGE_HOST = secret("MESSAGE_HOST") or "post.example"
MESSAGE_FROM = secret("MESSAGE_FROM") or f"post@{MESSAGE_HOST}"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = MESSAGE_FROM

LANGUAGE_CODE = "nb"
TIME_ZONE = "Europe/Oslo"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STORAGES = {
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
}
WHITENOISE_USE_FINDERS = not PRODUCTION
WHITENOISE_ALLOW_ALL_ORIGINS = False

# Where the log stands is witnessed every hour in two places that do not lie with the data, and the public key
# that signs it is pinned by a third (docs/decisions/0015). A made-up world has all three in a folder beside.
WITNESSES = DATA.with_name(f"{DATA.name}-witnesses")
CHECKPOINT_PLACES = [
    Path(place).resolve()
    for place in words(
        "CHECKPOINT_PLACES", () if PRODUCTION else (f"{WITNESSES}/a", f"{WITNESSES}/b")
    )
]
CHECKPOINT_KEY = secret("CHECKPOINT_KEY") or ""
CHECKPOINT_PIN = None if PRODUCTION else WITNESSES / "pin"

ALLIANCE_CONTACT = secret("ALLIANCE_CONTACT") or ""  # an e-mail; the pages say it is not confirmed
CONTROLLER = secret("CONTROLLER") or ""  # who answers for personal data; the same
LEAVE_TO = secret("LEAVE_TO") or "https://www.yr.no/"  # where "Lukk siden" goes

# An error reaches us as a kind and a place: never its message, its arguments or an address.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"place": {"()": "ressursvenn.protection.logs.PlaceOnly"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "place"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"django": {"handlers": [], "level": "WARNING", "propagate": True}},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
