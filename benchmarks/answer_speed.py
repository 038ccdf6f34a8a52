"""Time the answers, each beside a plain piece of work on the same input in the same run.

python -m benchmarks.answer_speed [--repeat N] [--row SUBSTRING]
python -m benchmarks.speed --answers [--repeat N] [--row SUBSTRING]

Times are CPU seconds, the best of N, so that a busy machine blurs them little. The plain work: one
matrix-vector product and the ten largest values for a sentence, a full-text search of SQLite over
our entries for a log, the validation of the same numbers by Django REST framework for curves, and
the same knowledge for one ten times as large.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import django
import numpy as np

from benchmarks.accuracy import FIXTURES
from benchmarks.answer_speed_inputs import enlarged, log_of_words, two_curves
from benchmarks.entry_texts import entry_texts
from benchmarks.speed import best_of
from content.content import content_of_folder
from content.to_knowledge import knowledge_from_files
from engine.diagnose import diagnose
from engine.knowledge import Knowledge
from engine.read import Inputs, read_case

REPEAT = 7
TIMES_LARGER = 10
SENTENCE = (
    "The validation loss rises from epoch five on while the training loss keeps falling, "
    "and accuracy stays at 71 percent."
)
LOG_WORDS = 1000
ENTRIES, FEATURES, FIRST = 235, 220, 10  # of the plain product
RUN_POINTS = 240
LENGTHS = (1_000, 100_000, 1_000_000)

Work = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Row:
    """A piece of our work and the plain work beside it; most: times slower that it may be."""

    name: str
    work: Work
    plain_name: str
    plain: Work
    most: float


def sentence_rows(
    knowledge: Knowledge,
) -> Iterator[Row]:
    matrix = np.random.default_rng(0).random((ENTRIES, FEATURES), dtype=np.float32)
    vector = matrix[0].copy()

    def product() -> object:
        scores = matrix @ vector
        first = np.argpartition(scores, -FIRST)[-FIRST:]
        return first[np.argsort(-scores[first])]

    yield Row(
        "20 words",
        lambda: answered(Inputs(description=SENTENCE), knowledge),
        "matrix-vector product, top 10",
        product,
        most=220,
    )
    model = knowledge.text_model
    if model is not None:
        yield Row(
            "20 words, text model alone",
            lambda: model.log_probabilities(SENTENCE),
            "matrix-vector product, top 10",
            product,
            most=115,
        )


def log_row(
    knowledge: Knowledge,
) -> Row:
    text = log_of_words(LOG_WORDS)
    search = full_text_search()
    return Row(
        "log of 1,000 words",
        lambda: answered(Inputs(log=text), knowledge),
        "SQLite FTS5, any of the words",
        lambda: search(text),
        most=1,
    )


def full_text_search() -> Callable[[str], list[Any]]:
    """Return a search for entries that hold any word of a text, the best first."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE entries USING fts5(slug, body)")
    texts = entry_texts(content_of_folder(FIXTURES))
    database.executemany("INSERT INTO entries VALUES (?, ?)", texts.items())

    def search(
        text: str,
    ) -> list[Any]:
        words = {word.strip(":.,") for word in text.split()}
        query = " OR ".join(f'"{word}"' for word in sorted(words) if word)
        found = database.execute(
            "SELECT slug FROM entries WHERE entries MATCH ? ORDER BY rank LIMIT 10", (query,)
        )
        return found.fetchall()

    return search


def curve_rows(
    knowledge: Knowledge,
) -> Iterator[Row]:
    from rest_framework import serializers  # needs settings

    bounds = {1_000: 3.0, 100_000: 0.25, 1_000_000: 0.2}
    field = serializers.ListField(child=serializers.FloatField())
    for length in LENGTHS:
        curves = two_curves(length)
        body = json.dumps({"metrics": curves})
        yield Row(
            f"2 curves of {length:,}",
            partial(from_body, body, knowledge),
            "ListField(FloatField) on both",
            partial(validated, curves, field),
            most=bounds[length],
        )


def validated(curves: Mapping[str, list[float]], field: Any) -> list[Any]:
    return [field.run_validation(values) for values in curves.values()]


def from_body(
    body: str,
    knowledge: Knowledge,
) -> object:
    """Return the report that a body of the endpoint gets."""
    from diagnostics_api.service.fields import read_fields
    from diagnostics_api.service.json_body import parse_body

    question = read_fields(parse_body(body), knowledge, longest=len(body))
    return diagnose(
        question.case,
        knowledge,
    )


def run_row(
    knowledge: Knowledge,
    large: Knowledge,
) -> Row:
    inputs = Inputs(metrics=two_curves(RUN_POINTS), description=SENTENCE)
    return Row(
        "240 points, 10 x the entries",
        lambda: answered(inputs, large),
        "240 points, our entries",
        lambda: answered(inputs, knowledge),
        most=4,
    )


def answered(
    inputs: Inputs,
    knowledge: Knowledge,
) -> object:
    return diagnose(read_case(inputs, knowledge), knowledge)


def rows(
    knowledge: Knowledge,
) -> Iterator[Row]:
    yield from sentence_rows(knowledge)
    yield log_row(knowledge)
    yield from curve_rows(knowledge)
    yield run_row(knowledge, enlarged(knowledge, TIMES_LARGER))


def line(
    row: Row,
    seconds: float,
    plain: float,
) -> str:
    times = seconds / plain
    return (
        f"{row.name:<30}{1000 * seconds:>9.2f} ms{times:>9.2f} x {row.plain_name}"
        f" ({1000 * plain:.3f} ms; at most {row.most:g} x)"
    )


def main(
    arguments: Sequence[str] | None = None,
) -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--repeat",
        type=int,
        default=REPEAT,
        help="the best of N counts",
    )
    parser.add_argument(
        "--row",
        default="",
        help="only rows whose name holds this",
    )
    options = parser.parse_args(arguments)
    show(options.row, options.repeat)


def show(
    substring: str = "",
    repeat: int = REPEAT,
) -> None:
    """Print the rows whose names hold a text, each when it is measured."""
    os.environ.setdefault(
        "DJANGO_SETTINGS_MODULE",
        "config.settings",
    )
    django.setup()
    for row in rows(knowledge_from_files(FIXTURES)):
        if substring in row.name:
            row.work()  # fills the caches
            seconds = best_of(
                row.work,
                repeat,
            )
            print(line(row, seconds, best_of(row.plain, repeat)), flush=True)


if __name__ == "__main__":
    main()
