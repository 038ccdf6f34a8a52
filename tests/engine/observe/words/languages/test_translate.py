import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.languages.translate import MAX_CHARACTERS, to_english
from tests.growth import assert_linear


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("训练集准确率99%，验证集只有60%", "training set accuracy 99% , validation set only 60%"),
        ("損失がまったく下がらない", "loss at all not decreases"),
        (
            "Der Validierungsverlust steigt, während der Trainingsverlust sinkt",
            "validation loss rises , while training loss decreases",
        ),
        ("La pérdida de validación sube", "validation loss rises"),
        ("La perte de validation augmente", "validation loss rises"),
    ],
)
def test_a_text_is_put_into_english_terms(text, words):
    understood = to_english(text)

    assert understood.text == words
    assert understood.is_enough


@pytest.mark.parametrize(
    "text",
    [
        "Функция потерь не уменьшается",
        "Strata nie spada i nie wiem, dlaczego tak się dzieje",
        "今天天气很好，蝴蝶飞过花园，孩子们唱歌跳舞",
    ],
)
def test_a_text_that_is_not_understood_says_so(text):
    assert not to_english(text).is_enough


def test_an_english_text_stays_as_it_is():
    text = "My loss is NaN; why?"

    assert to_english(text).text == text
    assert to_english(text).share == 1


@given(st.text(max_size=200))
def test_the_share_is_one(text):
    understood = to_english(text)

    assert 0 <= understood.share <= 1
    assert understood.text == text or understood.language != "English"


def test_a_long_text_is_cut():
    assert len(to_english("loss " * MAX_CHARACTERS).text) == MAX_CHARACTERS


@pytest.mark.parametrize(
    "word",
    [
        "损失",
        "比低",
        "之后",
        "より低い",
        "verlust der ist nicht ",
        "verlust sinkt nicht ",
        "la perte ne descend plus ",
        "a.",
        "x",
        "\u0301",
    ],
)
def test_time_grows_with_the_length(word):
    def call_of_size(size):
        text = f"der ist nicht {word * size}"
        return lambda: to_english.__wrapped__(text)

    to_english("损失 der ist nicht")
    assert_linear(call_of_size, sizes=(24, 96, 384, 1536), ceiling=2e-4)
