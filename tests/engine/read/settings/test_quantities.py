import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.settings.quantities import number_in_words, number_of_product, plain_number
from tests.together import together


@together(
    "text, number",
    [
        ("3e-4", 3e-4),
        ("1e-3 (cosine)", 1e-3),
        ("32 per GPU", 32),
        ("5k steps", 5000),
        ("1.5M", 1.5e6),
        ("3,200", 3200),
        ("600_000", 600_000),
        ("0.1 (scaled by 8)", 0.8),
        ("0.1, then decayed", 0.1),
        ("8*64", 512),
        ("2**10", 1024),
        ("1/4", 0.25),
        ("1 << 10", 1024),
    ],
)
def test_number(text, number):
    assert number_in_words(text) == pytest.approx(number)


@together("text", ["", "adam", "16-mixed", "v2", "1/0", "9**999", "2**-x", "1e3x"])
def test_no_number(text):
    assert number_in_words(text) is None


@pytest.mark.parametrize("text", ["1,00", "1,000,0", "1_0", "_1"])
def test_no_groups_of_thousands(text):
    assert plain_number(text) is None


def test_product_of_many_factors_is_none():
    assert number_of_product("*".join("2" * 30)) is None


@given(st.text(alphabet="0123456789.,_eE+-*/< kM(", max_size=40))
def test_any_text(text):
    number = number_in_words(text)

    assert number is None or isinstance(number, float)
