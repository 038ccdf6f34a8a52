import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.clauses import Clause
from engine.observe.words.comparisons import compared


def symptom(text):
    found = compared(Clause(text, 0))
    return found.symptom if found else None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("validation accuracy is much lower than training accuracy", "generalization-gap"),
        ("accuracy on train is better than on test", "generalization-gap"),
        ("train loss is far below the val loss", "generalization-gap"),
        ("val acc is higher than train acc", "validation-accuracy-above-training"),
        ("validation loss is lower than training loss", "validation-better-than-training"),
        ("test f1 is worse than validation f1", "test-below-validation"),
        ("validation WER is higher than training WER".lower(), "generalization-gap"),
    ],
)
def test_the_sides_of_a_comparison_decide(text, shown):
    assert symptom(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a smaller learning rate makes the loss explode", "lowering-rate-does-not-help"),
        ("learning rate larger than 0.001 gives nan", "lowering-rate-helps"),
        ("lowering the learning rate helps", "lowering-rate-helps"),
        ("a lower lr does not help", "lowering-rate-does-not-help"),
        ("reducing the lr did not change anything", "lowering-rate-does-not-help"),
        ("with a higher lr it learns", "raising-rate-helps"),
        ("a bigger batch fixes it", "larger-batch-helps"),
        ("with less dropout it trains", "less-regularization-helps"),
    ],
)
def test_the_effect_of_a_changed_setting(text, shown):
    assert symptom(text) == shown


@pytest.mark.parametrize(
    "text", ["raising the learning rate has no effect", "more dropout makes it worse"]
)
def test_an_effect_that_points_to_no_cause_is_parsed_and_shows_nothing(text):
    assert symptom(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "model a is better than model b",
        "the loss is higher than before",
        "my learning rate is 0.1",
        "the validation accuracy is high",
        "",
    ],
)
def test_other_clauses_compare_nothing_that_is_known(text):
    assert symptom(text) is None


def test_how_strongly_it_is_said_counts():
    strengths = [
        compared(Clause(f"val acc is {how} lower than train acc", 0)).strength
        for how in ("slightly", "clearly")
    ]

    assert strengths[0] < 0.5 < strengths[1]


def test_a_comparison_may_be_denied():
    assert compared(Clause("val acc is not lower than train acc", 0)).denied
    assert not compared(Clause("val acc is lower than train acc", 0)).denied


@given(st.text(max_size=200))
def test_any_clause_is_read_without_error(text):
    found = compared(Clause(text.lower(), 0))

    assert found is None or 0 < found.strength < 1
