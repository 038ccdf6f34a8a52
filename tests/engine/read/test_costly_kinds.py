"""Kinds of text that once took seconds: the cost grows with the length, and plans are few."""

from __future__ import annotations

import contextlib

import pytest

from benchmarks.slowest_texts import KINDS
from engine.read import Inputs, NamedFile, ReadError, read_case
from engine.read.log import line_reader
from tests.engine.content import real_knowledge
from tests.growth import assert_linear

SIZES = (4_000, 16_000, 64_000, 256_000)
CEILING = 1e-4  # CPU seconds a character: growth decides, and the first lines cost most
HELD = (
    "dicts of one new name",
    "headings of epochs",
    "new loss names",
    "new losses with words",
    "open matrices",
    "printed lists of new names",
    "questions",
    "settings of new names",
)
BY_NAME = {kind.name: kind for kind in KINDS}
KNOWLEDGE = real_knowledge()  # read before anything is timed


def read(text):
    file = NamedFile("run.txt", text.encode())
    with contextlib.suppress(ReadError):
        return read_case(Inputs(files=(file,)), KNOWLEDGE)


@pytest.mark.parametrize("name", HELD)
def test_costly_kinds_are_read_in_linear_time(name):
    kind = BY_NAME[name]

    def call_of_size(size):
        text = kind.text(size)
        return lambda: read(text)

    assert_linear(call_of_size, SIZES, ceiling=CEILING)


@pytest.fixture
def made(monkeypatch):
    """The shapes that a plan was made for."""
    shapes = []
    plan_of = line_reader.plan_of

    def counted(tokens, resolver):
        shapes.append(tokens.shape)
        return plan_of(tokens, resolver)

    monkeypatch.setattr(line_reader, "plan_of", counted)
    return shapes


@pytest.mark.parametrize("name", ["new loss names", "new losses with words", "averages"])
def test_few_plans_are_made_of_ever_new_words(name, made):
    text = BY_NAME[name].text(200_000)
    read(text)

    assert text.count("\n") > 4_000
    assert line_reader.MANY_PLANS <= len(made) < 1.5 * line_reader.MANY_PLANS


def test_every_value_beside_ever_new_words_is_read():
    text = BY_NAME["new losses with words"].text(100_000)
    case = read(text)

    assert len(case.series["train_loss"].y) > text.count("\n") - line_reader.MANY_PLANS
    assert not any("ever new names" in warning for warning in case.warnings)


def test_a_line_that_comes_again_is_read_again():
    case = read("Epoch 1\nValidation\nloss: 0.5\n" * 3 + "Epoch 2\nValidation\nloss: 0.25\n")

    assert case.series["val_loss"].y[-1] == 0.25
