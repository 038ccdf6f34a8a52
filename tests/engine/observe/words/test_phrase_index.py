import pickle
from dataclasses import replace

import pytest

from engine.observe.words.phrase_index import fit_phrase_index, is_negated, phrase_index
from engine.observe.words.phrases import observe_text
from tests.engine.knowledge import knowledge

KNOWLEDGE = knowledge()


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("the loss isn't decreasing", True),
        ("no NaN so far", True),
        ("it is not that it does not learn", False),
        ("loss nan", False),
    ],
)
def test_negations_are_counted(text, negated):
    assert is_negated(text) is negated


def test_similarities_are_the_cosines_of_the_vectors():
    index = fit_phrase_index(KNOWLEDGE.symptoms)
    texts = [text for symptom in KNOWLEDGE.symptoms.values() for text in symptom.phrasings]
    asked = dict(zip(*(part.tolist() for part in index.vectorizer("my loss is nan")), strict=True))

    slow = []
    for text in texts:
        columns, values = (part.tolist() for part in index.vectorizer(text))
        slow.append(sum(asked.get(c, 0.0) * v for c, v in zip(columns, values, strict=True)))

    assert index.similarities("my loss is nan") == pytest.approx(slow)
    assert max(slow) > 0.5


def test_an_index_without_phrasings_finds_nothing():
    silent = {slug: replace(s, phrasings=()) for slug, s in KNOWLEDGE.symptoms.items()}

    assert list(fit_phrase_index(silent).similarities("my loss is nan")) == []
    assert observe_text("my loss is nan", replace(KNOWLEDGE, symptoms=silent, edition="s")) == ()


def test_an_index_that_was_kept_on_disk_is_used():
    index = pickle.loads(pickle.dumps(fit_phrase_index(KNOWLEDGE.symptoms)))  # noqa: S301 (our own)
    kept = replace(KNOWLEDGE, phrases=index)
    text = "the loss falls very slowly and the inputs hold nan values"

    assert phrase_index(kept) is index
    assert observe_text(text, kept) == observe_text(text, KNOWLEDGE)


def test_an_index_is_fitted_once_where_none_was_given():
    assert phrase_index(KNOWLEDGE) is phrase_index(KNOWLEDGE)
