import pytest

from engine.run import Case
from engine.words_model.scores import text_scores
from engine.words_model.train import Example, fit
from tests.engine.knowledge import knowledge, with_edition

EXAMPLES = [Example("nan-loss", f"loss is nan {n}") for n in range(4)]
EXAMPLES += [Example("learning-rate-too-low", f"far too slow {n}") for n in range(4)]
KNOWING = with_edition(knowledge(), "with words", text_model=fit(EXAMPLES).model)


def test_words_are_scored_for_each_mode():
    scores = text_scores(Case(description="the loss is nan"), KNOWING)

    assert set(scores) == {"nan-loss", "learning-rate-too-low"}
    assert scores["nan-loss"] > scores["learning-rate-too-low"]


@pytest.mark.parametrize("description", ["", "hi", "hello", "the"])
def test_greeting_or_single_word_has_no_scores(description):
    assert text_scores(Case(description=description), KNOWING) == {}


def test_without_a_model_there_are_no_scores():
    assert text_scores(Case(description="the loss is nan"), knowledge()) == {}
