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


@given(st.text(alphabet="ab1. ?\nlr>", max_size=60))
def test_any_text_is_read(text):
    assert all(0 < item.strength <= 1 for item in told_comparisons(text))
