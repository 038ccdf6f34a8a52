"""The walk through ASVS 5.0 in docs/security.md names every requirement of levels 1 and 2 once, and
nothing that is not there.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs/security.md").read_text()
STATES = {"met", "n/a", "operator", "open"}
# Requirements of levels 1 and 2 in each chapter of version 5.0.0.
WANTED = {
    1: 27,
    2: 11,
    3: 19,
    4: 10,
    5: 9,
    6: 35,
    7: 18,
    8: 7,
    9: 7,
    10: 29,
    11: 14,
    12: 9,
    13: 13,
    14: 9,
    15: 13,
    16: 16,
    17: 7,
}


def rows():
    """(numbers, state, text) of each row of the walk."""
    walk = TEXT.partition("## The walk")[2]
    for line in walk.splitlines():
        if line.startswith("| ") and line[2].isdigit():
            numbers, state, text = (cell.strip() for cell in line.strip("|").split("|"))
            yield numbers.split(", "), state, text


NUMBERS = [number for numbers, _, _ in rows() for number in numbers]


def test_every_requirement_is_named_once():
    assert [number for number, times in Counter(NUMBERS).items() if times > 1] == []
    assert Counter(int(number.partition(".")[0]) for number in NUMBERS) == WANTED
    assert f"({len(NUMBERS)} requirements;" in TEXT


def test_every_row_has_a_state_and_a_test_or_a_reason():
    wrong = [row for row in rows() if row[1] not in STATES or len(row[2]) < 8]

    assert wrong == []


@pytest.mark.parametrize(
    "place", sorted(set(re.findall(r"`((?:tests|config|scripts)/[^`]+)`", TEXT)))
)
def test_what_the_walk_names_is_there(place):
    assert (ROOT / place).exists()
