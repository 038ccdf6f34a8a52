import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.told_comparisons import told_comparisons


def told(text):
    return {item.symptom: item.strength for item in told_comparisons(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Validation accuracy is much lower than training accuracy",
        "The training WER is far below the validation WER.",
        "I train a tagger. Why is accuracy so much better on train than on test?",
    ],
)
def test_a_distance_that_is_stressed_is_a_gap(text):
    assert told(text) == {"generalization-gap": 0.9}


@pytest.mark.parametrize(
    "text",
    [
        "Validation accuracy is slightly lower than training accuracy",
        "Validation accuracy is lower than training accuracy",
        "Validation accuracy is not much lower than training accuracy",
        "Should validation accuracy be much lower than training accuracy?",
        "Validation accuracy is much higher than training accuracy",
        "Model A is much better than model B",
        "",
    ],
)
def test_without_stress_or_in_the_other_direction_it_is_none(text):
    assert told(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "learning rate larger than 0.001 gives NaN",
        "A lr above 3e-4 leads to NaN losses.",
        "any learning rate higher than .01 results in NaN",
    ],
)
def test_a_rate_beyond_which_the_loss_is_nan(text):
    assert told(text) == {"lowering-rate-helps": 0.9, "loss-non-finite": 0.9}


def test_a_rate_beyond_which_the_loss_diverges():
    assert told("with a learning rate above 0.01 the loss explodes") == {"lowering-rate-helps": 0.9}


@pytest.mark.parametrize(
    "text",
    [
        "a larger learning rate gives NaN",  # no value: words alone
        "learning rate lower than 0.001 gives NaN",
        "learning rate larger than 0.001 does not help",
        "learning rate larger than 0.001",
        "Does a learning rate larger than 0.001 give NaN?",
    ],
)
def test_what_states_no_upper_limit_of_the_rate(text):
    assert "lowering-rate-helps" not in told(text)
    assert "loss-non-finite" not in told(text)


def test_the_words_of_the_comparison_are_the_evidence():
    text = "I use Adam. Learning rate larger than 0.001 gives NaN"

    for item in told_comparisons(text):
        start, end = item.quoted
        assert text[start:end].lower() == "learning rate larger than 0.001 gives nan"
        assert item.spans == (item.quoted,)


@given(st.text(alphabet="ab1. ?\nlr>", max_size=60))
def test_any_text_is_read(text):
    assert all(0 < item.strength <= 1 for item in told_comparisons(text))
