import pytest
from django.test import RequestFactory

from web.client_address import client_address, counted_address


def ask(address, forwarded=None):
    headers = {"x-forwarded-for": forwarded} if forwarded is not None else {}
    return RequestFactory().get("/", headers=headers, REMOTE_ADDR=address)


def test_without_a_proxy_a_header_says_nothing(settings):
    settings.BEHIND_PROXY = False

    assert client_address(ask("192.0.2.1", "198.51.100.7")) == "192.0.2.1"


@pytest.mark.parametrize(
    ("forwarded", "address"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("203.0.113.9, 198.51.100.7", "198.51.100.7"),  # the first was made up by the client
        ("", "192.0.2.1"),
        (None, "192.0.2.1"),
    ],
)
def test_behind_a_proxy_the_address_is_the_one_that_it_saw(settings, forwarded, address):
    settings.BEHIND_PROXY = True

    assert client_address(ask("192.0.2.1", forwarded)) == address


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("", "::"),
        ("nowhere", "::"),
    ],
)
def test_a_network_of_ipv6_counts_as_one(address, counted):
    assert counted_address(ask(address)) == counted
