import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.code.parse import MAX_CODE, parse
from tests.growth import assert_linear

PIECES = {
    "the end of a function": ("        a()\n        b()\n    return x", ["a()", "b()", "return x"]),
    "an elided block": ("for x in y:\n    # as before\nz()", ["for x in y:\n    pass", "z()"]),
    "a call that is cut": ("f(x,\n  y=2", ["f(x, y=2)"]),
    "a print of Python 2": ("a()\nprint 'x'\nb()", ["a()", "pass", "b()"]),
    "a broken line in a loop": (
        "for x in y:\n    a b\n    f(x)",
        ["for x in y:\n    pass\n    f(x)"],
    ),
    "a branch at the end": ("if a: b()\nelse: c()", ["if a:\n    b()\nelse:\n    c()"]),
}


@pytest.mark.parametrize("kind", PIECES)
def test_pieces_of_programs_are_parsed(kind):
    text, expected = PIECES[kind]

    assert [ast.unparse(each) for each in parse(text).statements] == expected


def test_statements_keep_the_numbers_of_their_lines():
    parsed = parse("a()\n\nb c\nd()\n")

    assert [each.lineno for each in parsed.statements] == [1, 3, 4]
    assert not parsed.whole


def test_whole_programs_are_told():
    assert parse("import torch\nx = 1\n").whole
    assert not parse("import torch\nx = \n").whole


@pytest.mark.parametrize(
    "text", ["", "\0", "(" * 5000, "[" * 300 + "]" * 300, "\\", '"""', "é = ("]
)
def test_hostile_text_gives_few_statements_or_none(text):
    assert len(parse(text).statements) <= 1


@given(st.text(max_size=300))
def test_any_text_is_parsed_or_left_out(text):
    assert len(parse(text).lines) == len(text.splitlines())


def test_a_long_text_is_cut():
    assert sum(map(len, parse("x = 1\n" * MAX_CODE).lines)) <= MAX_CODE


def test_broken_text_takes_linear_time():
    def call_of_size(size):
        text = "for x in y:\n    a b\n" * (size // 20)
        return lambda: parse(text)

    assert_linear(call_of_size)


def test_a_text_that_is_cut_in_its_last_statement_keeps_all_others():
    lines = ["x = [", "    1,", "]", "def f():", "    return x"] * 50
    whole = parse("\n".join(lines))
    cut = parse("\n".join([*lines, "def broken(:", "    y ="]))

    assert whole.whole
    assert not cut.whole
    same = zip(whole.statements, cut.statements, strict=False)
    assert all(ast.dump(one) == ast.dump(other) for one, other in same)
    assert [each.lineno for each in cut.statements][:100] == [
        each.lineno for each in whole.statements
    ]
