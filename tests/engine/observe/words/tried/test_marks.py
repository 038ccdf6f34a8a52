from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.tried.effects import effect_of
from engine.observe.words.tried.marks import _ROWS, marks


def named(text):
    return [mark.thing or mark.way or mark.outcome for mark in marks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a smaller lr helps", ["less", "rate", "helps"]),
        ("smaller batches do not help", ["less", "batch", "nothing"]),
        ("i went from 1e-3 to 1e-4", ["less"]),
        ("from 16 to 64", ["more"]),
        ("without mixed precision no nans", ["off", "half", "helps"]),
        ("still out of memory", ["no-memory"]),
        ("it is better than before", []),
        ("i fixed the seed", ["seed"]),
        ("fine-tuning in fp32 is fine", ["on", "full", "helps"]),
        ("sigmoid/elu", []),
        ("", []),
    ],
)
def test_marks_are_found_in_order(text, found):
    assert named(text) == found


def test_every_row_names_what_is_known():
    ways = {"less", "more", "any", "on", "off"}
    outcomes = {"helps", "nothing", "worse", "fails", "no-memory"}
    things = {name for kind, name in _ROWS if kind == "thing"}

    assert {name for kind, name in _ROWS if kind == "way"} == ways
    assert {name for kind, name in _ROWS if kind == "outcome"} == outcomes
    without = [thing for thing in things if not any(effect_of(thing, way) for way in ways)]
    assert without == []


@given(st.text(alphabet="ab1.e- fromt", max_size=60))
def test_marks_do_not_overlap(text):
    found = list(marks(text))

    assert all(one.end <= other.start for one, other in pairwise(found))
