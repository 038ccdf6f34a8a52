import pytest

from engine.observe.words.moves import FAR, move_of
from tests.together import together


def move(text, subject="loss"):
    start = text.index(subject)
    return move_of(text, start, start + len(subject), len(text))


@together(
    "text, moves",
    [
        ("loss keeps rising", "rises"),
        ("loss goes up", "rises"),
        ("loss goes up and down", "swings"),
        ("loss does not decrease", "flat"),
        ("loss is stuck", "flat"),
        ("loss stopped improving", "stalls"),
        ("loss flattens around 1.0", "stalls"),
        ("loss has flattened early", "stalls"),
        ("loss levels off", "stalls"),
        ("loss leveled out", "stalls"),
        ("loss levelled off at 1", "stalls"),
        ("loss bottoms out", "stalls"),
        ("loss bottomed out after two epochs", "stalls"),
        ("loss hits a floor", "stalls"),
        ("loss reaches its plateau", "stalls"),
        ("loss hangs around 5", "flat"),
        ("loss sits at 0.69", "flat"),
        ("loss falls very slowly", "slow"),
        ("loss goes to zero", "vanishes"),
        ("loss explodes", "explodes"),
        ("loss jumps suddenly", "spikes"),
        ("loss improves", "improves"),
        ("an oscillating loss", "swings"),
        ("loss decreases", "falls"),
    ],
)
def test_words_of_movement(text, moves):
    assert move(text) == moves


@pytest.mark.parametrize("text", ["loss is 0.5", "loss of the model", "loss function"])
def test_other_words_move_nothing(text):
    assert move(text) is None


def test_a_movement_far_away_belongs_to_something_else():
    assert move("loss " + "x" * FAR + " rises") is None


def test_the_next_quantity_ends_the_search():
    text = "loss and accuracy rises"

    assert move_of(text, 0, 4, text.index("accuracy")) is None
