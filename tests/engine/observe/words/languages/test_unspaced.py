from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.languages.lexicon import lexicon
from engine.observe.words.languages.unspaced import pieces_of, with_negation_first
from tests.together import together

CHINESE = lexicon("Chinese")
JAPANESE = lexicon("Japanese")


def english(pieces):
    return " ".join(piece.english for piece in pieces if piece.english)


@together(
    "text, words",
    [
        ("验证损失上升", "validation loss rises"),
        ("训练集准确率99％", "training set accuracy 99 %"),
        ("loss不下降。", "loss does not decrease ."),
        ("１０类", "10 classes"),
        ("损失０．５", "loss 0.5"),
        ("ｌｏｓｓ不变", "loss does not change"),
        ("一直是0.99", "stays 0.99"),
        ("一直是0，", "is always 0 ,"),
    ],
)
def test_the_longest_term_is_taken(text, words):
    assert english(pieces_of(text, CHINESE)) == words


def test_characters_without_a_term_are_not_known():
    unknown = [piece for piece in pieces_of("蝴蝶飞", CHINESE) if not piece.known]

    assert sum(piece.letters for piece in unknown) == 6


def test_a_japanese_negation_is_put_in_front():
    pieces = list(pieces_of("損失が下がらない", JAPANESE))

    assert english(pieces) == "loss decreases not"
    assert english(with_negation_first(pieces)) == "loss not decreases"


def test_a_negation_apart_stays():
    pieces = list(pieces_of("loss ない", JAPANESE))

    assert english(with_negation_first(pieces)) == "loss not"


@given(st.text(max_size=100))
def test_pieces_cover_the_text_in_order(text):
    pieces = list(pieces_of(text, CHINESE))

    assert [piece.start for piece in pieces] == [0, *(piece.end for piece in pieces)][: len(pieces)]
