import ast

import pytest

from engine.read.code.code import code_of
from engine.read.code.values import text_of
from engine.run import Snippet

KNOWN = {
    "a name": ("a = 1\nuse(a)", "1"),
    "the last of two": ("a = 1\na = 2\nuse(a)", "2"),
    "one of a tuple": ("a, b = f(), g()\nuse(b)", "g()"),
    "a name behind a name": ("a = f()\nb = a\nuse(b)", "f()"),
    "a constant outside of the function": ("A = 3\ndef f():\n    use(A)", "3"),
    "an attribute of the class": (
        "class A:\n    def a(self):\n        self.n = N()\n    def f(self):\n        use(self.n)",
        "N()",
    ),
    "its own branch": ("if x:\n    a = 1\n    use(a)\nelse:\n    a = 2", "1"),
}
UNKNOWN = {
    "a parameter": "a = 1\ndef f(a):\n    use(a)",
    "a branch": "a = 1\nif x:\n    a = 2\nuse(a)",
    "a loop variable": "for a in b:\n    use(a)",
    "two outside of the function": "a = 1\na = 2\ndef f():\n    use(a)",
    "a sum": "a = 1\na += 2\nuse(a)",
    "nothing": "use(a)",
}


def used(text):
    code = code_of([Snippet("a", 1, text)])
    [call] = code.calls_of("use")
    return code, call.args[0]


@pytest.mark.parametrize("kind", KNOWN)
def test_values_that_reach_a_use(kind):
    text, expected = KNOWN[kind]
    code, name = used(text)

    assert ast.unparse(code.resolved(name)) == expected


@pytest.mark.parametrize("kind", UNKNOWN)
def test_values_that_are_not_known(kind):
    code, name = used(UNKNOWN[kind])

    assert code.resolved(name) is name


def test_a_name_of_itself_does_not_loop():
    code, name = used("a = b\nb = a\nuse(a)")

    assert ast.unparse(code.resolved(name)) == "b"


def test_changes_in_place_are_noted():
    code, _ = used("a = f()\na[0] = 1\na /= 2\nuse(a)")

    assert len(code.changes[None, "a"]) == 2


def test_text_of_a_constant():
    assert text_of(ast.Constant("x")) == "x"
    assert text_of(ast.Constant(1)) == ""
    assert text_of(None) == ""
