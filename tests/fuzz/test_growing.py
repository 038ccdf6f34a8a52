"""No way in takes work or memory that outgrows its text; scripts/fuzz asks at larger sizes."""

import pytest

from tests.fuzz.growing import (
    FLOOR,
    FLOORS,
    LONG,
    PATTERNS,
    SHORT,
    SHORT_WAYS,
    WAYS,
    growth_of,
)

SHARE = 7  # of the patterns each way gets one in so many, another share than the way before it


@pytest.mark.parametrize("place", range(len(SHORT_WAYS)), ids=SHORT_WAYS)
def test_work_grows_no_faster_than_the_text(place):
    name = SHORT_WAYS[place]
    way = WAYS[name]
    way("warm up")
    floor = FLOORS.get(name, FLOOR)
    for pattern in list(PATTERNS)[place % SHARE :: SHARE]:
        said = growth_of(way, PATTERNS[pattern], SHORT, floor, with_memory=False)
        assert not said, f"{pattern}: {said}"


def test_every_pattern_reaches_several_ways():
    assert len(PATTERNS) > 77
    assert len(SHORT_WAYS) >= 2 * SHARE


def test_memory_of_a_log_is_bounded_by_its_size():
    for pattern in ("new words", "new lists in rows", "one long line of numbers"):
        assert not growth_of(WAYS["file run.txt"], PATTERNS[pattern], LONG[:2])


def _pairs(text):
    for first in text:
        for _ in text:
            first.upper()


def test_quadratic_work_is_found():
    assert "1,050,630 for 1,025" in growth_of(_pairs, PATTERNS["many 'a'"], SHORT)


def test_memory_without_proportion_is_found():
    assert "bytes for" in growth_of(lambda text: bytearray(9_000_000), PATTERNS["spaces"], SHORT)


def test_linear_work_passes():
    def linear(text):
        for _ in range(200):
            list(map(str.upper, text))

    assert growth_of(linear, PATTERNS["many 'a'"], SHORT) == ""
