import pickle
from dataclasses import replace

import pytest

from engine.observe.words.phrase_index import fit_phrase_index, is_negated, phrase_index
from engine.observe.words.phrases import observe_text
from tests.engine.knowledge import knowledge, symptom

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


def test_cosines_are_those_of_the_vectors():
    index = fit_phrase_index(KNOWLEDGE.symptoms)
    texts = [text for symptom in KNOWLEDGE.symptoms.values() for text in symptom.phrasings]
    read_as_figures = ["the loss is nan", "loss becomes NaN after 3 steps"]
    texts = ["" if text in read_as_figures else text for text in texts]
    asked = dict(zip(*(part.tolist() for part in index.vectorizer("inputs hold nan")), strict=True))

    slow = []
    for text in texts:
        columns, values = (part.tolist() for part in index.vectorizer(text))
        slow.append(sum(asked.get(c, 0.0) * v for c, v in zip(columns, values, strict=True)))

    assert index.cosines("inputs hold nan") == pytest.approx(slow)
    assert max(slow) > 0.5


def test_an_index_without_phrasings_finds_nothing():
    silent = {slug: replace(s, phrasings=()) for slug, s in KNOWLEDGE.symptoms.items()}

    assert list(fit_phrase_index(silent).similarities("inputs hold nan")) == []
    assert observe_text("inputs hold nan", replace(KNOWLEDGE, symptoms=silent, edition="s")) == ()


def resemblance(text, phrasing, *others):
    """How much a text resembles the first of these phrasings."""
    symptoms = {"loss-diverges": symptom("loss-diverges", phrasings=(phrasing, *others))}
    return float(fit_phrase_index(symptoms).similarities(text)[0])


def test_words_that_no_phrasing_has_count_in_the_length():
    short = resemblance("gradient explodes", "gradient explodes")
    long = resemblance("gradient explodes in the greenhouse with potatoes", "gradient explodes")

    assert short == pytest.approx(1)
    assert 0 < long < 0.8


@pytest.mark.parametrize("text", ["explodes", "gradient of the hill", "is this normal", ""])
def test_one_shared_word_is_too_little(text):
    assert resemblance(text, "gradient explodes") == 0


def test_common_words_alone_are_too_little():
    others = [f"loss batch word{number}" for number in range(20)]

    assert resemblance("loss batch", "loss batch explodes", *others) == 0
    assert resemblance("loss explodes", "loss batch explodes", *others) > 0


@pytest.mark.parametrize(
    ("text", "phrasing"),
    [
        ("recall of cats rises", "recall of cats falls"),
        ("dogs score higher than cats", "cats score higher than dogs"),
    ],
)
def test_the_opposite_resembles_nothing(text, phrasing):
    assert resemblance(text, phrasing) == 0
    assert resemblance(phrasing, phrasing) > 0.9


def test_a_phrasing_whose_point_is_a_figure_is_left_out():
    symptoms = {"generalization-gap": symptom("g", phrasings=("train acc 0.98, val acc 0.64",))}
    index = fit_phrase_index(symptoms)

    assert list(index.similarities("train acc and val acc of the model")) == [0]


def test_an_index_that_was_kept_on_disk_is_used():
    index = pickle.loads(pickle.dumps(fit_phrase_index(KNOWLEDGE.symptoms)))  # noqa: S301 (our own)
    kept = replace(KNOWLEDGE, phrases=index)
    text = "the loss falls very slowly and the inputs hold nan values"

    assert phrase_index(kept) is index
    assert observe_text(text, kept) == observe_text(text, KNOWLEDGE)


def test_an_index_is_fitted_once_where_none_was_given():
    assert phrase_index(KNOWLEDGE) is phrase_index(KNOWLEDGE)
