"""The settings. Every value that a deployment may set is read here and in the modules of settings
imported here, strictly, from the environment: a value that makes no sense stops the start.
"""

from __future__ import annotations

import ipaddress
import re
import sys
from pathlib import Path

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from config import environment
from config.environment import env_count, env_flag, env_number, env_text
from config.protection import *  # noqa: F403 (they are settings, all of them)
from config.protection import BEHIND_PROXY
from config.staff_settings import *  # noqa: F403
from operations.logs import logging_config, wants_access_log
from operations.metrics.switches import metrics_bind, metrics_token

BASE_DIR = Path(__file__).resolve().parent.parent
ENVIRONMENT = environment.ENVIRONMENT  # names of the settings that may come from the environment


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
    default = f"sqlite:///{VAR_DIR / 'lossary.sqlite3'}"
    url = env_text("DATABASE_URL") or default
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
    return {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": url,
            # A cache that does not answer at once is done without.
            "OPTIONS": {"socket_connect_timeout": 0.5, "socket_timeout": 0.5},
        }
    }


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
# All that the site writes: the database where it is SQLite, the secret key, static files, caches.
VAR_DIR = Path(env_text("VAR_DIR") or BASE_DIR / "var").absolute()
DEBUG = env_flag("DEBUG")
SECRET_KEY = secret_key(DEBUG or TESTING, VAR_DIR / "secret-key")

INSTALLED_APPS = [
    "config.staff.apps.StaffAdminConfig",
    "config.staff.apps.StaffConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "csp",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "web",
    "dictionary",
    "quizzes",
    "diagnostics_api",
    "operations",
]

MIDDLEWARE = [
    "operations.observe.observe",
    "dictionary.editions.keep_answers",
    "django.middleware.security.SecurityMiddleware",
    # Before the static files, which get these headers, too.
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.long_addresses.refuse_long_addresses",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "dictionary.editions.attach_edition",
    "config.errors.TellAway",
    "axes.middleware.AxesMiddleware",  # last, so that its answer has every header
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
HAS_SHARED_CACHE = bool(env_text("CACHE_URL"))  # else requests are counted in the database

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = Path(env_text("STATIC_ROOT") or VAR_DIR / "static")
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
DERIVED_DIR = None if TESTING else VAR_DIR / "derived"

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

# Functions that yield what the command tidy deletes, beside what quizzes leave over.
LEFTOVERS = ("diagnostics_api.kept.shelf.leftovers",)

# 16 MB of curves must be read. The view answers larger bodies with problem+json; Django's own limit
# answers with HTML, so it is higher.
DIAGNOSIS_MAX_BYTES = env_number("DIAGNOSIS_MAX_BYTES", 16 * 1024 * 1024)
# Pages and lists of the edition in force, kept by each process. While somebody works on templates,
# and in tests, each request makes its own.
_usual_bytes = 0 if DEBUG or TESTING else 64 * 1024 * 1024
KEPT_ANSWERS_BYTES = env_number("KEPT_ANSWERS_BYTES", _usual_bytes)
DATA_UPLOAD_MAX_MEMORY_SIZE = DIAGNOSIS_MAX_BYTES + 64 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = DIAGNOSIS_MAX_BYTES
DATA_UPLOAD_MAX_NUMBER_FILES = 1000  # a run folder; the form says how many of them are read

# Diagnoses of more than 64 kB run in workers of their own: so many at once in each process of the
# server, each with so many seconds of processor time and so much memory. The dearest input of 16 MB
# that was measured takes 450 MB.
DIAGNOSIS_LANE = env_count("DIAGNOSIS_LANE", 2)
DIAGNOSIS_SECONDS = env_count("DIAGNOSIS_SECONDS", 10)
DIAGNOSIS_MEMORY_MB = env_count("DIAGNOSIS_MEMORY_MB", 768)

DIAGNOSIS_RATE = diagnosis_rate(BEHIND_PROXY)
QUIZ_START_RATE = rate_of("QUIZ_START_RATE", "60/hour", BEHIND_PROXY)

REST_FRAMEWORK = {
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "diagnostics_api.rest.problems.exception_handler",
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

LOG_FORMAT = env_text("LOG_FORMAT", "text")
ACCESS_LOG = wants_access_log(env_text("ACCESS_LOG"), LOG_FORMAT)
LOGGING = logging_config(LOG_FORMAT, env_text("LOG_LEVEL", "INFO"), ACCESS_LOG)

# Metrics are off where neither is set: an address of their own, or /metrics with a token.
METRICS_BIND = metrics_bind(env_text("METRICS_BIND"))
METRICS_TOKEN = metrics_token(env_text("METRICS_TOKEN"))
METRICS_DIR = VAR_DIR / "metrics"
# Name of a gauge -> function of no arguments that returns its value in this process.
METRICS_GAUGES = {"lane_busy": "diagnostics_api.lane.routes.lane_busy"}
