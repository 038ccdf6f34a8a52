import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.observe.words.languages.detect import UNKNOWN, language_of
from tests.together import together


@together(
    "text, language",
    [
        ("the loss does not decrease after five epochs", "English"),
        ("train acc 99%, val acc 60%", "English"),
        ("CUDA out of memory", "English"),
        ("训练loss不下降", "Chinese"),
        ("損失がまったく下がらない", "Japanese"),
        ("Der Verlust sinkt nicht mehr", "German"),
        ("La pérdida de validación sube", "Spanish"),
        ("La perte de validation augmente", "French"),
        ("A perda de validação não diminui com os dados", "Portuguese"),
        ("Strata nie spada, dlaczego się to dzieje", "Polish"),
        ("Функция потерь не уменьшается", UNKNOWN),
        ("손실이 줄어들지 않습니다", UNKNOWN),
    ],
)
def test_the_language_of_a_text(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize("text", ["", "12.5 %", "loss 0.3", "the loss of my 模 model is nan"])
def test_terms_and_figures_alone_count_as_english(text):
    assert language_of(text) == "English"


@given(st.text(max_size=200))
def test_any_text_has_a_language(text):
    assert language_of(text)
