import re

from engine.observe.words.figures.large_numbers import NUMBER, UNIT, large_number
from tests.together import together

WHOLE = re.compile(rf"(?P<digits>{NUMBER})(?P<unit>{UNIT})")


@together(
    "text, number",
    [
        ("12,000", 12_000),
        ("12 000", 12_000),
        ("2.5k", 2_500),
        ("20 k", 20_000),
        ("3m", 3_000_000),
        ("1.2 million", 1_200_000),
        ("2 dozen", 24),
        ("85", 85),
    ],
)
def test_reads_digits_and_unit(text, number):
    match = WHOLE.fullmatch(text)

    assert large_number(match["digits"], match["unit"]) == number
