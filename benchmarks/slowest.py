"""Time the readers on the kinds of text that cost them most, the worst first.

python -m benchmarks.slowest [--size MB] [--repeat N] [--row SUBSTRING] [--only GROUP] [--top N]

Prints CPU seconds of reading alone (`engine.read.read_case`), the least of N: of the largest input
of a kind up to 1 MB, and of a MB. Groups:
kinds (ever new names, blocks, tables), golden (each golden file of the tests, over and over),
hostile (the texts of tests/test_hostile_text.py) and settings (texts given as a configuration,
which has a limit of its own and is timed at that length).
"""

from __future__ import annotations

import argparse
import contextlib
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.accuracy import FIXTURES
from benchmarks.progress import counted
from benchmarks.slowest_texts import KINDS, golden_texts, hostile_texts
from benchmarks.speed import MEGABYTE, best_of
from content.to_knowledge import knowledge_from_files
from engine.read import Inputs, NamedFile, NameTables, ReadError, read_case

GROUPS = ("kinds", "golden", "hostile", "settings")
SIZE = 1.0  # MB
REPEAT = 2
MOST_SETTINGS = 250_000  # characters
MEGABYTE_OF_TEXT = 1.0  # MB, the input that has a bound
GOOD = 0.5  # seconds; what takes less is not measured again


class Text(NamedTuple):
    """One text to read. megabytes: of the content. most: that an input of the kind may have."""

    group: str
    name: str
    inputs: Inputs
    megabytes: float
    most: float = MEGABYTE_OF_TEXT


class Cost(NamedTuple):
    """seconds: of CPU, of reading the whole text."""

    text: Text
    seconds: float

    @property
    def per_megabyte(self) -> float:
        return self.seconds / self.text.megabytes

    @property
    def of_largest(self) -> float:
        """Seconds of the largest input of the kind, up to 1 MB."""
        return self.per_megabyte * min(self.text.most, MEGABYTE_OF_TEXT)

    def __str__(self) -> str:
        text = self.text
        return f"{self.of_largest:>8.2f}  {self.per_megabyte:>8.2f}  {text.group:<9} {text.name}"


HEADER = f"{'seconds':>8}  {'s per MB':>8}  {'group':<9} text"


def of_file(
    group: str,
    name: str,
    content: bytes,
    file_name: str = "run.txt",
) -> Text:
    file = NamedFile(file_name, content)
    return Text(group, name, Inputs(files=(file,)), len(content) / MEGABYTE)


def texts(size: float, groups: tuple[str, ...] = GROUPS) -> Iterator[Text]:
    """Yield the texts of the groups, each of so many MB."""
    characters = round(size * MEGABYTE)
    makers = {
        "kinds": _kinds,
        "golden": _golden,
        "hostile": _hostile,
        "settings": _settings,
    }
    for group in groups:
        make = makers[group]
        yield from make(characters)


def _kinds(characters: int) -> Iterator[Text]:
    for kind in KINDS:
        content = kind.text(characters).encode()
        yield of_file("kinds", kind.name, content)


def _golden(characters: int) -> Iterator[Text]:
    for name, file_name, content in golden_texts(characters):
        yield of_file("golden", name, content, file_name)


def _hostile(characters: int) -> Iterator[Text]:
    for name, make in hostile_texts().items():
        content = make(characters).encode()
        yield of_file("hostile", name, content)


def _settings(characters: int) -> Iterator[Text]:
    """Yield texts as a configuration, whose length has a limit of its own."""
    length = min(characters, MOST_SETTINGS)
    given = dict(hostile_texts())
    for kind in KINDS:
        given[kind.name] = kind.text
    for name, make in given.items():
        text = make(length)
        yield Text(
            "settings",
            name,
            Inputs(config=text),
            len(text) / MEGABYTE,
            most=MOST_SETTINGS / MEGABYTE,
        )


def cost_of(
    text: Text,
    names: NameTables,
    repeat: int,
) -> Cost:
    """Time the reading of a text; one that is quick is read once."""

    def read() -> None:
        _read(text.inputs, names)

    seconds = best_of(read, 1)
    if seconds > GOOD * text.megabytes and repeat > 1:
        again = best_of(read, repeat - 1)
        seconds = min(seconds, again)
    return Cost(text, seconds)


def _read(inputs: Inputs, names: NameTables) -> None:
    with contextlib.suppress(ReadError):  # a refusal is an answer too
        read_case(inputs, names)


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--size",
        type=float,
        default=SIZE,
        metavar="MB",
        help="of each text",
    )
    parser.add_argument(
        "--repeat",
        type=int,
        default=REPEAT,
        metavar="N",
        help="the best of N counts",
    )
    parser.add_argument(
        "--row",
        default="",
        metavar="SUBSTRING",
        help="only texts whose name holds this",
    )
    parser.add_argument(
        "--only",
        choices=GROUPS,
        action="append",
        metavar="GROUP",
        help=", ".join(GROUPS),
    )
    parser.add_argument(
        "--top",
        type=int,
        default=40,
        metavar="N",
        help="lines to print",
    )
    return parser.parse_args()


def main() -> None:
    chosen = options()
    names = knowledge_from_files(FIXTURES)
    groups = tuple(chosen.only or GROUPS)
    made = texts(chosen.size, groups)
    wanted = [text for text in made if chosen.row in text.name]
    costs = []
    for text in counted(wanted, "texts"):
        cost = cost_of(text, names, chosen.repeat)
        costs.append(cost)
    costs.sort(key=lambda cost: cost.of_largest, reverse=True)
    print(HEADER)
    for cost in costs[: chosen.top]:
        print(cost)
    slow = sum(cost.of_largest > 1 for cost in costs)
    print(f"{slow} of {len(costs)} texts take over 1 s in their largest input of up to 1 MB")


if __name__ == "__main__":
    main()
