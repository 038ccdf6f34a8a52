import pytest

from dictionary.models import FailureMode
from dictionary.pages.compare.asked import MOST_NAMED, asked_for

KNOWN = {slug: FailureMode(pk=number, slug=slug) for number, slug in enumerate("abcde", start=1)}


@pytest.mark.parametrize(
    ("slugs", "compared", "status"),
    [
        ("", False, 200),
        ("a", False, 200),
        ("ab", True, 200),
        ("abcd", True, 200),
        ("abcde", False, 400),
        ("abx", False, 404),
    ],
)
def test_two_to_four_known_entries_can_be_compared(slugs, compared, status):
    asked = asked_for(list(slugs), KNOWN)

    assert (asked.can_be_compared, asked.status) == (compared, status)


def test_each_entry_has_an_address_without_it():
    asked = asked_for(["a", "b"], KNOWN)

    assert [chosen.without for chosen in asked.chosen] == ["?e=b", "?e=a"]


def test_a_long_address_makes_no_long_message():
    asked = asked_for([f"no-{number}" * 50 for number in range(500)], KNOWN)

    assert len(asked.unknown) == MOST_NAMED
    assert max(map(len, asked.unknown)) == 60
