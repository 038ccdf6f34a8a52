import ast

import pytest

from engine.read.code import names


def node(text):
    return ast.parse(text, mode="eval").body


def test_dotted_and_root():
    assert names.dotted(node("a.b.c")) == "a.b.c"
    assert names.dotted(node("a().b")) == ""
    assert names.root(node("x.a(1)[0].b")) == "x"
    assert names.root(node("(1, 2)")) == ""


def test_called_and_receiver():
    assert names.called(node("nn.Linear(2)")) == "Linear"
    assert names.called(node("f(2)")) == "f"
    assert names.called(node("f")) == ""
    assert names.dotted(names.receiver(node("a.b.step()"))) == "a.b"
    assert names.receiver(node("f()")) is None


def test_arguments_by_name_and_place():
    call = node("f(1, b=2)")

    assert names.literal(names.argument(call, "b")) == 2
    assert names.literal(names.argument(call, "a", 0)) == 1
    assert names.argument(call, "c", 3) is None
    assert names.argument(node("f(*x)"), "a", 0) is None


def test_truth_and_literals():
    assert names.is_true(node("True"))
    assert names.is_false(node("False"))
    assert not names.is_false(node("0"))
    assert names.literal(node("x")) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [("X_train", {"x", "train"}), ("trainLoader", {"train", "loader"}), ("a.b_c", {"a", "b", "c"})],
)
def test_words_of_a_name(name, expected):
    assert names.words(name) == expected
