"""Absolute addresses: of SITE_URL where it is set, else of the checked host of the request.

The port of the Host header is never believed: ALLOWED_HOSTS checks the name only.
"""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.http import HttpRequest
from django.http.request import split_domain_port

STANDARD_PORTS = {"http": "80", "https": "443"}


def origin_of(request: HttpRequest) -> str:
    """Return scheme, host and port of the site, without a slash at the end.

    Behind a proxy the port of the socket is not the one that people use, so it is left out.
    """
    if settings.SITE_URL:
        return str(settings.SITE_URL)
    scheme = request.scheme or "http"
    name, _ = split_domain_port(request.get_host())
    port = request.META.get("SERVER_PORT", "")
    if settings.BEHIND_PROXY or not port or port == STANDARD_PORTS[scheme]:
        return f"{scheme}://{name}"
    return f"{scheme}://{name}:{port}"


def absolute_url(request: HttpRequest, path: str) -> str:
    """Return the address of a path of the site."""
    return f"{origin_of(request)}{path}"


def at_own_origin(request: HttpRequest, url: str) -> str:
    """Return the address with the site's scheme, host and port in place of its own."""
    own = urlsplit(origin_of(request))
    parts = urlsplit(url)
    moved = parts._replace(scheme=own.scheme, netloc=own.netloc)
    return urlunsplit(moved)
