"""Work and memory of every way that text comes in, against the size of the text.

Work is counted, not timed: calls of functions, of Python and of C. What takes its time inside one
call of C is timed elsewhere: each regular expression in tests/test_patterns.py, the readers as a
whole in tests/test_hostile_text.py.
"""

from __future__ import annotations

import contextlib
import gc
import json
import sys
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from time import process_time
from types import FrameType
from typing import Any, NamedTuple

from content.markup import MarkupError, markdown_to_html
from content.plain import plain_text
from diagnostics_api.page.paste import fields_of_paste
from dictionary.search.words import informative
from dictionary.suggestions import last_words
from engine.diagnose import diagnose
from engine.read import Inputs, NamedFile, ReadError, read_case
from quizzes.choice.answer import read_answer
from quizzes.kind import AnswerError
from tests.engine.content import real_knowledge
from tests.fuzz.files import SUFFIXES
from tests.hostile_texts import TEXTS

Make = Callable[[int], str]
Way = Callable[[str], object]

SHORT = (256, 1_024)
LONG = (1_024, 4_096, 16_384)
GROWTH = 8.0  # for four times the size: linear work is 4, quadratic 16
FLOOR = 30_000  # calls; less is no work worth a look
# Calls that a way may make whatever the text: Markdown is quadratic in brackets and takes 200.
FLOORS: Mapping[str, int] = {"Markdown of an entry": 1_000_000}
BYTES = 6_000_000  # of memory that any input may take
BYTES_PER_CHARACTER = 1_500


def _times(unit: str) -> Make:
    return lambda size: unit * (size // len(unit) + 1)


def _numbered(line: str) -> Make:
    """Repeat with a number that is new each time: names, keys and steps of their own."""
    return lambda size: "".join(
        line.replace("#", str(place)) for place in range(size // (len(line) + 3) + 1)
    )


def _nested(opening: str, inside: str, closing: str) -> Make:
    def make(size: int) -> str:
        depth = size // (len(opening) + len(closing))
        return opening * depth + inside + closing * depth

    return make


PATTERNS: Mapping[str, Make] = {
    **TEXTS,
    **{
        f"many {unit!r}": _times(unit)
        for unit in (
            "a", "A", "_", ".", ",", ";", ":", "=", "-", "+", "*", "/", "\\", "#", "%", "&", "'",
            '"', "`", "~", "!", "?", "$", "^", "<", ">", "(", ")", "[", "]", "{", "}", "\t", "\n",
            "\r", "\0", "\u00e9", "\u635f", "\U0001f600", "\u2028", "a ", "1 ", "1,", "1\n", "1.5 ",
            "1e5 ", "-1 ", "nan ", "inf ", "a\n", "a:1 ", "a=1 ", "a=1\n", "a: 1\n", "- a\n",
            "a,b\n", "| a ", "| a | 1 |\n", "||", "[[", "a[0]", "(1, 2), ", "{'a': 1}\n",
            '{"a": 1}\n', '{"a":', "loss: 1\n", "loss 1 acc 0.5\n", "step 1 loss 2.0\n",
            "Epoch 1/9\n", "9/9 [==] - loss: 1\n", " 50%|##  | 5/10\r", "\x1b[0m", "Error: ",
            "Traceback (most recent call last):\n", '  File "a.py", line 1\n', "--lr 0.1 ",
            "if a:\n ", "import a\n", "x = f(x)\n", "not ", "no loss, but ", "is it normal? ",
            "2024-01-01 00:00:00 ", "10% ", "1/2 ", "3x ", "a-b-", "a_b_", "a/b/", "a.b.c\n",
            "&amp;", "<b>", "**", "# a\n", "> ", "* a\n", "[a](b)", "![", "$x$", "\\(", "```\n",
            "&a *a\n", "!!a ", "<<: *a\n", "%TAG ", "---\n",
        )
    },
    "new words": _numbered("word# "),
    "new names": _numbered("name#=1 "),
    "new keys": _numbered('"k#": 1, '),
    "new rows": _numbered("step # loss 1.5\n"),
    "new names in rows": _numbered('{"step": 1, "n#": 1}\n'),
    "new lists in rows": _numbered('{"step": #, "g#": [1, 1]}\n'),
    "new settings": _numbered("a#: 1\n"),
    "new lines": _numbered("line # of text\n"),
    "a wide table": lambda size: ",".join(f"c{n}" for n in range(size // 8)) + "\n1,2\n3,4\n",
    "one object": lambda size: json.dumps({f"k{n}": n for n in range(size // 10)}),
    "one list": lambda size: json.dumps(list(range(size // 5))),
    "a list of objects": lambda size: json.dumps(
        [{"step": n, "loss": 1} for n in range(size // 24)]
    ),
    "nested lists": _nested("[", "1", "]"),
    "nested objects": _nested('{"a": ', "1", "}"),
    "nested brackets": _nested("(", "", ")"),
    "nested tags": _nested("<a>", "", "</a>"),
    "nested quotes": _nested("> ", "a", ""),
    "deep YAML": lambda size: "".join(
        " " * depth + f"k{depth}:\n" for depth in range(int((2 * size) ** 0.5))
    ),
    "a deep name": lambda size: json.dumps({"/".join("ab" for _ in range(size // 3)): [1, 2]}),
    "one long line of numbers": _times("1.25 "),
    "one long line of pairs": _times("loss: 1.25 acc: 0.5 "),
}  # fmt: skip


def _diagnosed(inputs: Inputs) -> None:
    knowledge = real_knowledge()
    with contextlib.suppress(ReadError):
        diagnose(read_case(inputs, knowledge), knowledge)


def _of_file(name: str) -> Way:
    return lambda text: _diagnosed(Inputs(files=(NamedFile(name, text.encode()),)))


def _as_markdown(text: str) -> None:
    with contextlib.suppress(MarkupError):
        markdown_to_html.__wrapped__(text)


def _parsed(text: str) -> None:
    with contextlib.suppress(ReadError):
        fields_of_paste(text)


def _answered(text: str) -> None:
    options = [{"id": "a", "text": "one"}, {"id": "b", "text": "two"}]
    with contextlib.suppress(AnswerError):
        read_answer({"options": options}, {"option": [text]})


TEXT_WAYS: Mapping[str, Way] = {
    "description": lambda text: _diagnosed(Inputs(description=text)),
    "log": lambda text: _diagnosed(Inputs(log=text)),
    "configuration": lambda text: _diagnosed(Inputs(config=text)),
    "paste box": _parsed,
    "search": lambda text: informative(text, {}),
    "address": last_words,
    "quiz answer": _answered,
    "Markdown of an entry": _as_markdown,
    "plain text of an entry": plain_text,
    "name of a metric": lambda text: _diagnosed(Inputs(metrics={text: [1.0, 2.0]})),
    "name of a setting": lambda text: _diagnosed(Inputs(config={text: 1})),
    "value of a setting": lambda text: _diagnosed(Inputs(config={"optimizer": text})),
    "name of a file": lambda text: _diagnosed(Inputs(files=(NamedFile(text, b"loss 1\n"),))),
}
WAYS: Mapping[str, Way] = {
    **TEXT_WAYS,
    **{f"file run{suffix}": _of_file(f"run{suffix}") for suffix in SUFFIXES},
}
SHORT_WAYS = (*TEXT_WAYS, "file run.json", "file run.csv", "file run.txt")


class Growth(NamedTuple):
    """A way and a pattern whose work or memory grows faster than the text."""

    way: str
    pattern: str
    said: str


def count(ways: Mapping[str, Way] = WAYS) -> int:
    return len(ways) * len(PATTERNS)


def all_failures(
    sizes: tuple[int, ...],
    seconds: float = float("inf"),
    ways: Mapping[str, Way] = WAYS,
) -> list[Growth]:
    """Return each pair of way and pattern that grows too fast. Raises TimeoutError where the
    seconds of CPU do not suffice.
    """
    end = process_time() + seconds
    found = []
    for name, way in ways.items():
        way("warm up")
        for pattern, make in PATTERNS.items():
            said = growth_of(way, make, sizes, FLOORS.get(name, FLOOR))
            if said:
                found.append(Growth(name, pattern, said))
            if process_time() > end:
                raise TimeoutError(f"stopped at {name}, {pattern}: give more minutes")
    return found


def growth_of(
    way: Way,
    make: Make,
    sizes: tuple[int, ...],
    floor: int = FLOOR,
    with_memory: bool = True,
) -> str:
    """Say how the calls or the bytes outgrow the size; empty where they do not."""
    texts = [make(size) for size in sizes]
    counted = [(len(text), calls_of(way, text)) for text in texts]
    for (short, fewer), (long, more) in pairwise(counted):
        times = long / max(short, 1) / 4
        if more > max(floor, GROWTH * times * fewer):
            return f"{fewer:,} calls for {short:,} characters, {more:,} for {long:,}"
    if with_memory:
        peak = _peak(way, texts[-1])
        if peak > BYTES + BYTES_PER_CHARACTER * len(texts[-1]):
            return f"{peak:,} bytes for {len(texts[-1]):,} characters"
    return ""


def calls_of(way: Way, text: str) -> int:
    """Return how many functions are called on the way."""
    calls = 0

    def counts(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        if event in {"call", "c_call"}:
            calls += 1

    with _profiled(counts):
        way(text)
    return calls


@contextlib.contextmanager
def _profiled(profile: Any) -> Iterator[None]:
    usual = sys.getprofile()
    sys.setprofile(profile)
    try:
        yield
    finally:
        sys.setprofile(usual)


def _peak(way: Way, text: str) -> int:
    gc.collect()
    tracemalloc.start()
    try:
        way(text)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
