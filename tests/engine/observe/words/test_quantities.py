import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.quantities import SOURCE, observe_quantities, quantities


def states(text):
    return {item.symptom: item.state for item in observe_quantities(text)}


@pytest.mark.parametrize(
    "text",
    [
        "train acc 99% val acc 60%, 5000 tweets",
        "training accuracy is 0.97 while validation accuracy: 0.62",
        "97 % on train, 70 % on the test set",
        "train 0.99 / val 0.60",
        "train loss 0.05, val loss 1.3",
    ],
)
def test_a_stated_gap_is_seen(text):
    assert states(text)["generalization-gap"] == "seen"


@pytest.mark.parametrize("text", ["train acc 0.91, val acc 0.90", "train loss 0.40, val loss 0.42"])
def test_scores_that_agree_are_no_gap(text):
    assert states(text)["generalization-gap"] == "absent"


def test_a_high_training_score_says_that_the_model_fits():
    assert states("training accuracy 99 %")["training-loss-stays-high"] == "absent"


@pytest.mark.parametrize(
    "text",
    [
        "10 classes, acc stays 0.1",
        "accuracy is 50 %, binary classification",
        "100-way, accuracy: 1%",
    ],
)
def test_a_score_of_one_in_the_number_of_classes_is_chance(text):
    assert states(text)["accuracy-at-chance-level"] == "seen"


def test_a_score_above_chance_is_not():
    assert states("accuracy 38 % on 5 classes")["accuracy-at-chance-level"] == "absent"


@pytest.mark.parametrize(
    "text", ["loss stuck at 2.303", "the loss stays at 0.69", "loss sits around 6.908"]
)
def test_a_loss_stuck_at_the_logarithm_of_the_classes_is_chance(text):
    (found,) = observe_quantities(text)

    assert (found.symptom, found.state, found.source) == ("loss-at-chance-level", "seen", SOURCE)


@pytest.mark.parametrize(
    "text", ["loss stuck at 1.7", "loss went from 2.303 to 0.1", "stuck at epoch 2.303"]
)
def test_other_losses_are_not(text):
    assert "loss-at-chance-level" not in states(text)


def test_the_stated_number_of_classes_decides():
    assert "loss-at-chance-level" not in states("7 classes, loss stays at 2.303")
    assert states(f"7 classes, loss stays at {math.log(7):.3f}")["loss-at-chance-level"] == "seen"


@pytest.mark.parametrize(
    "text", ["", "no numbers here", "trained for 100 epochs, test set of 1000 images"]
)
def test_nothing_stated_nothing_observed(text):
    assert observe_quantities(text) == ()


@pytest.mark.parametrize(
    "statement", ["train loss {0}, val loss {0}", "loss stuck at {0}", "val accuracy {0}"]
)
def test_a_number_beyond_floating_point_states_nothing(statement):
    assert observe_quantities(statement.format(400 * "9")) == ()


def test_numbers_that_are_no_scores_are_not_taken_for_scores():
    assert quantities("validation accuracy 1500").held_out_score is None


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("12.99 % on train", 0.1299),
        ("7 epochs, 97,5 % on train", 0.975),
        ("97  %  accuracy  in  the  training  set", 0.97),
    ],
)
def test_a_number_is_read_whole(text, score):
    assert quantities(text).train_score == pytest.approx(score)


@given(
    st.text(max_size=300)
    | st.from_regex(r"(train|val) (acc|loss) \d{1,9}(\.\d{1,9})?%? \d+ classes", fullmatch=True)
)
def test_any_text_is_read_without_error(text):
    assert all(0 <= item.strength <= 1 for item in observe_quantities(text))
