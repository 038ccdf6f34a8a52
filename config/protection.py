"""Settings of what browsers and proxies are told: headers, cookies, redirects, one address."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from config.environment import env_flag, env_list, env_number, env_text

CONTACT = re.compile(r"(?:mailto:|https://|tel:)\S+")
LOCAL_NAMES = ["localhost", "127.0.0.1", "[::1]"]


def site_url(value: str) -> str:
    """Return the origin of the site, such as https://lossary.example; "" where none is set.

    Raises ImproperlyConfigured for anything but a scheme, a host and perhaps a port.
    """
    if not value:
        return ""
    origin = value.rstrip("/")
    parts = urlsplit(origin)
    is_origin = origin == f"{parts.scheme}://{parts.netloc}" and parts.hostname
    if parts.scheme not in {"http", "https"} or not is_origin or "@" in origin:
        raise ImproperlyConfigured(
            f"SITE_URL must be scheme and host, such as https://lossary.example, not {value!r}"
        )
    return origin


def own_hosts(origin: str) -> list[str]:
    """Return the names that requests may use where ALLOWED_HOSTS is not set."""
    if not origin:
        return LOCAL_NAMES
    host = host_of(origin)
    return [host, *LOCAL_NAMES]


def own_origins(origin: str) -> list[str]:
    """Return the origins that forms may come from where CSRF_TRUSTED_ORIGINS is not set."""
    return [origin] if origin else []


def host_of(origin: str) -> str:
    """Return the host without the port; an IPv6 address keeps its brackets."""
    name = urlsplit(origin).hostname or ""
    return f"[{name}]" if ":" in name else name


def security_contact(value: str) -> str:
    """Return where to report a weakness, as security.txt names it; "" where nobody is named.

    Raises ImproperlyConfigured for anything but an address that begins with its scheme.
    """
    if not value or CONTACT.fullmatch(value):
        return value
    raise ImproperlyConfigured(
        "SECURITY_CONTACT must begin with mailto:, https:// or tel:, such as "
        f"mailto:security@lossary.example, not {value!r}"
    )


SITE_URL = site_url(env_text("SITE_URL"))
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", own_hosts(SITE_URL))
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS", own_origins(SITE_URL))

SECURITY_CONTACT = security_contact(env_text("SECURITY_CONTACT"))

HTTPS = env_flag("HTTPS")
SECURE_SSL_REDIRECT = HTTPS
SECURE_SSL_HOST = urlsplit(SITE_URL).netloc or None
# Load balancers and the image ask these over plain HTTP, and follow no redirect.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = env_number("HSTS_SECONDS", 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env_flag("HSTS_INCLUDE_SUBDOMAINS")
SECURE_HSTS_PRELOAD = env_flag("HSTS_PRELOAD")

BEHIND_PROXY = env_flag("BEHIND_PROXY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
# Browsers keep a cookie of this prefix only from this very host, over HTTPS, for all paths.
_PREFIX = "__Host-" if HTTPS else ""
SESSION_COOKIE_NAME = f"{_PREFIX}sessionid"
CSRF_COOKIE_NAME = f"{_PREFIX}csrftoken"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
LOGIN_REDIRECT_URL = "admin:index"  # where a sign-in without a place to go on leads
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"

CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# The site asks for nothing of this.
_UNUSED_FEATURES = (
    "accelerometer",
    "autoplay",
    "bluetooth",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "picture-in-picture",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "usb",
    "web-share",
    "xr-spatial-tracking",
)
PERMISSIONS_POLICY: dict[str, list[str]] = {feature: [] for feature in _UNUSED_FEATURES}
