"""Check that an entry stays short enough for somebody whose run is failing now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from content.entry_texts import Text, first_half, whole_text
from content.problems import Problems
from content.tree import Tree

FORMULA = re.compile(r"\$\$[^$]+\$\$")
CODE_BLOCK = re.compile(r"```.*?```", re.DOTALL)

MOST_BEFORE_LOOK_ALIKES = 350
MOST_IN_ALL = 800
FEWEST_IN_INTRO = 100  # of a chapter
MOST_IN_INTRO = 200
MOST_IN_PART: Mapping[str, int] = {
    "summary": 25,
    "definition": 70,
    "mechanism": 120,
}


def words(text: str) -> int:
    """Count the words of a text without displayed formulas and blocks of code."""
    prose = CODE_BLOCK.sub(" ", text)
    prose = FORMULA.sub(" ", prose)
    return len(prose.split())


def words_of(texts: Iterable[Text]) -> int:
    total = 0
    for _, text in texts:
        total += words(text)
    return total


def parts_are_short(tree: Tree) -> Problems:
    for record in tree.failure_modes:
        for name, most in MOST_IN_PART.items():
            part = getattr(record.value, name)
            count = words(part)
            if count > most:
                message = f"{count} words in {name}, at most {most}"
                yield record.problem(
                    message,
                    name,
                )


def chapters_are_introduced(tree: Tree) -> Problems:
    """Name each chapter whose introduction is too short to say what to check, or too long."""
    for record in tree.chapters:
        count = words(record.value.intro)
        if not FEWEST_IN_INTRO <= count <= MOST_IN_INTRO:
            message = f"{count} words in intro, {FEWEST_IN_INTRO} to {MOST_IN_INTRO} are wanted"
            yield record.problem(
                message,
                "intro",
            )


def entries_are_short(tree: Tree) -> Problems:
    for record in tree.failure_modes:
        entry = record.value
        first = words_of(first_half(entry))
        if first > MOST_BEFORE_LOOK_ALIKES:
            message = f"{first} words before the look-alikes, at most {MOST_BEFORE_LOOK_ALIKES}"
            yield record.problem(message)
        every = words_of(whole_text(entry))
        if every > MOST_IN_ALL:
            message = f"{every} words, at most {MOST_IN_ALL}"
            yield record.problem(message)
