import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.plain import MAX_CHARACTERS, blanked, plain


@given(st.text(max_size=300))
def test_places_stay_what_they_are(text):
    assert len(plain(text)) == len(text)


def test_a_letter_whose_lower_case_is_two_letters_stays():
    assert len(plain("İ Loss")) == len("İ Loss")
    assert plain("İ Loss").endswith(" loss")


@pytest.mark.parametrize(
    ("text", "spelled"),
    [("Isn\u2019t", "isn't"), ("0.4 \u2212 1", "0.4 - 1"), ("`a` *b*", " a   b ")],
)
def test_signs_are_those_of_the_keyboard(text, spelled):
    assert plain(text) == spelled


def test_a_long_text_is_cut():
    assert len(plain("a" * (MAX_CHARACTERS + 1))) == MAX_CHARACTERS


def test_blanks_stand_where_text_is_left_out_and_lines_stay():
    assert blanked("ab\ncd", ((1, 4),)) == "a \n d"


@pytest.mark.parametrize("span", [(-5, 0), (9, 12), (3, 3)])
def test_places_outside_leave_the_text_alone(span):
    assert blanked("loss", (span,)) == "loss"
