"""Refuse wordings that the writing guide strikes: house words, aphorisms, claims without measure.

Phrasings of symptoms are words of users and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from content import schema
from content.documents import Location
from content.entry_texts import other_text, whole_text
from content.problems import Problems
from content.tree import Record, Tree

Rule = tuple[re.Pattern[str], str]  # what is refused, and what to write
Placed = tuple[Record[Any], Location, str]

REFUSED: tuple[tuple[str, str], ...] = (
    (r"by heart", "say memorize"),
    (r"\banew\b", "say again"),
    (r"\bmend(s|ed|ing)?\b", "say fix"),
    (r"\brestless\b|\bcalm(s|er|ed)?\b", "say unstable or stable"),
    (r"\bbeside\b", "say next to, or besides"),
    (r"\bwhatever\b", "name what is meant"),
    (r"\bgiv(e|es|ing) away\b|\bgave away\b", "say miss"),
    (r"\bthrow(s|ing)? the weights\b", "say what happens to the weights"),
    (r"\bsound (run|model|setup|loop)\b", "say healthy"),
    (r"\bthe score of a guess\b|\b(of|as|than|like) a guess\b", "say chance level"),
    (r"\bmessenger\b|\bweak witness|\ba wish of its own\b|\bnobody can tell\b", "say it plainly"),
    (
        r"\b(surest|commonest)\b|\bthe defining sign\b|\bthe deciding experiment\b",
        "no superlatives",
    ),
    (r"\bmost often\b|\balmost always\b|\bnearly always\b", "give a measure, or say can"),
    (r"\bthis alone may do\b|\bis not to be had\b|\bof one's own\b", "say it plainly"),
    (r"\bTypical are\b|\bBehind it stand", "put the subject first"),
    (r"[0-9] %", "write 5%, without a space"),
    (r"\b65504\b", "write 65,504"),
    (r"\b0\.0000+[1-9]", "write 1e-5"),
    (r"\bPYTORCH_CUDA_ALLOC_CONF\b(?!`?\))", "the name is PYTORCH_ALLOC_CONF since 2.9"),
    (r"(?i)\bsimply\b|\bjust\b|\bobviously\b", "leave it out"),
    (r"(?i)\bcommonly known\b|\bit is well known\b", "give the reference"),
)
LOOK_ALIKE_REFUSED: tuple[tuple[str, str], ...] = (
    (r"^There\b", "name the other entry, the reader does not know which is there"),
    (r"\bthere\b[^.;]{0,90}[;,] here\b|\bhere\b[^.;]{0,90}[;,] there\b", "name both sides"),
)
RULES: tuple[Rule, ...] = tuple((re.compile(pattern), advice) for pattern, advice in REFUSED)
LOOK_ALIKE_RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern), advice) for pattern, advice in LOOK_ALIKE_REFUSED
)


def texts_are_plain(tree: Tree) -> Problems:
    """Name each refused wording in entries, symptoms, checks, chapters, glossary and views."""
    for record, location, text in _prose(tree):
        for message in _refusals(text, RULES):
            yield record.problem(
                message,
                *location,
            )


def look_alikes_name_both_sides(tree: Tree) -> Problems:
    for record in tree.failure_modes:
        for index, look_alike in enumerate(record.value.look_alikes):
            text = look_alike.tell_apart
            for message in _refusals(text, LOOK_ALIKE_RULES):
                yield record.problem(
                    message,
                    "look_alikes",
                    index,
                    "tell_apart",
                )


def _refusals(
    text: str,
    rules: Iterable[Rule],
) -> Iterator[str]:
    """Say for each rule that the text breaks what to write instead."""
    for pattern, advice in rules:
        match = pattern.search(text)
        if match:
            yield f'"{match[0]}": {advice}'


def _prose(tree: Tree) -> Iterator[Placed]:
    for entry in tree.failure_modes:
        yield from _of_entry(entry)
    for symptom in tree.symptoms:
        yield from _parts(
            symptom,
            ("statement", "measure"),
        )
    for check in tree.checks:
        yield from _of_check(check)
    for chapter in tree.chapters:
        yield from _parts(
            chapter,
            ("summary", "intro"),
        )
    for term in tree.glossary:
        yield from _parts(
            term,
            ("definition",),
        )
    for view in tree.views:
        yield from _parts(
            view,
            ("title", "summary", "intro"),
        )


def _of_entry(record: Record[schema.FailureMode]) -> Iterator[Placed]:
    for location, text in whole_text(record.value):
        yield record, location, text
    for location, text in other_text(record.value):
        yield record, location, text


def _of_check(record: Record[schema.Check]) -> Iterator[Placed]:
    yield from _parts(
        record,
        ("title", "summary", "procedure"),
    )
    for index, outcome in enumerate(record.value.outcomes):
        for name in ("question", "if_yes", "if_no"):
            location = ("outcomes", index, name)
            text = getattr(outcome, name)
            yield record, location, text


def _parts(
    record: Record[Any],
    names: Iterable[str],
) -> Iterator[Placed]:
    """Yield the texts of a record that have these names."""
    for name in names:
        text = getattr(record.value, name)
        yield record, (name,), text
