import pytest

from engine.read.tables.headings import says, split_above


@pytest.mark.parametrize(
    ("line", "split"),
    [
        ("Validation", "val"),
        ("Results on the test set:", "test"),
        ("***** eval metrics *****", "val"),
        ("Training on cuda", ""),
        ("Saving to runs/test/1", ""),
        ("", ""),
        ("x" * 200, ""),
    ],
)
def test_split_of_a_heading(line, split):
    assert split_above([line, "table"], 1) == split


def test_only_the_nearest_lines_are_headings():
    assert split_above(["Validation", "", "", "", "table"], 4) == ""


def test_words_above():
    assert says(["Confusion matrix", "[[1 2]"], 1, "confusion")
    assert not says(["weights", "[[1 2]"], 1, "confusion")
