"""METRICS_BIND and METRICS_TOKEN, read strictly."""

from __future__ import annotations

import re

from django.core.exceptions import ImproperlyConfigured

BIND = re.compile(r"(?P<host>[A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\]):(?P<port>[0-9]{1,5})")
LAST_PORT = 65535
SHORTEST_TOKEN = 20


def metrics_bind(value: str) -> str:
    """Return host:port, or "" for none. Raises ImproperlyConfigured."""
    match = BIND.fullmatch(value)
    if value and (not match or not 0 < int(match["port"]) <= LAST_PORT):
        raise ImproperlyConfigured(
            f"METRICS_BIND must be host:port, such as 127.0.0.1:9100, not {value!r}"
        )
    return value


def metrics_token(value: str) -> str:
    """Return the token, or "" for none. Raises ImproperlyConfigured, without showing it."""
    if value and len(value) < SHORTEST_TOKEN:
        raise ImproperlyConfigured(
            f"METRICS_TOKEN must have at least {SHORTEST_TOKEN} characters: it is a password"
        )
    return value
