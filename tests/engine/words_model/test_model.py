import math

import numpy as np
import pytest

from engine.words_model.model import TextModel
from engine.words_model.train import RIDGE, Example, best_temperature, fingerprint, fit

TEXTS = {
    "nan-loss": (
        "the loss is nan",
        "loss becomes nan after ten steps",
        "nan loss in epoch 2",
        "i get nan everywhere",
    ),
    "gpu-out-of-memory": (
        "cuda out of memory",
        "gpu memory is full",
        "out of memory on the gpu",
        "memory error cuda",
    ),
    "overfitting": (
        "validation loss rises",
        "val loss goes up",
        "train accuracy high, val low",
        "it memorizes the data",
    ),
}
EXAMPLES = [Example(label, text) for label, texts in TEXTS.items() for text in texts]
FIT = fit(EXAMPLES)


def best(model, text):
    scores = model.log_probabilities(text)
    return max(scores, key=scores.get)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("why is my loss NaN?", "nan-loss"),
        ("CUDA memory error", "gpu-out-of-memory"),
        ("val rises", "overfitting"),
    ],
)
def test_a_new_text_is_named(text, label):
    assert best(FIT.model, text) == label


def test_log_probabilities_are_normalized():
    scores = FIT.model.log_probabilities("loss nan")

    assert sum(math.exp(score) for score in scores.values()) == pytest.approx(1)


def test_unknown_words_give_equal_chances():
    scores = FIT.model.log_probabilities("zzz qqq")

    assert list(scores.values()) == pytest.approx([math.log(1 / 3)] * 3)


def test_the_model_survives_its_file():
    copy = TextModel.from_bytes(FIT.model.to_bytes())

    assert copy.classes == FIT.model.classes
    assert copy.fingerprint == FIT.model.fingerprint
    assert copy.log_probabilities("loss nan") == pytest.approx(
        FIT.model.log_probabilities("loss nan"), abs=0.01
    )


def test_training_is_deterministic():
    assert fit(EXAMPLES).model.to_bytes() == FIT.model.to_bytes()


@pytest.mark.parametrize("data", [b"", b"not an archive", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_model_is_refused(data):
    with pytest.raises(ValueError, match="not a text model"):
        TextModel.from_bytes(data)


def test_one_class_cannot_be_learned():
    with pytest.raises(ValueError, match="two failure modes"):
        fit([Example("nan-loss", "nan")])


def test_the_dual_weights_equal_the_primal_ridge_solution():
    """Independent and slow: solve the normal equations in feature space."""
    model = FIT.model
    matrix = np.zeros((len(EXAMPLES), len(model.vectorizer.positions)))
    for row, example in enumerate(EXAMPLES):
        columns, values = model.vectorizer(example.text)
        matrix[row, columns] = values
    targets = (
        np.array([[float(example.label == name) for name in model.classes] for example in EXAMPLES])
        - 1 / 3
    )
    primal = np.linalg.solve(
        matrix.T @ matrix + RIDGE * np.eye(matrix.shape[1]), matrix.T @ targets
    )

    np.testing.assert_allclose(model.weights, primal, atol=1e-5)


def test_held_out_accuracy_equals_leaving_each_case_out():
    right = 0
    for left_out in EXAMPLES:
        scores = _scores_without(left_out)
        right += max(scores, key=scores.get) == left_out.label

    assert FIT.top1 == pytest.approx(right / len(EXAMPLES))


def _scores_without(left_out):
    """The closed form keeps the features and idf of all texts, so the slow version does as well."""
    model, others = FIT.model, [example for example in EXAMPLES if example is not left_out]
    matrix = np.zeros((len(others), len(model.vectorizer.positions)))
    for row, example in enumerate(others):
        columns, values = model.vectorizer(example.text)
        matrix[row, columns] = values
    targets = (
        np.array([[float(example.label == name) for name in model.classes] for example in others])
        - 1 / 3
    )
    weights = np.linalg.solve(
        matrix.T @ matrix + RIDGE * np.eye(matrix.shape[1]), matrix.T @ targets
    )
    columns, values = model.vectorizer(left_out.text)
    return dict(zip(model.classes, values @ weights[columns], strict=True))


def test_a_light_example_counts_less():
    heavy = fit([*EXAMPLES, Example("overfitting", "nan nan loss loss steps")])
    light = fit([*EXAMPLES, Example("overfitting", "nan nan loss loss steps", weight=0.1)])

    assert (
        light.model.log_probabilities("nan loss steps")["overfitting"]
        < heavy.model.log_probabilities("nan loss steps")["overfitting"]
    )


def test_the_fingerprint_does_not_depend_on_the_order():
    assert fingerprint(EXAMPLES) == fingerprint(EXAMPLES[::-1])
    assert fingerprint(EXAMPLES) != fingerprint(EXAMPLES[1:])


def test_the_temperature_is_lower_for_scores_that_are_right():
    answers = np.array([0, 1, 0, 1])
    right = np.eye(2)[answers]

    assert best_temperature(right, answers) < best_temperature(1 - right, answers)
