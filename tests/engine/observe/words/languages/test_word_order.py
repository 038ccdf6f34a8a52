import pytest

from engine.observe.words.languages.understood import Piece
from engine.observe.words.languages.word_order import (
    LONGEST_CLAUSE,
    clauses_of,
    with_comparison_first,
    with_sides_first,
    with_than,
    with_times_first,
    with_verbs_negated,
)


def pieces(words):
    """Return one piece a word; the text is the words with a bar between them."""
    place = 0
    for word in words.split("|"):
        yield Piece(word, place, place + len(word))
        place += len(word) + 1


def said(ordered):
    return "|".join(piece.english for piece in ordered)


def test_a_clause_ends_at_a_mark_or_is_cut():
    long = "|".join(["loss"] * (LONGEST_CLAUSE + 1))

    assert list(map(said, clauses_of(pieces("loss|.|nan|why")))) == ["loss|.", "nan|why"]
    assert [len(clause) for clause in clauses_of(pieces(long))] == [LONGEST_CLAUSE, 1]


@pytest.mark.parametrize(
    ("words", "ordered"),
    [
        ("loss|changes|not|.", "loss|not|changes|."),
        ("changes|loss|no longer", "no longer|changes|loss"),
        ("loss|decreases|hardly|below|1", "loss|hardly|decreases|below|1"),
        ("loss|decreases|,|not", "loss|decreases|,|not"),
        ("becomes|not|updated", "becomes|not|updated"),
        ("changes|not|better", "changes|not|better"),
        ("never|changes|not", "never|changes|not"),
    ],
)
def test_a_negation_stands_in_front_of_its_verb(words, ordered):
    assert said(with_verbs_negated(list(pieces(words)))) == ordered


@pytest.mark.parametrize(
    ("words", "ordered"),
    [
        ("worse|on|test|que|on|training", "worse|on|test|than|on|training"),
        ("better|,|que", "better|,|que"),
        ("loss|que", "loss|que"),
        ("worse than|que", "worse than|que"),
    ],
)
def test_a_small_word_behind_a_comparative_is_than(words, ordered):
    assert said(with_than(list(pieces(words)), words, frozenset({"que"}))) == ordered


@pytest.mark.parametrize(
    ("words", "ordered"),
    [
        ("validation|than|training|low", "validation|lower|than|training"),
        ("a|than|b|,|low", "a|than|b|,|low"),
        ("a|than|b", "a|than|b"),
    ],
)
def test_a_comparison_stands_in_front_of_than(words, ordered):
    assert said(with_comparison_first(list(pieces(words)))) == ordered


@pytest.mark.parametrize(
    ("words", "ordered"),
    [
        ("a|\u306f|b|lower than|.", "a|\u306f|lower than|b|."),
        ("a|\u306f|b|than|high", "a|\u306f|higher than|b"),
        ("b|than|a|low|.", "a|lower than|b|."),
        ("a|\u306f|b|than|.", "a|\u306f|b|than|."),
    ],
)
def test_a_comparison_stands_between_its_sides(words, ordered):
    assert said(with_sides_first(list(pieces(words)), words)) == ordered


@pytest.mark.parametrize(
    ("words", "ordered"),
    [
        ("resume|after|rises", "after|resume|rises"),
        ("after|loss|rises", "after|loss|rises"),
        ("first|rises|after|decreases", "first|rises|then|decreases"),
        ("after|resume|before|rises", "after|resume|before|rises"),
    ],
)
def test_a_time_stands_in_front_of_what_it_follows(words, ordered):
    assert said(with_times_first(list(pieces(words)))) == ordered
