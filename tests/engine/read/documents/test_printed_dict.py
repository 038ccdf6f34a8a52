import math

from engine.read.documents import python_values
from engine.read.documents.printed_dict import printed_dict
from engine.read.documents.python_values import ParsedOnce, parse_printed
from tests.together import together


@together(
    "line, wanted",
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


@together(
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


def test_long_text_is_parsed_once(monkeypatch):
    parsed = []

    def counted(text):
        parsed.append(text)
        return parse_printed(text)

    monkeypatch.setattr(python_values, "parse_printed", counted)
    parse = ParsedOnce()
    long = str({f"key {number}": None for number in range(100)})

    assert printed_dict(f"row: {long}", parse) == parse(long)
    assert parsed == [long]
