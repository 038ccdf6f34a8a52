"""The only settings file. Every value that a deployment may set is read here, strictly, from the
environment: a value that makes no sense stops the start.
"""

from __future__ import annotations

import ipaddress
import os
import re
import sys
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent


def env_text(name: str, default: str = "") -> str:
    return os.environ.get(name, default).strip()


def env_flag(name: str, default: bool = False) -> bool:
    value = env_text(name)
    if not value:
        return default
    if value.lower() in {"1", "true", "yes", "on"}:
        return True
    if value.lower() in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name} must be true or false, not {value!r}")


def env_list(name: str, default: list[str]) -> list[str]:
    """Read a comma-separated list. Empty parts are dropped."""
    value = env_text(name)
    if not value:
        return default
    parts = map(str.strip, value.split(","))
    return list(filter(None, parts))


def env_number(name: str, default: int) -> int:
    value = env_text(name)
    if not value:
        return default
    try:
        return int(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}") from error


def secret_key(debug: bool, kept: Path) -> str:
    """Return the key of the environment, else the one that scripts/serve made and keeps.

    Raises ImproperlyConfigured where there is neither and debug is off.
    """
    key = env_text("SECRET_KEY")
    if not key and kept.exists():
        key = kept.read_text().strip()
    if key:
        return key
    if debug:
        return "only for development, where DEBUG is on"
    raise ImproperlyConfigured(
        "SECRET_KEY is not set. Set it, or start with scripts/serve, which makes one and keeps "
        "it in var/."
    )


def databases() -> dict[str, dict[str, object]]:
    default = f"sqlite:///{BASE_DIR / 'var' / 'lossary.sqlite3'}"
    url = env_text("DATABASE_URL", default)
    config = dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True)
    if config["ENGINE"].endswith("sqlite3"):
        # WAL lets readers go on while one writes; IMMEDIATE takes the write lock at the start of a
        # transaction, so that two writers wait for one another instead of failing halfway.
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            # FULL: what is acknowledged is on the disk, also when the power fails.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA "
            "foreign_keys=ON;",
        }
    else:
        config["OPTIONS"] = {"connect_timeout": 3, **config.get("OPTIONS", {})}
    return {"default": {**config}}


def caches() -> dict[str, dict[str, object]]:
    url = env_text("CACHE_URL")
    if not url:
        return {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    if not url.startswith(("redis://", "rediss://", "unix://")):
        raise ImproperlyConfigured(
            f"CACHE_URL must start with redis://, rediss:// or unix://, not {url!r}"
        )
    return {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}}


RATE = re.compile(r"[1-9][0-9]*/(?:s|sec|m|min|h|hour|d|day)")


def is_loopback(bind: str) -> bool:
    """Return whether only this machine can reach the address (host:port) of the server."""
    host = bind.rpartition(":")[0].strip("[]")
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def diagnosis_rate(behind_proxy: bool) -> str:
    return rate_of("DIAGNOSIS_RATE", "60/min", behind_proxy)


def rate_of(name: str, default: str, behind_proxy: bool) -> str:
    """Return how often a client address may do something, such as 60/min; "" for no limit.

    People on their own machine have none. A proxy on this machine passes on requests of others, so
    behind a proxy the limit stays.
    """
    if is_loopback(env_text("BIND")) and not behind_proxy:
        default = ""
    rate = env_text(name, default)
    if rate and not RATE.fullmatch(rate):
        raise ImproperlyConfigured(f"{name} must be such as 60/min, 10/s or 500/hour, not {rate!r}")
    return rate


TESTING = "pytest" in sys.modules
DEBUG = env_flag("DEBUG")
SECRET_KEY = secret_key(DEBUG or TESTING, BASE_DIR / "var" / "secret-key")
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS", [])

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "csp",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "web",
    "dictionary",
    "quizzes",
    "diagnostics_api",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "dictionary.editions.attach_edition",
    "config.errors.TellAway",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

DATABASES = databases()
CACHES = caches()

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": (
            "django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG or TESTING
            else "whitenoise.storage.CompressedManifestStaticFilesStorage"
        )
    },
}

WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("gz", "png", "jpg", "webp", "woff2", "map")

FIXTURES_DIR = BASE_DIR / "fixtures"
# What is made from an edition once, for every process: removing it costs a second. Tests have none.
DERIVED_DIR = None if TESTING else BASE_DIR / "var" / "derived"

# load_dictionary makes these before an edition comes into force, so that no request waits for them.
MADE_OF_CONTENT = (
    "diagnostics_api.service.knowledge.KNOWLEDGE",
    "diagnostics_api.service.in_force.LIBRARY",
    "dictionary.search.lexicon.LEXICON",
    "dictionary.suggestions.NAMES",
    "quizzes.bank.BANK",
)

# Rules on the content that the dictionary cannot know. load_dictionary checks them with its own.
CONTENT_RULES = ("quizzes.content_rules.kinds_are_known",)

# 16 MB of curves must be read. The view answers larger bodies with problem+json; Django's own limit
# answers with HTML, so it is higher.
DIAGNOSIS_MAX_BYTES = env_number("DIAGNOSIS_MAX_BYTES", 16 * 1024 * 1024)
DATA_UPLOAD_MAX_MEMORY_SIZE = DIAGNOSIS_MAX_BYTES + 64 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = DIAGNOSIS_MAX_BYTES
DATA_UPLOAD_MAX_NUMBER_FILES = 1000  # a run folder; the form says how many of them are read

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
LOGIN_REDIRECT_URL = "admin:index"  # where a sign-in without a place to go on leads
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"
HTTPS = env_flag("HTTPS")
SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = env_number("HSTS_SECONDS", 0)
BEHIND_PROXY = env_flag("BEHIND_PROXY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None

DIAGNOSIS_RATE = diagnosis_rate(BEHIND_PROXY)
QUIZ_START_RATE = rate_of("QUIZ_START_RATE", "60/hour", BEHIND_PROXY)

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "diagnostics_api.rest.problems.exception_handler",
    # Without a proxy, a made-up X-Forwarded-For must not evade the rate limit.
    "NUM_PROXIES": int(BEHIND_PROXY),
}

SPECTACULAR_SETTINGS = {
    "TITLE": "Lossary",
    "DESCRIPTION": (
        "What a training run shows in, ranked failure modes with evidence and fixes out."
    ),
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": [],  # values of a field are listed where the field is described
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env_text("LOG_LEVEL", "INFO")},
}
