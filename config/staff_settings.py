"""Settings of signing in, which only staff does: passwords, tries, second factor, sessions."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Any

from config.environment import env_count, env_flag

SHORTEST_PASSWORD = 12
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {
        "NAME": f"{_VALIDATION}.MinimumLengthValidator",
        "OPTIONS": {"min_length": SHORTEST_PASSWORD},
    },
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
    {"NAME": f"{_VALIDATION}.NumericPasswordValidator"},
    {
        "NAME": "config.staff.passwords.SiteWordsValidator",
        "OPTIONS": {"words": ["lossary", "admin", "password"], "min_length": SHORTEST_PASSWORD},
    },
]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesBackend",  # first: it refuses whom it counted too often
    "django.contrib.auth.backends.ModelBackend",
]
# After so many wrong passwords in a row, of an account or from an address, both wait.
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = dt.timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = ["username", "ip_address"]
AXES_RESET_ON_SUCCESS = True
# More tries do not lengthen the wait: else a stranger could keep an account shut by one a minute.
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # sign-ins stand in the log, without a table that grows
AXES_CLIENT_IP_CALLABLE = "web.client_address.counted_address"
AXES_CLIENT_STR_CALLABLE = "config.staff.log_lines.who"
AXES_LOCKOUT_CALLABLE = "config.staff.locked_out.locked_out"
AXES_VERBOSE = False

# A second factor is needed in the admin unless someone says that it is not.
_DEBUG = env_flag("DEBUG") and "pytest" not in sys.modules
STAFF_SECOND_FACTOR = env_flag("STAFF_SECOND_FACTOR", not _DEBUG)
OTP_TOTP_ISSUER = "Lossary"

# A working day, from signing in on; nobody but staff has a session.
SESSION_COOKIE_AGE = 12 * 60 * 60
# Or after so long without a request to the admin: a long entry may be written in one go.
STAFF_IDLE_MINUTES = env_count("STAFF_IDLE_MINUTES", 120)
