"""Hostile text takes time in proportion to its length, whichever way it comes in."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable

import pytest

from content.plain import plain_sentences, plain_text
from diagnostics_api.page.paste import fields_of_paste
from dictionary.search.words import informative
from dictionary.suggestions import last_words
from engine.observe.log.signatures import observe_log
from engine.observe.words.phrases import clauses, is_negated
from engine.observe.words.quantities import observe_quantities
from engine.read import Inputs, NamedFile, ReadError, read_case
from engine.run import Case
from engine.words_model.features import tokens
from tests.engine.content import real_knowledge
from tests.growth import assert_linear

SIZES = (64, 256, 1_024, 4_096, 16_384)
LONG_LINE = 3_900  # just short enough to be read for its numbers


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit) + 1)


def _lines(line: str) -> Callable[[int], str]:
    """Lines that are as long as a line of metrics may be; the last character of `line` ends
    each.
    """
    long_line = line[:-1] * (LONG_LINE // (len(line) - 1)) + line[-1]
    return lambda size: "\n".join(long_line for _ in range(size // LONG_LINE + 1))[-size:]


def _short_rows(size: int) -> str:
    """A table whose first rows are wide and whose other rows are one cell each."""
    width = size // 16
    names = ",".join(f"c{place}" for place in range(width))
    return f"{names}\n{',1' * (width - 1)}\n" + "1\n" * (size // 4)


def _long_name(size: int) -> str:
    return json.dumps({"config": _long_key(size)})


def _long_name_in_rows(size: int) -> str:
    return '{"loss": 1}\n' * 3 + json.dumps(_long_key(size)) + "\n"


def _long_key(size: int) -> dict[str, dict[int, int]]:
    return {"k" * (size // 2): dict.fromkeys(range(size // 16), 1)}


TEXTS: dict[str, Callable[[int], str]] = {
    "a number, spaces and a letter": lambda size: "9" * 20 + " " * size + "x",
    "digits": _repeated("9"),
    "digits and a letter": lambda size: "9" * size + "x",
    "lines of digits and a letter": _lines("9x"),
    "lines of points and digits": _lines(".9x"),
    "spaces": _repeated(" "),
    "spaces between letters": lambda size: "a" + " " * size + "b",
    "line breaks and spaces": _repeated("\n "),
    "questions about files": _repeated("is my loss " + "a.py" * 490 + "\n"),
    "commas and spaces": _repeated(",  "),
    "beginnings of a score": _repeated("train set 9 acc on my "),
    "beginnings of a stuck loss": _repeated("loss stuck at "),
    "numbers in decimals of numbers": _repeated("1.1,1"),
    "settings with open brackets": _repeated("a=[,"),
    "a namespace with open brackets": lambda size: f"Namespace({'a=[,' * (size // 4)})",
    "a namespace with open quotes": lambda size: "Namespace(" + "a=',b=(,\"" * (size // 9) + ")",
    "a nested list": lambda size: f"a: {'[' * (size // 2)}{']' * (size // 2)}",
    "a table with short rows": _short_rows,
    "a name of many parts": lambda size: f'{{"config": {{"{"a." * (size // 2)}": 1}}}}',
    "a long name over many": _long_name,
    "a long name over many in rows": _long_name_in_rows,
    "rows of JSON that never end": _repeated('{"a": {"a": ['),
    "printed dictionaries that never end": _repeated("{'loss': "),
    "progress bars that never end": _repeated("9%|"),
    "colors that never end": _repeated("\x1b[9;"),
    "bars": _repeated("|"),
    "stack traces": _repeated("RuntimeError : "),
    "contrasts": _repeated(", \n but"),
    "colons and spaces": _repeated(":  "),
    "formulas that never end": _repeated("[a]($"),
    "one long word": _repeated("nays"),
}


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
