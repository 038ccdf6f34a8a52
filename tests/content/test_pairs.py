"""Both texts of a pair of look-alikes stand side by side."""

from content.pairs import Pair, main, pairs_of, side_by_side
from tests.small_content import small_content


def test_a_pair_of_written_entries_is_given_once():
    [pair] = pairs_of(small_content().failure_modes)

    assert (pair.first, pair.second) == ("rate-too-high", "rate-too-low")
    assert pair.first_says == pair.second_says == "The other one is slow."


def test_a_planned_look_alike_makes_no_pair():
    high, low = small_content().failure_modes
    alone = low.model_copy(update={"look_alikes": low.look_alikes[1:]})

    assert list(pairs_of([high, alone])) == []


def test_the_texts_stand_side_by_side():
    pair = Pair("a", "b", "One side.", "The other side " + "goes on and on " * 5)

    lines = list(side_by_side(pair))

    assert lines[0].split() == ["a", "|", "b"]
    assert lines[1].startswith("One side.")
    assert len(lines) > 2


def test_the_pairs_of_one_entry_are_printed(capsys):
    assert main(["double-softmax"]) == 0

    printed = capsys.readouterr().out
    assert "double-softmax" in printed
    assert "dying-relu" not in printed.split()[:1]
