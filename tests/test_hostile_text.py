"""Hostile text takes time in proportion to its length, whichever way it comes in."""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import pytest

from content.plain import plain_sentences, plain_text
from diagnostics_api.page.paste import fields_of_paste
from dictionary.search.words import informative
from dictionary.suggestions import last_words
from engine.observe.log.signatures import observe_log
from engine.observe.words.phrase_index import is_negated
from engine.observe.words.phrases import clauses
from engine.observe.words.quantities import observe_quantities
from engine.read import Inputs, NamedFile, ReadError, read_case
from engine.run import Case
from engine.words_model.features import tokens
from tests.engine.content import real_knowledge
from tests.growth import assert_linear
from tests.hostile_texts import TEXTS

SIZES = (64, 256, 1_024, 4_096, 16_384)


KNOWLEDGE = real_knowledge()  # read before anything is timed


def _read(inputs: Inputs) -> Case | None:
    with contextlib.suppress(ReadError):
        return read_case(inputs, KNOWLEDGE)
    return None


def _read_log(text: str) -> None:
    case = _read(Inputs(log=text))
    if case is not None:
        observe_log(case)


def _read_description(text: str) -> None:
    case = _read(Inputs(description=text))
    if case is not None:
        observe_log(case)


WAYS_IN: dict[str, Callable[[str], object]] = {
    "numbers of a description": observe_quantities,
    "clauses of a description": clauses,
    "negations of a description": is_negated,
    "words of a description": tokens,
    "messages in a description": _read_description,
    "paste box": fields_of_paste,
    "log": _read_log,
    "configuration": lambda text: _read(Inputs(config=text)),
    "file": lambda text: _read(Inputs(files=(NamedFile("run.txt", text.encode()),))),
    "value of a metric": lambda text: _read(Inputs(metrics={"loss": [1.0, text]})),
    "name of a metric": lambda text: _read(Inputs(metrics={text: {text: [1.0, 2.0]}})),
    "value of a setting": lambda text: _read(Inputs(config={"lr": text, "optimizer": [text]})),
    "name of a setting": lambda text: _read(Inputs(config={text: {text: 1}})),
    "search": lambda text: informative(text, {}),
    "address": last_words,
    "sentences of an entry": plain_sentences,
    "plain text of an entry": plain_text,
}


@pytest.mark.parametrize("way", WAYS_IN)
def test_hostile_text_is_read_in_linear_time(way):
    for description, make in TEXTS.items():

        def call_of_size(size: int, make: Callable[[int], str] = make) -> Callable[[], object]:
            text = make(size)
            return lambda: WAYS_IN[way](text)

        try:
            assert_linear(call_of_size, SIZES)
        except AssertionError as error:
            pytest.fail(f"{description}: {error}")


@pytest.mark.parametrize(
    "text",
    [
        "99999999999999999999" + 3_000 * " " + "x",
        "9" * 20_000,
        500 * ("is my loss " + "a.py" * 490 + "\n"),
    ],
    ids=["a number and spaces", "digits", "questions about files"],
)
@pytest.mark.parametrize("way", ["numbers of a description", "paste box", "log"])
def test_inputs_that_stopped_a_worker_take_a_moment(way, text):
    assert_linear(
        lambda size: lambda: WAYS_IN[way](text[:size]), (len(text) // 4, len(text)), ceiling=1e-6
    )
