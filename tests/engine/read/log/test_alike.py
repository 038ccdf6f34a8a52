"""Lines that are read together, for they differ in digits only, give what they give one by one."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.read.log import alike
from engine.read.log.alike import block_of_alike, runs_of_alike
from engine.read.log.line_reader import LineReader
from engine.read.log.mixed import read_log
from tests.engine.read.log.names import resolver
from tests.engine.read.log.test_bulk import LOGS, described, lines
from tests.engine.read.short import source_of

TOGETHER = 2  # lines that are read together at least
NEVER = 10**9
SAYING_MORE = {
    "runs": lines("run {step} loss {loss:.4f}"),
    "bars": lines("epoch {epoch} {place}/8 [=>....] loss {loss:.4f}"),
    "bars in front": lines("{place}/8 [=>......] - loss: {loss:.4f}"),
    "bars without a total": lines("train: {step}it [00:03, 4.0it/s, loss={loss:.3f}]"),
    "Keras without a bar": lines("{place}/8 - 3s - loss: {loss:.4f}"),
    "names beside each other": lines("epoch {step} loss, acc: {loss:.4f}, {other:.3f}"),
    "sentences": lines("My loss was {loss:.3f} and then {step}."),
    "dicts": lines("{{'loss': {loss:.4f}, 'epoch': {step}}}"),
    "single precision": lines("epoch {step} loss {loss:.3f}f-1"),
    "asides": lines("step {step} loss {loss:.4f} (for 1 batch)"),
    "columns of splits": ["Training | Validation", *lines("loss | {loss:.3f} | {other:.3f}")],
    "summaries": lines(" * test_loss {loss:.3f} acc {other:.3f}"),
    "infinities": [*lines("step {step} loss {loss:.4f}", 9), *["step 9 loss 1e999"] * 3],
    "digits of names": lines("step {step} top{place}_acc {other:.3f}"),
    "epochs of validation": [
        *lines("epoch {step} test_loss {loss:.3f}"),
        *lines(" * Acc {other:.3f}"),
    ],
    "files": lines("step {step} loss {loss:.4f} saved {place}{{}}.pt"),
    "files that open runs": lines("run {step}-a.pt loss {loss:.4f}"),
}
ALL = LOGS | SAYING_MORE
NUMBERS = st.one_of(
    st.integers(-(10**6), 10**6),
    st.floats(),
    st.sampled_from(["nan", "1,000", "-", ".5", "5.", "1e5", "+3"]),
)
LEADS = st.text("abis lo:=,-/[].%", max_size=5)


def curves_of(text, least_lines, monkeypatch):
    monkeypatch.setattr(alike, "LEAST_LINES", least_lines)
    return described(read_log(source_of(text)).reading.curves)


def assert_the_same(text, monkeypatch):
    together = curves_of(text, TOGETHER, monkeypatch)
    single = curves_of(text, NEVER, monkeypatch)

    assert list(together) == list(single)
    for name, points in single.items():
        np.testing.assert_array_equal(together[name], points, str(name))
    return single


@pytest.mark.parametrize("kind", ALL)
def test_lines_together_give_what_single_lines_give(kind, monkeypatch):
    assert_the_same("\n".join(ALL[kind]), monkeypatch)


@given(st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=9), LEADS, LEADS)
@settings(max_examples=200, deadline=None)
def test_any_lines(rows, first, second):
    texts = [f"step {step} {first}loss {second}{loss}" for step, loss in rows]

    with pytest.MonkeyPatch.context() as monkeypatch:
        assert_the_same("\n".join(texts), monkeypatch)


def test_places_of_lines_that_differ_in_digits_only():
    texts = ["loss 1.5", "loss 12.5", "saved", "loss 3.5", "acc 3.5", "acc 4.5"]

    assert list(runs_of_alike(texts, [0, 1, 3, 4, 5])) == [[0, 1, 3], [4, 5]]


def block_of(texts):
    return block_of_alike(texts, LineReader(resolver()).plan)


def test_plain_lines_are_one_block():
    block = block_of(lines("step {step} loss {loss:.4f}"))

    assert block.columns[0].tolist() == list(range(1, 41))
    assert [slot.name for slot in block.plan.metrics] == ["loss"]


@pytest.mark.parametrize(
    "kind", sorted(SAYING_MORE.keys() - {"infinities", "epochs of validation"})
)
def test_lines_that_say_more_are_no_block(kind):
    assert block_of(SAYING_MORE[kind]) is None


@pytest.mark.parametrize(
    "texts",
    [
        lines("step {step} loss {loss:.4f}", alike.LEAST_LINES - 1),
        lines("step {step} loss {loss:.4f}" + " " * 1000),
        ["step 1 loss nan"] * 9,
        ["step 1 loss 1,000"] * 9,
        ["worker 1 is 2"] * 9,
        ["rank 1: loss 2.5"] * 9,
    ],
)
def test_few_long_or_unknown_lines_are_no_block(texts):
    assert block_of(texts) is None
