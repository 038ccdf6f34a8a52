"""A log that is read in bulk gives what the same log gives line by line."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.read.log import bulk
from engine.read.log.bulk import may_be_bulk, split_in_bulk
from engine.read.log.kinds import kinds_of
from engine.read.log.line_reader import LineReader
from engine.read.log.mixed import read_log
from tests.engine.read.log.names import resolver
from tests.engine.read.short import source_of
from tests.growth import assert_linear

ROWS = 40
ALWAYS = 0  # characters from which a text is read in bulk
NEVER = 10**9


def lines(template, count=ROWS, epochs=8):
    """Return lines with a step, an epoch, a place in it, and two values."""
    rows = []
    for step in range(1, count + 1):
        epoch, place = divmod(step - 1, epochs)
        rows.append(
            template.format(
                step=step,
                epoch=epoch + 1,
                place=place + 1,
                loss=4 / (1 + step),
                other=0.1 + step / 100,
                many=step * 1_000,
            )
        )
    return rows


def pairs(first, second):
    return [line for both in zip(lines(first), lines(second), strict=True) for line in both]


LOGS = {
    "steps": lines("step {step} loss {loss:.4f} lr {other:.2e}"),
    "epochs": lines("Epoch {step}/40 - loss: {loss:.4f} - val_loss: {other:.4f}"),
    "one value": lines("loss: {loss:.4f}"),
    "prefix of a logger": lines(
        "2024-05-01 12:00:{place:02d},123 INFO trainer.py:42 - step {step} loss {loss:.4f}"
    ),
    "units": lines("step {step} | loss {loss:.4f} | 12.5 ms | 340 tok/s"),
    "percent": lines("Epoch {step}: train loss {loss:.3f}, acc {place}.5%, val acc 40.25%"),
    "shares": lines("Epoch {step} loss {loss:.3f} acc: {place}/80"),
    "places in epochs": lines("Epoch {epoch} [{place}/8] loss {loss:.4f} gnorm {other:.3f}"),
    "training and validation": pairs(
        "train epoch {step} loss {loss:.4f}", "valid epoch {step} loss {other:.4f}"
    ),
    "steps and evaluations": pairs(
        "step {step}: loss {loss:.4f}", "eval at step {step}: eval_loss {other:.4f}"
    ),
    "two runs": lines("step {step} loss {loss:.4f}") * 2,
    "two runs of epochs": lines("Epoch {step} loss {loss:.4f}") * 2,
    "sections": [
        *lines("step {step} loss {loss:.4f}"),
        "Running validation",
        *lines("step {step} loss {other:.4f}"),
        "Back to training",
        *lines("step {step} loss {loss:.4f}"),
    ],
    "no numbers": [
        *lines("step {step} loss {loss:.4f}", 12),
        *["step 13 loss nan", "step 14 loss inf", "step 15 loss -inf", "step 16 loss NaN"],
    ],
    "thousands": lines("iter {many:,} loss {loss:.4f}"),
    "padded": lines("step {step:>6} | loss {loss:8.4f} | lr {other:<10.3f} |end"),
    "rows of blanks": lines("step {step} loss {loss:.4f} {other:.3f}   {other:.2f}"),
    "negative": lines("step {step} loss -{loss:.4f} reward:-{other:.2f}"),
    "messages between": pairs("step {step} loss {loss:.4f}", "saved model {step} at /tmp/x.pt"),
    "folds": [
        f"fold {fold} {line}" for fold in (1, 2) for line in lines("epoch {step} loss {loss:.3f}")
    ],
    "folds with a heading": [
        "Fold 1",
        *lines("epoch {step} loss {loss:.3f}"),
        "Fold 2",
        *lines("epoch {step} loss {loss:.3f}"),
    ],
    "tensors": lines("step {step} loss tensor({loss:.3f}) lr {other:.3f}"),
    "decimal commas of two digits": lines("epoch {step} loss 0,{place}7 acc 0,1{place}"),
    "text behind": lines("step {step} loss {loss:.3f} is lower than {other:.3f}."),
    "decimal commas": [line.replace(".", ",") for line in lines("epoch {step} loss {loss:.4f}")],
    "ranks": [
        f"{place % 4}: {line}" for place, line in enumerate(lines("step {step} loss {loss:.4f}"))
    ],
    "ranks in brackets": [
        f"[rank{place % 4}]: {line}"
        for place, line in enumerate(lines("step {step} loss {loss:.4f}"))
    ],
    "one rank": [f"0: {line}" for line in lines("step {step} loss {loss:.4f}")],
    "an evaluation in its steps": [
        *lines("epoch 1 step {step}/40 loss {loss:.4f}"),
        "Validation",
        *lines("epoch 1 step {step}/40 loss {loss:.4f}"),
        "Training",
        *lines("epoch 2 step {step}/40 loss {loss:.4f}"),
    ],
    "a section that its steps end": [
        *lines("step {step} loss {loss:.4f}", 20),
        "Validation",
        *lines("step {step} loss {other:.4f}", 40),
    ],
    "a section that its epochs end": [
        *lines("epoch {step} loss {loss:.4f}", 20),
        "Validation",
        *lines("epoch {step} loss {other:.4f}", 40),
    ],
    "summary of an evaluation": pairs(
        "Epoch: [{step}] Loss {loss:.3f}", " * Acc@1 {other:.3f} Acc@5 {other:.2f}"
    ),
    "several kinds": [
        *lines("step {step} loss {loss:.4f}"),
        *lines("step {step} loss {loss:.4f} gnorm {other:.3f}"),
        "CUDA out of memory",
        *lines("epoch {step} val_loss {other:.3f}"),
    ],
}
ENDS = {"newline": "\n", "CRLF": "\r\n"}


def curves_of(text, least_characters, monkeypatch):
    monkeypatch.setattr(bulk, "LEAST_CHARACTERS", least_characters)
    return read_log(source_of(text)).reading.curves


def described(curves):
    """Return the curves as a mapping: what tells them apart -> points."""
    return {
        (each.name, each.split, each.grain, each.run, each.group, each.x_name): (
            np.array(each.x).tolist(),
            np.array(each.y).tolist(),
        )
        for each in curves
    }


def assert_the_same(text, monkeypatch):
    in_bulk = described(curves_of(text, ALWAYS, monkeypatch))
    single = described(curves_of(text, NEVER, monkeypatch))

    assert single
    assert in_bulk.keys() == single.keys()
    for name, points in single.items():
        np.testing.assert_array_equal(in_bulk[name][0], points[0], str(name))
        np.testing.assert_allclose(in_bulk[name][1], points[1], rtol=1e-12, err_msg=str(name))


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize("kind", LOGS)
def test_bulk_gives_what_single_lines_give(kind, end, monkeypatch):
    assert_the_same(ENDS[end].join([*LOGS[kind], ""]), monkeypatch)


@pytest.mark.parametrize("kind", LOGS)
def test_last_line_without_its_end(kind, monkeypatch):
    assert_the_same("\n".join(LOGS[kind]), monkeypatch)


def test_chunks_end_with_a_line(monkeypatch):
    text = "\n".join(LOGS["several kinds"])
    monkeypatch.setattr(bulk, "_CHUNK", 300)

    assert_the_same(text, monkeypatch)


def test_sentences_are_no_values(monkeypatch):
    text = "\n".join(lines("My loss was {loss:.3f} and then it rose to {other:.3f}."))

    assert curves_of(text, ALWAYS, monkeypatch) == curves_of(text, NEVER, monkeypatch) == ()


def blocks_of(text):
    reader = LineReader(resolver())
    return split_in_bulk(text, kinds_of(text, reader.plan))


def test_lines_of_a_kind_are_one_block():
    found = blocks_of("a title\n" + "\n".join(LOGS["steps"]) + "\nan end\n")

    assert found.lines == ["a title", "an end"]
    assert [(block.before, block.height) for block in found.blocks] == [(1, ROWS)]
    assert found.samples == ["step 1 loss 2.0000 lr 1.10e-01"]


def test_numbers_that_are_none_stay_single_lines():
    broken = ["step 41 loss 1.2.3 lr 1", "step 42 loss 1..2 lr 1"]
    found = blocks_of("\n".join([*LOGS["steps"], "", *broken, ""]))

    assert found.lines == broken


def test_thousands_and_words_for_numbers_are_read():
    rows = [*lines("step {many:,} loss {loss:.3f}"), "step 41,000 loss nan.0"]
    (block,) = blocks_of("\n".join(rows)).blocks

    assert block.height == ROWS + 1
    assert block.columns[0][-1] == 41_000
    assert math.isnan(block.columns[1][-1])


def test_every_second_line_of_a_block():
    text = "\n".join(LOGS["steps"])
    (block,) = split_in_bulk(text, kinds_of(text, LineReader(resolver()).plan), 2).blocks

    assert block.columns[0].tolist() == list(range(1, ROWS + 1, 2))


def test_a_block_keeps_no_more_than_the_lines_that_are_read():
    text = "\n".join(LOGS["steps"])
    (block,) = split_in_bulk(text, kinds_of(text, LineReader(resolver()).plan), 4).blocks

    for column in block.columns.values():
        assert column.base is None  # a view would keep the numbers of all lines
        assert column.nbytes == 8 * ROWS // 4


@pytest.mark.parametrize(
    ("text", "is_bulk"), [("a\n", False), ("a\n" * 40_000, True), ("a\r" * 40_000, False)]
)
def test_only_long_plain_texts(text, is_bulk):
    assert may_be_bulk(text) == is_bulk


NUMBERS = st.one_of(
    st.floats(-1e6, 1e6).map("{:.4g}".format),
    st.sampled_from(["nan", "inf", "-inf", "1,000", "1e5", ".5", "1.", "7", "1.2.3", "--", "1e"]),
)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=12, max_size=30))
@settings(max_examples=60, deadline=None)
def test_any_numbers(rows):
    start = [f"step {place} loss 0.{place} gnorm 1.{place}" for place in range(1, 9)]
    text = "\n".join([*start, *(f"step 9 loss {loss} gnorm {norm}" for loss, norm in rows), ""])
    with pytest.MonkeyPatch.context() as patch:
        assert_the_same(text, patch)


HOSTILE = {
    "digits": "9",
    "points": "1.",
    "blanks": " ",
    "line starts": "step 1 loss ",
    "line starts and line breaks": "step 1 loss \n",
    "numbers": "1 ",
    "thousands": "1,000,",
    "exponents": "1e5 ",
    "signs": "-",
    "almost a line": "step 1 loss 1 gnorm 1 x\n",
    "words for numbers": "nan.0",
}


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_linear_time(unit):
    known = "".join(f"step {place} loss 0.{place} gnorm 1.{place} 2 3 4 5\n" for place in range(99))
    kinds = kinds_of(known, LineReader(resolver()).plan)
    assert kinds

    def call_of_size(size):
        text = known + "step 1 loss " + HOSTILE[unit] * (size // 4)
        return lambda: split_in_bulk(text, kinds)

    assert_linear(call_of_size)


def test_lines_of_a_long_text_are_not_made_twice():
    lines = [f"step: {number} loss: 0.5" for number in range(20_000)]
    source = source_of("\n".join(lines))
    log = read_log(source)

    assert log.kind == "console"
    assert "lines" not in vars(source)  # the memory of a log of 100 MB
