import io
import math

import numpy as np
import pytest

from engine.words_model.model import FORMAT, TextModel
from engine.words_model.prune import PrunedWeights
from engine.words_model.train import fit
from engine.words_model.vectorizer import Vectorizer
from tests.engine.words_model.texts import EXAMPLES

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
    assert copy.temperature == FIT.model.temperature
    np.testing.assert_array_equal(copy.weights.starts, FIT.model.weights.starts)
    np.testing.assert_array_equal(copy.weights.classes, FIT.model.weights.classes)
    np.testing.assert_array_equal(copy.weights.levels, FIT.model.weights.levels)
    np.testing.assert_array_equal(copy.weights.scales, FIT.model.weights.scales)


def test_answers_survive_the_file():
    copy = TextModel.from_bytes(FIT.model.to_bytes())

    answers = FIT.model.log_probabilities("loss nan")

    assert copy.log_probabilities("loss nan") == pytest.approx(answers, abs=0.01)


def test_a_class_number_above_a_byte_survives_the_file():
    classes = np.array([3, 299, 0, 256, 257], np.uint16)
    weights = PrunedWeights(
        starts=np.array([0, 2, 5]),
        classes=classes,
        levels=np.ones(5, np.int8),
        scales=np.ones(2, np.float32),
    )
    vectorizer = Vectorizer({"w a": 0, "w b": 1}, np.ones(2, np.float32), scoped=True)
    names = tuple(f"failure-{number}" for number in range(300))
    model = TextModel(names, vectorizer, weights, 0.1, "")

    copy = TextModel.from_bytes(model.to_bytes())

    np.testing.assert_array_equal(copy.weights.classes, classes)


def changed(**arrays):
    """Return the file of the model with some arrays replaced, or left out where None."""
    with np.load(io.BytesIO(FIT.model.to_bytes())) as archive:
        contents = {**archive, **arrays}
    buffer = io.BytesIO()
    np.savez(buffer, **{name: array for name, array in contents.items() if array is not None})
    return buffer.getvalue()


CUT = FIT.model.to_bytes()[:-200]
FLIPPED = bytearray(FIT.model.to_bytes())
FLIPPED[len(FLIPPED) // 2] ^= 0xFF


BROKEN = [b"", b"not an archive", b"PK\x03\x04 broken", CUT, bytes(FLIPPED)]
ARRAYS = ["classes", "features", "idf", "counts", "steps", "levels", "scales"]


@pytest.mark.parametrize("data", BROKEN)
def test_a_file_that_is_no_model_is_refused(data):
    with pytest.raises(ValueError, match="not a text model"):
        TextModel.from_bytes(data)


@pytest.mark.parametrize("name", ARRAYS)
def test_a_file_without_an_array_is_refused(name):
    with pytest.raises(ValueError, match="not a text model"):
        TextModel.from_bytes(changed(**{name: None}))


@pytest.mark.parametrize(
    ("name", "array", "reason"),
    [
        ("classes", np.array(["nan-loss"]), "a class that it does not name"),
        ("idf", np.ones(3, np.float16), "each feature"),
        ("scales", np.ones(3, np.float32), "each feature"),
        ("counts", np.ones(3, np.uint16), "each feature"),
        ("levels", np.ones(3, np.int8), "each weight"),
        ("steps", np.zeros((2, 3), np.uint8), "each weight"),
    ],
)
def test_arrays_that_do_not_match_are_refused(name, array, reason):
    with pytest.raises(ValueError, match=reason):
        TextModel.from_bytes(changed(**{name: array}))


@pytest.mark.parametrize(("version", "named"), [(None, 1), (np.array(FORMAT + 1), FORMAT + 1)])
def test_another_format_is_named(version, named):
    with pytest.raises(ValueError, match=f"format {named}, where {FORMAT} is needed"):
        TextModel.from_bytes(changed(format=version))


def test_numpys_advice_to_unpickle_is_not_passed_on():
    with pytest.raises(ValueError, match="not a text model") as caught:
        TextModel.from_bytes(b"no archive at all")

    assert "pickle" not in str(caught.value)
