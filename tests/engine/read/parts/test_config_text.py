import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read import ReadError
from engine.read.parts.config_text import MAX_CHARACTERS, is_configuration, parse, scalar
from engine.read.parts.config_text import parse as read_text
from tests.engine.read.tables import read


@pytest.mark.parametrize(
    "text",
    [
        "lr=0.1\nbatch_size=16\n",
        "Namespace(lr=0.1, batch_size=16, name='a, b', sizes=[1, 2])",
        '{"lr": 0.1, "batch_size": 16}',
        "lr: 0.1\nbatch_size: 16",
    ],
)
def test_other_spellings_of_a_file(text):
    config = read(config=text).config
    assert (config["learning_rate"], config["batch_size"]) == (0.1, 16.0)


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [
        ("name='a, b', lr=0.1", {"name": "a, b", "lr": 0.1}),
        ("sizes=[1, 2], betas=(0.9, 0.99)", {"sizes": [1.0, 2.0], "betas": [0.9, 0.99]}),
        ("sizes=[1, lr=0.1", {"sizes": "[1", "lr": 0.1}),
        ("a=[, b=(, c=[, lr=0.1", {"a": "[", "b": "(", "c": "[", "lr": 0.1}),
        ("name='a, lr=0.1", {"name": "'a", "lr": 0.1}),
    ],
)
def test_a_value_ends_where_it_closes_else_at_a_comma(arguments, settings):
    assert read_text(f"Namespace({arguments})", "args.txt") == settings


@pytest.mark.parametrize(
    "text", ["", "just words here\nand there", "Traceback (most recent call last):\n  File x\n"]
)
def test_no_configuration(text):
    assert not is_configuration(text)


def test_text_beyond_a_configuration_is_refused():
    with pytest.raises(ReadError) as caught:
        read(config="lr: 1\n" * MAX_CHARACTERS)
    assert caught.value.problems[0].pointer == "config"


def test_blocks_lists_and_flow_values_are_nested():
    text = """
model:
  net: {width: 64, act: 'relu'}
  sizes:
    - 8
    - 4  # the last one
data:
  - train.csv
  - val.csv
seed: 7
"""

    assert parse(text, "c.yaml") == {
        "model": {"net": {"width": 64.0, "act": "relu"}, "sizes": [8.0, 4.0]},
        "data": ["train.csv", "val.csv"],
        "seed": 7.0,
    }


def test_key_without_value_below_it_is_left_out():
    assert parse("a:\nb: 1\n", "c.yaml") == {"b": 1.0}


def test_item_above_the_indent_of_its_key_is_left_out():
    assert parse("x:\n  a:\n- 1\nb: 2\n", "c.yaml") == {"x": {}, "b": 2.0}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", True),
        ("OFF", False),
        ("~", None),
        ("", None),
        ("1e-3", 0.001),
        ("'1'", "1"),
        ('"', '"'),
        ("(1, 2,)", [1.0, 2.0]),
        ("{a: 1, b}", {"a": 1.0}),
        ("[1", "[1"),
        ("a b", "a b"),
    ],
)
def test_scalar(text, value):
    assert scalar(text) == value


def test_scalar_is_read_to_its_depth():
    assert scalar("[[1]]", depth=1) == ["[1]"]


def test_broken_json_is_refused():
    with pytest.raises(ReadError, match=r"c\.json:1"):
        parse('{"lr": ', "c.json")


@given(st.text(alphabet="ab:- \n#[]{}'\"=,.1", max_size=80))
def test_any_text_is_a_mapping_or_refused(text):
    try:
        settings = parse(text, "c.yaml")
    except ReadError:
        return

    assert isinstance(settings, dict)
