import pytest

from engine.observe.words.content import are_exchanged, direction, is_content, sides


@pytest.mark.parametrize("stem", ["loss", "gradient", "nan", "collaps"])
def test_terms_tell_what_a_clause_is_about(stem):
    assert is_content(stem)


@pytest.mark.parametrize("stem", ["not", "same", "<digits-2>", "doesn't", "normal"])
def test_words_of_any_clause_do_not(stem):
    assert not is_content(stem)


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("the loss rises", 1),
        ("validation accuracy is higher", 1),
        ("the loss goes down", -1),
        ("loss up and down", 0),
        ("the loss is nan", 0),
    ],
)
def test_the_direction_of_a_clause(text, way):
    assert direction(text) == way


def test_the_sides_of_a_comparison():
    before, behind = sides("validation loss is lower than training loss")

    assert "valid" in before
    assert "train" in behind


def test_a_clause_without_than_has_none():
    assert sides("validation loss is lower") is None


def test_exchanged_sides_are_found():
    one = sides("validation loss is lower than training loss")
    other = sides("training loss is lower than validation loss")

    assert are_exchanged(one, other)
    assert not are_exchanged(one, one)
