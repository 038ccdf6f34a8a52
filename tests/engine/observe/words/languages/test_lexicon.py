import csv

import pytest

from engine.observe.words.languages.lexicon import (
    FOLDER,
    SPACED,
    UNSPACED,
    english_terms,
    lexicon,
    without_accents,
)
from engine.words_model.features import tokens
from tests.engine.content import real_content

LANGUAGES = (*UNSPACED, *SPACED)
LEAST_TERMS = 150


def rows(language):
    table = {**UNSPACED, **SPACED}[language]
    with (FOLDER / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
        return [row["term"] for row in csv.DictReader(file, delimiter="\t")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_table_has_its_terms_once(language):
    terms = rows(language)

    assert len(terms) >= LEAST_TERMS
    assert len(set(terms)) == len(terms)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "concept",
    ["training", "validation", "loss", "accuracy", "learning rate", "overfitting", "not", "why"],
)
def test_each_language_knows_the_terms_that_decide(language, concept):
    terms = lexicon(language)

    assert concept in {*terms.whole.values(), *terms.stems.values()}


@pytest.mark.parametrize("language", SPACED)
def test_a_term_with_a_figure_keeps_it(language):
    terms = lexicon(language).whole.items()

    assert [term for term, english in terms if ("#" in term) != ("#" in english)] == []


@pytest.mark.parametrize(
    ("language", "word", "english"),
    [
        ("Spanish", "baj\u00f3", "decreases"),
        ("Spanish", "bajo", "low"),
        ("German", "f\u00e4llt", "decreases"),
        ("German", "fallt", "decreases"),
        ("German", "faellt", "decreases"),
    ],
)
def test_a_word_is_known_with_and_without_its_accents(language, word, english):
    assert lexicon(language).word(word) == english


def test_a_stem_may_be_asked_for_with_its_ending():
    german = lexicon("German")

    assert german.stem("konvergierte", 2) == "converges"
    assert german.stem("konvergierte", 1) is None


def test_most_english_sides_are_words_of_phrasings():
    phrasings = [text for symptom in real_content().symptoms for text in symptom.phrasings]
    known = {stem for text in phrasings for stem in tokens(text)}
    used = {stem for term in english_terms() for stem in tokens(term)}

    assert len(used & known) / len(used) > 0.9


def test_a_stem_stands_for_the_words_that_it_begins():
    german = lexicon("German")

    assert german.word("konvergiert") == "converges"
    assert german.word("konvexe") is None
    assert german.word("ko") is None


@pytest.mark.parametrize(
    ("text", "bare"), [("Pérdida", "perdida"), ("größe", "grosse"), ("loss", "loss")]
)
def test_accents_do_not_count(text, bare):
    assert without_accents(text) == bare
