import math

import pytest

from diagnostics_api.engine.text.model import TextModel
from diagnostics_api.engine.text.train import fit
from tests.engine.text.texts import EXAMPLES

FIT = fit(EXAMPLES)


def best(model, text):
    scores = model.log_probabilities(text)
    return max(scores, key=scores.get)


@pytest.mark.parametrize(
    ("text", "label"),
    [("why is my loss NaN?", "nan-loss"), ("CUDA memory error", "gpu-out-of-memory"), ("val rises", "overfitting")],
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
    assert copy.log_probabilities("loss nan") == pytest.approx(FIT.model.log_probabilities("loss nan"), abs=0.01)


@pytest.mark.parametrize("data", [b"", b"not an archive", b"PK\x03\x04 broken"])
def test_a_file_that_is_no_model_is_refused(data):
    with pytest.raises(ValueError, match="not a text model"):
        TextModel.from_bytes(data)
