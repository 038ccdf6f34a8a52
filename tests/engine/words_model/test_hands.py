import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine.words_model.hands import rows_of_hands


def test_rows_of_a_hand_are_together():
    rows = rows_of_hands(["b", "a", "b", "c", "a"])

    assert [each.tolist() for each in rows] == [[1, 4], [0, 2], [3]]


def test_rows_without_a_hand_are_in_none():
    assert [each.tolist() for each in rows_of_hands(["", "a", "", "b"])] == [[1], [3]]
    assert rows_of_hands(["", ""]) == []
    assert rows_of_hands([]) == []


@given(st.lists(st.sampled_from(["", "a", "b", "c", "d"]), max_size=40))
def test_hands_part_the_rows(hands):
    rows = rows_of_hands(hands)

    together = np.concatenate([np.empty(0, int), *rows])
    assert sorted(together) == [row for row, hand in enumerate(hands) if hand]
    assert all(len({hands[row] for row in each}) == 1 for each in rows)
