import pytest

from engine.read.log.phrases import meaning_of
from tests.engine.read.log.names import resolver
from tests.together import together

RESOLVER = resolver()


@together(
    "lead, kind, name",
    [
        ("loss: ", "metric", "loss"),
        (" | lm loss value: ", "metric", "lm loss value"),
        (" - val_loss: ", "metric", "val_loss"),
        (" Acc@1 ", "metric", "Acc@1"),
        ("Epoch: [", "epoch", ""),
        ("Epoch(train) [", "epoch", ""),
        ("global_step ", "step", ""),
        ("/", "total", ""),
        (" of ", "total", ""),
        (" (", "mean", ""),
        ("][", "bracket", ""),
        (" eta: ", "nothing", ""),
        (" 12:", "nothing", ""),
        ("samples/sec=", "nothing", ""),
        ("the run took ", "nothing", ""),
        ("train ", "bare", ""),
        ("my_thing=", "metric", "my_thing"),
        ("my thing ", "nothing", ""),
        (" rank ", "rank", ""),
    ],
)
def test_the_text_in_front_says_what_a_number_is(lead, kind, name):
    meaning = meaning_of(lead, False, RESOLVER)

    assert (meaning.kind, meaning.name) == (kind, name)


def test_the_first_number_of_a_line_may_count_the_lines():
    assert meaning_of("[", True, RESOLVER).kind == "index"
    assert meaning_of("", True, RESOLVER).kind == "index"
    assert meaning_of("", False, RESOLVER).kind == "nothing"


@pytest.mark.parametrize(
    ("lead", "split"),
    [
        ("Validate: Loss ", "val"),
        ("validation loss at iteration ", "val"),
        ("Saving dict for global step ", "val"),
        ("Epoch(val) [", "val"),
        ("loss ", ""),
        ("Test: Time ", "test"),
    ],
)
def test_the_split_of_a_lead_is_told_whatever_the_number_is(lead, split):
    assert meaning_of(lead, True, RESOLVER).split == split
