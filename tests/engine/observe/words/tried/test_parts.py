import pytest

from engine.observe.words.clauses import Clause
from engine.observe.words.tried.parts import parts


def read(text):
    return [(len(part.changes), part.outcome) for part in parts(Clause(text, 0))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lower lr helps", [(1, "helps")]),
        ("lower lr and clipping do not help", [(2, "nothing")]),
        ("tried dropout, weight decay and augmentation", [(1, None), (2, None)]),
        ("the loss explodes with a higher lr, in fp32 it is fine", [(1, "fails"), (1, "helps")]),
        ("a lower lr helps and clipping does not help", [(1, "helps"), (1, "nothing")]),
        ("the learning rate is 0.1", []),
        ("the loss explodes", [(0, "fails")]),
    ],
)
def test_a_part_has_its_changes_and_their_outcome(text, found):
    assert read(text) == found


def test_an_outcome_looks_back_where_it_names_nothing_of_its_own():
    for text, looks_back in (("it still happens", True), ("in fp32 it is fine", False)):
        [part] = parts(Clause(text, 0))
        assert part.looks_back == looks_back


def test_an_attempt_is_told_as_one():
    for text, is_attempt in (("i tried clipping", True), ("i use clipping", False)):
        [part] = parts(Clause(text, 0))
        assert [change.is_attempt for change in part.changes] == [is_attempt]
