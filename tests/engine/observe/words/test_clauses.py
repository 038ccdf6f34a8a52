import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.clauses import MAX_CLAUSES, clauses
from engine.observe.words.plain import plain


def texts(text, left_out=()):
    return [clause.text for clause in clauses(text, left_out)]


@pytest.mark.parametrize("gap", [" ", ", ", " \n ", ", \n\n", "  \n", "\n \n "])
def test_a_contrast_is_split_off_behind_any_white_space(gap):
    assert texts(f"loss falls{gap}but slowly") == ["loss falls", "slowly"]


def test_a_line_that_begins_with_a_contrast_keeps_it():
    assert texts("loss falls\nbut slowly") == ["loss falls", "but slowly"]


def test_clauses_are_split_at_sentences_lines_and_contrasts():
    assert texts("Loss falls. Accuracy stays\nlr is 0.1 but no NaN") == [
        "loss falls.",
        "accuracy stays",
        "lr is 0.1",
        "no nan",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "loss 0.5 val loss 0.3, is this normal?",
        "loss 0.5 val loss 0.3, normal?",
        "loss 0.5 val loss 0.3 - is that possible?",
        "loss 0.5 val loss 0.3 -- does that look right?",
    ],
)
def test_a_question_behind_a_statement_is_split_off(text):
    assert texts(text)[0] == "loss 0.5 val loss 0.3"


def test_program_text_is_left_out():
    assert texts("the loss is nan\nloss.backward()") == ["the loss is nan"]


def test_what_was_read_elsewhere_is_left_out():
    assert texts("loss 0.5 and it is slow", ((0, 8),)) == ["and it is slow"]


def test_a_long_text_has_a_bounded_number_of_clauses():
    assert len(clauses("the loss is bad. " * 200)) == MAX_CLAUSES


@given(st.text(max_size=300))
def test_a_clause_stands_where_it_says(text):
    spelled = plain(text)

    assert all(spelled[clause.start : clause.end] == clause.text for clause in clauses(text))
