import math

import pytest

from engine.read.formats.printed_dicts import read as read_dicts
from engine.read.formats.printed_dicts import sniff
from tests.engine.read.short import read, source_of


def test_printed_dicts_with_bars_and_warnings_in_between():
    text = (
        "  5%|5         | 10/200 [00:01<00:20,  9.5it/s]\r"
        "{'loss': 1.5, 'grad_norm': nan, 'learning_rate': 1e-04, 'epoch': 0.5}\n"
        "UserWarning: something\n"
        "{'eval_loss': '1.25', 'eval_accuracy': 0.5, 'eval_runtime': 0.1, 'epoch': 1.0}\n"
        "{'loss': inf, 'grad_norm': 2.0, 'learning_rate': 5e-05, 'epoch': 1.0}\n"
        "{'train_runtime': 3.5, 'train_loss': 1.4, 'epoch': 1.0}\n"
    )
    case = read(log=text)
    assert case.read_as[0].format == "printed-dicts"
    assert case.series["train_loss"].y.tolist() == [1.5, math.inf]
    assert case.series["val_loss"].y.tolist() == [1.25]
    assert math.isnan(case.series["grad_norm"].y[0])
    assert case.series["train_loss"].x.tolist() == [0.5, 1.0]
    assert case.read_as[0].left_out == ("train_loss",)
    assert "UserWarning: something" in case.log


@pytest.mark.parametrize(
    "text",
    ["", "{'loss': }", "{'lr_scheduler': 'cosine'}", "loss' and {'a'}", "{'a': {'loss': }}"],
)
def test_no_printed_dict_with_a_metric(text):
    assert not sniff(source_of(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [("{'acc': 0.5}", "train_accuracy"), ("{'eval_bleu': 0.5, 'epoch': 3.0}", "val_bleu")],
)
def test_one_printed_dict_gives_last_values(text, name):
    case = read(log=text)

    assert case.read_as[0].format == "printed-dicts"
    assert {key: curve.y.tolist() for key, curve in case.series.items()} == {name: [0.5]}


@pytest.mark.parametrize(
    "row",
    [
        "{{'loss': {0}, 'epoch': {1}, 'x': tensor(2)}}",
        "{{'loss': Array({0}, dtype=float32), 'epoch': {1}}}",
        "{{'loss': tensor({0}, device='cuda:0'), 'epoch': {1}, 'state': <State.RUN: 1>}}",
    ],
)
def test_values_that_json_cannot_read_are_read_one_by_one(row):
    text = "\n".join([row.format(1.5, 1.0), row.format(1.25, 2.0)])
    case = read(log=text)

    assert case.read_as[0].format == "printed-dicts"
    assert case.series["train_loss"].y.tolist() == [1.5, 1.25]


def test_text_in_front_of_a_dict_is_no_part_of_a_name():
    curves = read_dicts(source_of("x" * 5000 + " {'loss': 1.5}\n{'loss': 1.0}\n")).curves

    assert {curve.name for curve in curves} == {"loss"}
    assert sum(map(len, curves)) == 2
