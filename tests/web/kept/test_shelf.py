"""Kept answers are those of one edition, found by address and headers, in bounded memory."""

import pytest

from web.kept.answer import KeptAnswer
from web.kept.shelf import MOST_VARIANTS, Shelf

HERE = ("GET", "https", "lossary.example", "/e/nan-loss/")
THERE = (*HERE[:3], "/")


def answer(size=10, vary=()):
    return KeptAnswer({}, vary, None, {"identity": b"x" * size})


@pytest.fixture
def shelf():
    return Shelf(1000)


def test_an_answer_is_found_again(shelf):
    kept = answer()
    shelf.put("a", HERE, {}, kept)

    assert shelf.find("a", HERE, {}) is kept
    assert shelf.find("a", THERE, {}) is None


def test_nothing_of_another_edition_is_found(shelf):
    shelf.put("a", HERE, {}, answer())

    assert shelf.find("b", HERE, {}) is None


def test_an_answer_of_another_edition_drops_all(shelf):
    shelf.put("a", HERE, {}, answer())
    shelf.put("b", THERE, {}, answer())

    assert shelf.find("a", HERE, {}) is None
    assert shelf.find("b", HERE, {}) is None
    assert shelf.size == 10


def test_answers_that_depend_on_a_header_are_told_apart(shelf):
    text, data = answer(vary=("accept",)), answer(vary=("accept",))
    shelf.put("a", HERE, {"HTTP_ACCEPT": "text/html"}, text)
    shelf.put("a", HERE, {"HTTP_ACCEPT": "application/json"}, data)

    assert shelf.find("a", HERE, {"HTTP_ACCEPT": "text/html"}) is text
    assert shelf.find("a", HERE, {"HTTP_ACCEPT": "application/json"}) is data
    assert shelf.find("a", HERE, {}) is None


def test_variants_of_an_address_are_few(shelf):
    for number in range(3 * MOST_VARIANTS):
        shelf.put("a", HERE, {"HTTP_ACCEPT": str(number)}, answer(vary=("accept",)))

    assert shelf.size <= 10 * MOST_VARIANTS


def test_what_was_not_asked_for_the_longest_goes_first(shelf):
    addresses = [(*HERE[:3], f"/{number}") for number in range(11)]
    for address in addresses[:10]:
        shelf.put("a", address, {}, answer(100))
    shelf.find("a", addresses[0], {})
    shelf.put("a", addresses[10], {}, answer(100))

    assert shelf.size == 1000
    assert shelf.find("a", addresses[0], {}) is not None
    assert shelf.find("a", addresses[1], {}) is None


def test_one_that_is_too_large_is_not_kept(shelf):
    shelf.put("a", HERE, {}, answer(101))

    assert shelf.find("a", HERE, {}) is None


def test_what_is_packed_later_counts(shelf):
    kept = answer(100)
    shelf.put("a", HERE, {}, kept)
    kept.bodies["gzip"] = b"x" * 950
    shelf.put("a", THERE, {}, answer(100))

    assert shelf.find("a", HERE, {}) is None
    assert shelf.size == 100
