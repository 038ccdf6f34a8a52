import pytest

from engine.semantic.wordpiece import LONGEST_WORD, WordPiece, words
from tests.together import together

PIECES = ["[CLS]", "[SEP]", "[UNK]", "loss", "over", "##fit", "##ting", ".", "nan", "显"]
CUT = WordPiece({piece: number for number, piece in enumerate(PIECES)})


def pieces(text, **limits):
    return [PIECES[number] for number in CUT(text, **limits)]


@together(
    "text, expected",
    [
        ("Loss.", ["loss", "."]),
        ("overfitting", ["over", "##fit", "##ting"]),
        ("overheard", ["[UNK]"]),
        ("显显", ["显", "显"]),
        ("LÖSS", ["loss"]),
        ("лосс", ["[UNK]"]),
        ("", []),
        ("x" * (LONGEST_WORD + 1), ["[UNK]"]),
    ],
)
def test_words_are_cut_into_the_longest_pieces(text, expected):
    assert pieces(text) == ["[CLS]", *expected, "[SEP]"]


def test_a_long_text_keeps_its_marks():
    assert pieces("nan " * 50, most=5) == ["[CLS]", "nan", "nan", "nan", "[SEP]"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it's 1e-3!", ["it", "'", "s", "1e", "-", "3", "!"]),
        ("a\x00b\u200bc\td", ["abc", "d"]),
        ("train→val", ["train→val"]),
        ("loss。nan", ["loss", "。", "nan"]),
    ],
)
def test_signs_stand_alone_and_control_characters_are_left_out(text, expected):
    assert list(words(text)) == expected
