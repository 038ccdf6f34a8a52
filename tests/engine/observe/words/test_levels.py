import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.clauses import clauses
from engine.observe.words.levels import contrasts, levels_of
from tests.together import together


def shown(text):
    levels = [level for clause in clauses(text) for level in levels_of(clause)]
    return [contrast.symptom for contrast in contrasts(levels)]


@pytest.mark.parametrize(
    "text",
    [
        "great on train, terrible on val",
        "high training accuracy but low validation accuracy",
        "training accuracy high, validation accuracy low",
        "low training loss, high validation loss",
        "training is perfect. the test results are awful",
        "it does well on the training set and fails on unseen data",
        "training accuracy is high, the validation set is not good at all",
    ],
)
def test_good_on_training_and_bad_on_the_rest_is_a_gap(text):
    assert shown(text) == ["generalization-gap"]


@pytest.mark.parametrize(
    ("text", "symptom"),
    [
        ("validation looks good but the test score is poor", "test-below-validation"),
        ("works fine on the validation set but fails in production", "works-offline-fails-live"),
        ("good on the new task, useless on the old task", "old-task-score-drops"),
    ],
)
def test_other_pairs_have_symptoms_of_their_own(text, symptom):
    assert symptom in shown(text)


@together(
    "text",
    [
        "validation accuracy is good and test accuracy is good",
        "the training loss is low and the training accuracy is high",
        "low validation loss and high validation accuracy",
        "training accuracy low, validation accuracy low",
        "my test set is small and my training set is big",
        "high training loss, low validation loss",
        "the validation accuracy is not bad and training is good",
        "the learning rate is low in training and high in validation",
        "",
    ],
)
def test_parts_that_are_judged_alike_or_not_at_all_show_nothing(text):
    assert shown(text) == []


def test_a_contrast_quotes_the_clause_that_complains():
    levels = [
        level
        for clause in clauses("Training looks great. Validation is terrible.")
        for level in levels_of(clause)
    ]

    assert [contrast.clause.text for contrast in contrasts(levels)] == ["validation is terrible."]


@given(
    st.lists(
        st.sampled_from(
            ["train", "val", "test", "good", "bad", "high", "low", "not", ",", "but", "loss"]
        )
    )
)
def test_any_words_are_judged_without_an_error_and_no_part_is_both(words):
    levels = [level for clause in clauses(" ".join(words)) for level in levels_of(clause)]

    assert len({contrast.symptom for contrast in contrasts(levels)}) == len(list(contrasts(levels)))
