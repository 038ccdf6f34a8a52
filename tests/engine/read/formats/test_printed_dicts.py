import math

import pytest

from engine.read.formats.printed_dicts import read as read_dicts
from engine.read.formats.printed_dicts import sniff
from tests.engine.read.tables import read, source_of


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
    assert "UserWarning: something" in case.log
    assert not any(line.startswith("{") for line in case.log)


@pytest.mark.parametrize(
    "text",
    ["", "{'loss': }", "{'acc': 0.5}", "loss' and {'a'}", "{'a': {'loss': }}"],
)
def test_no_printed_dict_with_a_loss(text):
    assert not sniff(source_of(text))


def test_values_that_json_cannot_read_are_read_one_by_one():
    text = "{'loss': 1.5, 'epoch': 1.0, 'x': tensor(2)}\n{'loss': 1.25, 'epoch': 2.0, 'x': f(1)}\n"
    reading = read_dicts(source_of(text))

    assert reading.series["loss"].y.tolist() == [1.5, 1.25]


def test_line_beyond_the_longest_is_log():
    reading = read_dicts(source_of("x" * 5000 + " {'loss': 1.5}\n{'loss': 1.0}\n"))

    assert reading.series["loss"].y.tolist() == [1.0]
    assert len(reading.log) == 1
