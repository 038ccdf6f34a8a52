from dataclasses import replace

import pytest

from engine.semantic.train import fit_addition
from engine.words_model.train import Example, learn
from tests.engine.semantic.stand_in import StandIn
from tests.engine.words_model.texts import EXAMPLES

STRANGER = Example("nan-loss", "inf out of it", hand="stranger")
HANDS = [replace(each, hand=f"hand {place % 4}") for place, each in enumerate(EXAMPLES)]


def test_texts_of_strangers_are_named_more_often_with_vectors():
    texts = [*HANDS, STRANGER]

    found = fit_addition(texts, learn(texts), StandIn(), ridge=0.1)

    assert found.top1 > found.words_top1
    assert found.top3 == 1.0


def test_the_same_texts_give_the_same_file():
    learned = learn(HANDS)

    one, other = (fit_addition(HANDS, learned, StandIn()) for _ in range(2))

    assert one.addition.to_bytes() == other.addition.to_bytes()


def test_it_is_not_fitted_without_cases():
    light = [replace(each, weight=0.3) for each in EXAMPLES]

    with pytest.raises(ValueError, match="need cases"):
        fit_addition(light, learn(light), StandIn())
