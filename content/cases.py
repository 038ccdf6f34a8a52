"""Collect the examples of the text model: cases of published entries, phrasings of symptoms, and
the cases of all other failures, so that the model learns to call those something else.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

from content.content import Content
from content.text_model import read_text_model
from content.to_knowledge import knowledge_of
from engine.knowledge import SOMETHING_ELSE, FailureMode, Knowledge
from engine.words_model.train import Example, is_current

CASES = "cases"
STRONG = 3  # the evoking strength from which a symptom's words count as words for the entry
PHRASING_WEIGHT = 0.3  # chosen by leave-one-out accuracy on the cases
NAME_WEIGHT = 0.3  # of names, error strings and phrases of the jargon, which are short
# Of cases of the entries that are not written yet. All of them are taken: with 159 entries, every
# third left a cause named for 43% of the reports without an entry, every second for 35%, each for
# 17%. At a weight of 0.6 half of the reports that were named at 0.3 no longer were.
OTHERS_WEIGHT = 0.3

TextModelState = Literal["current", "outdated", "missing"]


class CaseError(ValueError):
    """A line of the case library cannot be used; the message names file and line."""


def examples(fixtures: Path, knowledge: Knowledge) -> list[Example]:
    """Return all examples in a fixed order. Raises CaseError."""
    entries = knowledge.failure_modes
    published = []
    others = []
    for case in _all_cases(fixtures):
        example = _for_target(case, entries)
        if example.label in entries:
            published.append(example)
        else:
            others.append(example)

    return [
        *published,
        *name_examples(knowledge),
        *jargon_examples(fixtures, knowledge),
        *phrasing_examples(knowledge),
        *map(_something_else, others),
    ]


def _all_cases(fixtures: Path) -> Iterator[Example]:
    """Yield the cases of all files, in the order of their names. Raises CaseError."""
    folder = fixtures / CASES
    paths = folder.glob("*.jsonl")
    for path in sorted(paths):
        yield from read_cases(path)


def count_cases(fixtures: Path) -> dict[str, int]:
    """Return the number of cases of each slug. Raises CaseError."""
    counts = Counter(case.label for case in _all_cases(fixtures))
    return dict(counts)


def _for_target(case: Example, entries: Mapping[str, FailureMode]) -> Example:
    """Return the case of a pointer as one of the entry that it points to."""
    entry = entries.get(case.label)
    if entry is None or not entry.points_to:
        return case
    return replace(case, label=entry.points_to)


def _something_else(case: Example) -> Example:
    """Return the case of a failure without an entry, with the label of all such cases."""
    return Example(SOMETHING_ELSE, case.text, OTHERS_WEIGHT)


def text_model_state(fixtures: Path, knowledge: Knowledge) -> TextModelState:
    """Compare the model with the examples that it would be fitted on now. Raises CaseError."""
    model = knowledge.text_model
    if model is None:
        return "missing"
    wanted = examples(fixtures, knowledge)
    if is_current(model, wanted):
        return "current"
    return "outdated"


def text_model_state_of_folder(content: Content, root: Path) -> TextModelState:
    """Compare the model beside a content with the examples of that content.

    Raises CaseError, and ValueError for an unreadable model.
    """
    model = read_text_model(root)
    knowledge = knowledge_of(content, edition="", model=model)
    return text_model_state(root, knowledge)


def read_cases(path: Path) -> Iterator[Example]:
    """Yield a case for each line of a file. Raises CaseError."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        try:
            case = json.loads(line)
            yield Example(case["failure_mode"], case["text"])
        except (json.JSONDecodeError, KeyError, TypeError) as error:
            raise CaseError(f"{path}:{number}: not a case: {error}") from error


def name_examples(knowledge: Knowledge) -> Iterator[Example]:
    """Yield each name of an entry, those of a pointer for the entry that it points to."""
    modes = knowledge.failure_modes
    for mode in modes.values():
        label = mode.points_to or mode.slug
        for name in mode.names:
            yield Example(
                label,
                name,
                NAME_WEIGHT,
            )


def jargon_examples(fixtures: Path, knowledge: Knowledge) -> Iterator[Example]:
    """Yield the phrases of the jargon of written entries. Raises CaseError."""
    modes = knowledge.failure_modes
    folder = fixtures / CASES
    paths = folder.glob("*.tsv")
    for path in sorted(paths):
        for phrase in read_jargon(path):
            example = _for_target(phrase, modes)
            if example.label in modes:
                yield example


def read_jargon(path: Path) -> Iterator[Example]:
    """Yield a phrase for each line of a file: slug, tab, phrase. Raises CaseError."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        slug, _, phrase = line.partition("\t")
        phrase = phrase.strip()
        if not slug or not phrase:
            place = f"{path}:{number}"
            raise CaseError(f"{place}: not a phrase: slug, tab, phrase")
        yield Example(
            slug,
            phrase,
            NAME_WEIGHT,
        )


def phrasing_examples(knowledge: Knowledge) -> Iterator[Example]:
    """Yield each phrasing once for every entry that its symptom strongly suggests."""
    for mode in knowledge.ranked.values():
        for slug in _strong_symptoms(mode):
            for phrasing in knowledge.symptoms[slug].phrasings:
                yield Example(mode.slug, phrasing, PHRASING_WEIGHT)


def _strong_symptoms(mode: FailureMode) -> list[str]:
    """Return the symptoms that strongly suggest the entry."""
    indications = mode.indications
    strong = [indication for indication in indications if indication.evoking >= STRONG]
    return [indication.symptom for indication in strong]
