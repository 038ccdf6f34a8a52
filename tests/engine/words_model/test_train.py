import numpy as np
import pytest

from engine.words_model.likelihoods import PRIOR
from engine.words_model.train import (
    Example,
    fingerprint,
    fit,
    is_current,
    learn,
    targets_of,
)
from tests.engine.words_model.texts import EXAMPLES

FIT = fit(EXAMPLES)


def test_training_is_deterministic():
    assert fit(EXAMPLES).model.to_bytes() == FIT.model.to_bytes()


def test_one_class_cannot_be_learned():
    with pytest.raises(ValueError, match="two failure modes"):
        fit([Example("nan-loss", "nan")])


@pytest.mark.parametrize("weight", [None, 0.3])
def test_a_model_is_not_fitted_without_whole_cases(weight):
    light = [Example(example.label, example.text, weight) for example in EXAMPLES if weight]

    with pytest.raises(ValueError, match="needs cases"):
        fit(light)


def matrix_of(vectorizer, examples):
    matrix = np.zeros((len(examples), len(vectorizer.positions)))
    for row, example in enumerate(examples):
        columns, values = vectorizer(example.text)
        matrix[row, columns] = values
    return matrix


def slow_weights(vectorizer, examples, classes):
    """Independent and slow: the logarithm of each share beside that of an even spread."""
    matrix = matrix_of(vectorizer, examples)
    features = matrix.shape[1]
    weights = np.zeros((features, len(classes)))
    for place, name in enumerate(classes):
        mass = matrix[[example.label == name for example in examples]].sum(axis=0)
        even = PRIOR / features
        weights[:, place] = np.log((mass / mass.sum() + even) / even)
    return weights


def test_weights_are_those_of_naive_bayes():
    model = learn(EXAMPLES)
    expected = slow_weights(model.vectorizer, EXAMPLES, model.classes)

    np.testing.assert_allclose(model.weights, expected, atol=1e-5)


def test_held_out_accuracy_equals_leaving_each_case_out():
    """The fast version keeps the features and idf of all texts, so the slow one does as well."""
    model = learn(EXAMPLES)
    right = 0
    for left_out in EXAMPLES:
        others = [example for example in EXAMPLES if example is not left_out]
        weights = slow_weights(model.vectorizer, others, model.classes)
        columns, values = model.vectorizer(left_out.text)
        scores = values @ weights[columns]
        right += model.classes[int(scores.argmax())] == left_out.label

    assert FIT.top1 == pytest.approx(right / len(EXAMPLES))


def test_a_class_of_many_texts_weighs_no_more_than_one_of_few():
    many = [*EXAMPLES, *(Example("nan-loss", f"the loss is nan in run {n}") for n in range(30))]
    few, more = fit(EXAMPLES).model, fit(many).model

    assert more.log_probabilities("validation loss rises")["overfitting"] > np.log(0.5)
    assert few.log_probabilities("zebras") == pytest.approx(more.log_probabilities("zebras"))


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


def test_a_model_is_current_for_its_examples_only():
    edited = [*EXAMPLES[1:], Example(EXAMPLES[0].label, "the loss is not a number")]

    assert is_current(FIT.model, EXAMPLES)
    assert not is_current(FIT.model, edited)
    assert not is_current(FIT.model, EXAMPLES[1:])


def test_progress_is_reported_of_long_fits_only(monkeypatch):
    lines = []
    fit(EXAMPLES, report=lines.append)
    assert lines == []

    monkeypatch.setattr("engine.words_model.progress.SECONDS", 0)
    fit(EXAMPLES, report=lines.append)
    assert "Counting features of texts: 0 of 12" in lines
    assert any(line.startswith("Holding out hands") for line in lines)


def test_acceptable_labels_share_a_part_of_the_target():
    example = Example("a", "text", acceptable=("b", "c", "unknown"))

    assert targets_of([example], ["a", "b", "c", "d"]).tolist() == [
        pytest.approx([0.7, 0.15, 0.15, 0.0])
    ]


def test_without_acceptable_labels_the_label_has_all():
    only_unknown = Example("a", "text", acceptable=("unknown",))

    assert targets_of([Example("b", "text"), only_unknown], ["a", "b"]).tolist() == [
        [0.0, 1.0],
        [1.0, 0.0],
    ]


def test_hands_and_acceptable_labels_are_part_of_the_fingerprint():
    first = EXAMPLES[0]

    for changed in (
        Example(first.label, first.text, hand="a"),
        Example(first.label, first.text, acceptable=("overfitting",)),
        Example(first.label, first.text, weight=0.5),
    ):
        assert fingerprint([changed, *EXAMPLES[1:]]) != fingerprint(EXAMPLES)


def test_a_hand_is_judged_by_a_model_without_it():
    """The two texts of hand b name a failure that no other hand reports: nobody else knows it."""
    alone = [Example("hidden", f"zebra stripes {n}", hand="b") for n in range(2)]
    others = [Example(each.label, each.text, hand="a") for each in EXAMPLES]
    plain = [Example("hidden", each.text) for each in alone]

    one_by_one = learn([*EXAMPLES, *plain]).held_out[-2:]
    by_hands = learn([*others, *alone]).held_out[-2:]

    hidden = learn([*others, *alone]).classes.index("hidden")
    assert np.all(one_by_one.argmax(axis=1) == hidden)
    assert np.all(by_hands.argmax(axis=1) != hidden)


def test_fit_says_how_far_its_probabilities_can_be_believed():
    assert 0 <= FIT.brier <= 1
    assert sum(each.texts for each in FIT.reliability) == len(EXAMPLES)
