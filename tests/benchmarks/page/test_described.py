import pytest

from benchmarks.answered import Answered
from benchmarks.item_sets import SETS
from benchmarks.items import HEALTHY, Item
from benchmarks.page.described import DESCRIBED, item_set
from benchmarks.page.versions import ROOT
from engine.read import Inputs


def answer(label):
    item = Item(label, "reports", "text", label, frozenset({label}), Inputs())
    return Answered(item, "undecided", ("nan-loss",), (), 0.2, item.accepted)


def test_a_set_counts_what_fails_what_is_covered_and_what_is_fine():
    rows = [answer("nan-loss"), answer("not-written"), answer(HEALTHY)]

    found = item_set("reports", rows, frozenset({"nan-loss"}))

    assert (found.items, found.failing, found.covered, found.fine) == (3, 2, 1, 1)
    assert found.title == "Reports"


def test_a_set_that_is_not_described_is_not_shown():
    with pytest.raises(KeyError):
        item_set("unheard-of", [answer("nan-loss")], frozenset())


def test_every_set_of_the_page_exists_with_its_files():
    assert set(DESCRIBED) <= set(SETS)
    for each in DESCRIBED.values():
        assert each.about
        assert all((ROOT / file).exists() for file in each.files)
