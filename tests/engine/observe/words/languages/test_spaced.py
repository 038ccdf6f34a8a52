import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.languages.lexicon import lexicon
from engine.observe.words.languages.spaced import pieces_of
from tests.together import together


def english(text, language):
    pieces = pieces_of(text, lexicon(language))
    return " ".join(piece.english for piece in pieces if piece.english)


@together(
    "text, language, words",
    [
        ("Validierungsverlust steigt", "German", "validation loss rises"),
        ("Trainingsgenauigkeit 0,99", "German", "training accuracy 0.99"),
        ("Verlust 1.234,5", "German", "loss 1234.5"),
        ("Verlust 0,1,2", "German", "loss 0,1,2"),
        ("exactitud 98 %", "Spanish", "accuracy 98%"),
        ("model.eval() f1 CTC", "German", "model.eval() f1 CTC"),
        ("la p\u00e9rdida baj\u00f3, valor bajo", "Spanish", "loss decreases , value low"),
        ("der Verlust faellt", "German", "loss decreases"),
        ("apr\u00e8s 1000 pas", "French", "after 1000 steps"),
        ("vortrainierten", "German", "pretrained"),
        ("perte de validation", "French", "validation loss"),
        ("taux d\u2019apprentissage", "French", "learning rate"),
        ("la pérdida de entrenamiento", "Spanish", "training loss"),
        ("perdida de validacion sube", "Spanish", "validation loss rises"),
        ("val_loss steigt", "German", "val_loss rises"),
    ],
)
def test_terms_compounds_and_the_order_of_words(text, language, words):
    assert english(text, language) == words


@pytest.mark.parametrize("word", ["Schmetterling", "Donau" * 30, "x"])
def test_other_words_are_not_known(word):
    (piece,) = pieces_of(word, lexicon("German"))

    assert not piece.known
    assert piece.english == ""


def test_small_words_have_no_letters():
    assert [piece.letters for piece in pieces_of("der die", lexicon("German"))] == [0, 0]


@given(st.text(max_size=120), st.sampled_from(["German", "Spanish", "French"]))
def test_pieces_stand_in_order_and_within_the_text(text, language):
    ends = [0]
    for piece in pieces_of(text, lexicon(language)):
        assert ends[-1] <= piece.start <= piece.end <= len(text)
        ends.append(piece.end)
