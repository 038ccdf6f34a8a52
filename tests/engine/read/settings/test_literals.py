import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.settings.literals import arguments_of, call_of, is_container, value_of
from tests.together import together


@together(
    "text, value",
    [
        ("yes", True),
        ("OFF", False),
        ("~", None),
        ("None", None),
        ("none", "none"),
        ("", None),
        ("1e-3", 0.001),
        ("'1'", "1"),
        ('"', '"'),
        ("(1, 2,)", [1.0, 2.0]),
        ("{a: 1, b}", {"a": 1.0}),
        ("[1", "[1"),
        ("a b", "a b"),
        ("don't, it", "don't, it"),
        ("[[1], (2, 3)]", [[1.0], [2.0, 3.0]]),
        ("{'a': {'b': [1]}, 'c': None}", {"a": {"b": [1.0]}, "c": None}),
        ("dict(a=1, b='x')", {"a": 1.0, "b": "x"}),
        ("AdamW(lr=0.1, betas=(0.9, 0.99))", {"name": "AdamW", "lr": 0.1, "betas": [0.9, 0.99]}),
        ("OptimConfig(lr=0.1)", {"lr": 0.1}),
        ("PurePosixPath('data/x')", "data/x"),
        ("tensor(0.1, device='cuda:0')", 0.1),
        ("Array(1.5, dtype=float32)", 1.5),
        ("<Strategy.EPOCH: 'epoch'>", "epoch"),
        ("torch.float16", "torch.float16"),
    ],
)
def test_value(text, value):
    assert value_of(text) == value


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("name='a, b', lr=0.1", {"name": "a, b", "lr": 0.1}),
        ("sizes=[1, 2], betas=(0.9, 0.99)", {"sizes": [1.0, 2.0], "betas": [0.9, 0.99]}),
        ("sizes=[1, lr=0.1", {"sizes": "[1", "lr": 0.1}),
        ("a=[, b=(, c=[, lr=0.1", {"a": "[", "b": "(", "c": "[", "lr": 0.1}),
        ("name='a, lr=0.1", {"name": "'a", "lr": 0.1}),
        ("a=1,\nb=None,\n", {"a": 1.0, "b": None}),
        (
            "a=1 , b=x y, c=<E.F: 'f'>, d=, e=-.5]",
            {"a": 1.0, "b": "x y", "c": "f", "d": None, "e": -0.5},
        ),
        ("a=f(b=1, c=[2) , d=r'x'y", {"a": {"name": "f", "b": 1.0, "c": "[2"}, "d": "xy"}),
        ("a=(b, [c, d], e, f=1", {"a": "(b", "f": 1.0}),
    ],
)
def test_arguments(text, arguments):
    assert arguments_of(text) == arguments


def test_nesting_is_read_to_a_depth():
    assert value_of("[" * 500 + "]" * 500) is not None


@pytest.mark.parametrize("text", ["a, b", "x = 1", "f(1", "(1)"])
def test_no_call(text):
    assert call_of(text) is None


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Namespace", True),
        ("a.TrainingArguments", True),
        ("AdamW", False),
        ("Configuration", False),
    ],
)
def test_container(name, is_one):
    assert is_container(name) is is_one


@pytest.mark.parametrize("text", ["[" * 20_000, "'" * 20_000, "a=(" * 20_000, "{'a':" * 20_000])
def test_text_that_never_closes_is_read(text):
    assert isinstance(arguments_of(text), dict)


@given(st.text(alphabet="ab:- \n{}[]()'\"=,.1<>", max_size=80))
def test_any_text_has_a_value(text):
    value_of(text)
    arguments_of(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{'a': 1,'b' : yes, 'c':\n-2.5e-3}", {"a": 1, "b": True, "c": -2.5e-3}),
        ("{'a': x y, 'b': None}", {"a": "x y", "b": None}),
        ("{'a': relu(), 'b': {'c': off}}", {"a": "relu", "b": {"c": False}}),
        ("{'': 1, 'b': 2}", {"b": 2}),
    ],
)
def test_pairs_that_are_read_at_once_and_others(text, value):
    assert value_of(text) == value
