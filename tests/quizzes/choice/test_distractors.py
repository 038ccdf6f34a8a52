from quizzes.choice.distractors import MOST_DISTRACTORS, closest
from tests.quizzes.entries import FixedChance, entry_of, make_entry, six


def test_options_that_explain_a_part_are_taken_first():
    far = make_entry("far", ["x"], [], chapter="far")
    near = make_entry("near", ["a"], [], chapter="far")
    key = make_entry("key", ["a", "b", "c"], [])
    assert closest(key, [far, near], FixedChance(), key.signs) == [near, far]


def test_the_closest_three_are_chosen():
    key = entry_of("rate-too-high")

    near = closest(key, six()[1:], FixedChance())

    assert len(near) == MOST_DISTRACTORS
    assert near[0].slug == "rate-too-low"


def test_without_candidates_there_are_no_distractors():
    assert closest(entry_of("rate-too-high"), [], FixedChance()) == []
