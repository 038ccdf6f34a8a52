"""Check that sentences are short: who reads has a failing run, a phone, and a second language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content import schema
from content.documents import Location
from content.entry_texts import whole_text
from content.problems import Problems
from content.tree import Tree

# Written entries have 9 to 13 words a sentence; design/writing.md allows 20.
MOST_ON_AVERAGE = 16
MOST_IN_SENTENCE = 34
FEWEST = 4  # a shorter piece is a label, no sentence

FORMULA = re.compile(r"\$\$[^$]*\$\$|\$[^$]*\$")
CODE = re.compile(r"`[^`]*`")
END = re.compile(r"(?<=[.!?:])\s+|\n+")

Sentence = tuple[Location, str]


def sentences_are_short(tree: Tree) -> Problems:
    """Name each sentence that is too long, and each entry whose sentences are so on average."""
    for record in tree.failure_modes:
        lengths = []
        for location, sentence in sentences(record.value):
            length = len(sentence.split())
            lengths.append(length)
            if length > MOST_IN_SENTENCE:
                beginning = sentence[:60]
                message = f"{length} words in one sentence, split it: {beginning}"
                yield record.problem(
                    message,
                    *location,
                )
        average = sum(lengths) / max(len(lengths), 1)
        if average > MOST_ON_AVERAGE:
            message = f"{average:.1f} words a sentence, at most {MOST_ON_AVERAGE}"
            yield record.problem(message)


def sentences(entry: schema.FailureMode) -> Iterator[Sentence]:
    """Yield the sentences of an entry; a formula or a piece of code counts as one word."""
    for location, text in whole_text(entry):
        prose = FORMULA.sub("formula", text)
        prose = CODE.sub("code", prose)
        for piece in END.split(prose):
            sentence = piece.strip()
            if len(sentence.split()) >= FEWEST:
                yield location, sentence
