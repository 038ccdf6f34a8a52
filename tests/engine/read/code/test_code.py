import pytest

from engine.read.code.code import code_of
from engine.run import Snippet


def asked(text, before=""):
    code = code_of([Snippet("a", 1, f"{before}\nuse({text})")])
    [call] = code.calls_of("use")
    return code, call.args[0]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2 * (3 - 1)", 4),
        ("-1e-3", -0.001),
        ("A // 2", 4),
        ("2 ** 3", 8),
        ("len('abc')", 3),
        ("len(range(A))", 9),
        ("float(A)", 9),
    ],
)
def test_numbers(text, number):
    code, node = asked(text, "A = 9")

    assert code.number(node) == pytest.approx(number)


@pytest.mark.parametrize(
    "text", ["x", "f(1)", "True", "1 / 0", "10 ** 999", "9 ** 0.5 ** x", "'1'"]
)
def test_no_numbers(text):
    code, node = asked(text)

    assert code.number(node) is None


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("[1, 2]", 2),
        ("range(2, 7)", 5),
        ("[4] + [W] * (D - 1)", 10),
        ("'ab'", 2),
        ("range(9, 1)", 0),
    ],
)
def test_lengths(text, length):
    code, node = asked(text, "D = 10")

    assert code.length(node) == length


@pytest.mark.parametrize("text", ["x", "[*a]", "range(n)", "range(0, 9, 2)", "f()"])
def test_no_lengths(text):
    code, node = asked(text)

    assert code.length(node) is None


def test_a_long_sum_ends():
    code, node = asked(" + ".join(["x"] * 400))

    assert code.number(node) is None
