"""How a client that signs in is named in the log."""

from __future__ import annotations

from django.http import HttpRequest


def who(
    username: str | None,
    ip_address: str | None,
    user_agent: str,
    path_info: str,
    request: HttpRequest,
) -> str:
    """Name account and address on one line, whatever was sent as name."""
    return f"{username!r} at {ip_address}"
