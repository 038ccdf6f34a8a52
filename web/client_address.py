"""Which address asks, as limits count it."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "::"  # a socket file has no address, and a proxy may pass on what is none
PREFIX = 64  # bits of an IPv6 address that a provider gives to one customer


def client_address(request: HttpRequest) -> str:
    """Return the address that asks: behind a proxy the one that the proxy saw.

    A client can write X-Forwarded-For as it likes, and the proxy adds what it saw at the end.
    """
    direct = str(request.META.get("REMOTE_ADDR", ""))
    if not settings.BEHIND_PROXY:
        return direct
    forwarded = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
    seen = forwarded.rpartition(",")[2].strip()
    return seen or direct


def counted_address(request: HttpRequest) -> str:
    """Return the address that counts: an IPv6 client has 2**64, so its network is counted."""
    try:
        address = ip_address(client_address(request))
    except ValueError:
        return UNKNOWN
    return str(_network(address))


def _network(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Return the first address of an IPv6 network; an IPv4 address is its own."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    network = IPv6Network((int(address), PREFIX), strict=False)
    return network.network_address
