import numpy as np
import pytest

from engine.semantic.model import joined
from engine.semantic.train import fit_addition
from engine.words_model.train import fit, learn
from tests.engine.semantic.stand_in import StandIn
from tests.engine.words_model.texts import EXAMPLES

WORDS = fit(EXAMPLES).model
ADDITION = fit_addition(EXAMPLES, learn(EXAMPLES), StandIn(), ridge=0.1).addition
MODEL = joined(WORDS, StandIn(), ADDITION)


def first(model, text):
    found = model.log_probabilities(text)
    return max(found, key=found.get)


def test_probabilities_add_up_to_one():
    found = MODEL.log_probabilities("the loss is nan")

    assert np.exp(list(found.values())).sum() == pytest.approx(1.0)
    assert set(found) == set(WORDS.classes)


def test_words_that_the_text_model_does_not_know_are_read_by_their_meaning():
    text = "out of vram on it"

    assert MODEL.added(text).argmax() == MODEL.classes.index("gpu-out-of-memory")
    assert first(MODEL, text) == "gpu-out-of-memory"


def test_a_text_without_meaning_gets_what_its_words_say():
    text = "the loss becomes"

    assert first(MODEL, text) == first(WORDS, text) == "nan-loss"


def test_the_rest_is_that_of_the_words():
    text = "loss is nan"

    assert MODEL.scores(text).tolist() == WORDS.scores(text).tolist()
    assert MODEL.understood(text) == WORDS.understood(text)
    assert MODEL.confidence(text) == WORDS.confidence(text)
    assert MODEL.fingerprint == WORDS.fingerprint


def test_parts_that_were_not_fitted_together_are_refused():
    other = fit(EXAMPLES[:8]).model
    with pytest.raises(ValueError, match="another text model"):
        joined(other, StandIn(), ADDITION)

    encoder = StandIn()
    encoder.name = "another"
    with pytest.raises(ValueError, match="another is installed"):
        joined(WORDS, encoder, ADDITION)

    encoder = StandIn()
    encoder.width = 5
    with pytest.raises(ValueError, match="arrays"):
        joined(WORDS, encoder, ADDITION)
