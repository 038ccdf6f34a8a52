import pytest

from engine.observe.words.languages.lexicon import lexicon
from engine.observe.words.languages.parted import FARTHEST, parted_terms


def found(text, language):
    return [
        (term.first.start, term.last.start, term.english)
        for term in parted_terms(text.split(), lexicon(language))
    ]


@pytest.mark.parametrize(
    ("text", "language", "terms"),
    [
        ("netz sagt jede klasse voraus .", "German", [(1, 4, "predictions")]),
        ("verlust nimmt stark zu und", "German", [(1, 3, "rises")]),
        ("perte ne descend plus", "French", [(1, 3, "no longer")]),
        ("ne predit que la classe", "French", [(0, 2, "only")]),
        ("ne descend pas plus bas", "French", [(0, 2, "not")]),
    ],
)
def test_both_parts_are_found(text, language, terms):
    assert found(text, language) == terms


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("netz sagt , was voraus", "German"),
        ("verlust nimmt zu viel speicher", "German"),
        ("sagt " + "das " * FARTHEST + "voraus", "German"),
        ("ne descend . plus", "French"),
    ],
)
def test_other_words_are_no_parts(text, language):
    assert found(text, language) == []


def test_the_second_part_may_say_something():
    (term,) = parted_terms(["no", "aprende", "casi", "nada"], lexicon("Spanish"))

    assert (term.english, term.behind) == ("", "nothing")
