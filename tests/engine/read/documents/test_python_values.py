import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read.documents.python_values import parse_printed, printed_dict


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("{'loss': 0.5, 'epoch': 1}", {"loss": 0.5, "epoch": 1}),
        ("epoch 3: {'loss': 0.5} done", {"loss": 0.5}),
        ("{'loss': '2.18', 'epoch': '0.5'}", {"loss": 2.18, "epoch": 0.5}),
        ('rank 0 {"step": 1, "loss": 0.5}', {"step": 1, "loss": 0.5}),
        ("{'loss': Array(1.5, dtype=float32)}", {"loss": 1.5}),
        ("{'loss': tensor(0.5, device='cuda:0', grad_fn=<NllLossBackward0>)}", {"loss": 0.5}),
        ("{'loss': np.float32(0.25), 'n': np.int64(3)}", {"loss": 0.25, "n": 3}),
        (
            "{'acc': array([0.5, 0.25]), 'm': [[1, 2], [3, 4]]}",
            {"acc": [0.5, 0.25], "m": [[1, 2], [3, 4]]},
        ),
        ("{'loss': <tf.Tensor: shape=(), dtype=float32, numpy=0.5>}", {"loss": 0.5}),
        (
            "{'val': {'loss': 1.0, 'n': None}, 'ok': True}",
            {"val": {"loss": 1.0, "n": None}, "ok": True},
        ),
        ("{'a': PosixPath('x/y'), 'b': torch.float16}", {"a": "x/y", "b": "torch.float16"}),
        ("{'a': \"it's\", 'b': 'say \\'no\\''}", {"a": "it's", "b": "say 'no'"}),
        ("{'a': defaultdict(<class 'float'>, {'b': 1.0})}", {"a": {"b": 1.0}}),
        ("{'a': (1, 2), 'b': {3, 4}}", {"a": [1, 2], "b": [3, 4]}),
        (
            "{'at': datetime.datetime(2026, 1, 2, 3, 4), 'loss': 1.0}",
            {"at": "datetime.datetime", "loss": 1.0},
        ),
    ],
)
def test_printed_dicts(line, wanted):
    assert printed_dict(line) == wanted


def test_nan_and_infinities():
    row = printed_dict("{'a': nan, 'b': inf, 'c': -inf, 'd': tensor(nan)}")

    assert math.isnan(row["a"])
    assert math.isnan(row["d"])
    assert (row["b"], row["c"]) == (math.inf, -math.inf)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "epoch 1",
        "{}",
        "{'loss': 0.5",
        "{'loss'}",
        "{'a': }",
        "{'a': 1]",
        "{'a' 'b': '",
        "{1: 2}",
        "f'{a} {'b'}",
        "{'a': !}",
    ],
)
def test_no_printed_dict(line):
    assert printed_dict(line) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[1, 2.5, nan]", 3),
        ("[0.1 0.2\n 0.3]", 3),
        ("OrderedDict([('a', 1.0), ('b', 2.0)])", 2),
        ("OrderedDict({'a': 1.0})", 1),
        ("array([1., 2., 3.], dtype=float32)", 3),
        ("(1, 2)", 2),
    ],
)
def test_printed_values(text, wanted):
    assert len(parse_printed(text)) == wanted


@pytest.mark.parametrize(
    "text",
    ["", "[", "]", "[1", "{'a': " * 1000, "[" * 1000, "'", "'\\" * 9999, "<" * 9999, "(((("],
)
def test_no_printed_value(text):
    assert parse_printed(text) is None


def test_long_numbers_are_read_in_linear_time():
    assert parse_printed(f"[{'1' * 100_000}]") == [math.inf]


PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(-9, 9)
    | st.text("ab '\"", max_size=5)
)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), PLAIN, min_size=1, max_size=4))
def test_what_python_prints_is_read_back(values):
    values = {key: "x" if isinstance(value, str) else value for key, value in values.items()}

    assert printed_dict(f"row {values!r} end") == values


@given(st.text(alphabet="{}[]()<>'\"=:, 1.anif\\-", max_size=60))
def test_any_text(text):
    printed_dict(text)
    parse_printed(text)
