"""Collect the examples of the text model: reports of every entry, written or planned, of normal
patterns and of chatter; names, jargon and the phrasings of symptoms.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from content.content import Content
from content.files import hash_files
from content.text_model import TEXT_MODEL, read_text_model
from content.to_knowledge import knowledge_of
from engine.knowledge import SOMETHING_ELSE, Knowledge
from engine.words_model.scores import CHATTER
from engine.words_model.train import Example, is_current

CASES = "cases"
REPORTS = "*.jsonl"
JARGON = "*.tsv"
STRONG = 3  # the evoking strength from which a symptom's words count as words for the entry
PHRASING_WEIGHT = 0.3  # chosen by leave-one-out accuracy on the cases
# Names and phrases of the jargon are joined to texts of about the length of a report: a short text
# would count as a whole report.
PHRASES_PER_TEXT = 30
# Of names, jargon and reports in the plain words of users, which name their writer; the other cases
# are stories that avoid the terms. Of 8,176 plain reports by hands held out, 93.5 % are named first
# with these weights and 93.1 % with half as much; of older ones 92.9 and 93.0 %.
PLAIN_WEIGHT = 4.0
OTHERS_WEIGHT = 0.3  # of reports of what is neither an entry, nor planned, nor chatter

TextModelState = Literal["current", "outdated", "missing"]


class CaseError(ValueError):
    """A line of the case library cannot be used; the message names file and line."""


def examples(fixtures: Path, knowledge: Knowledge) -> list[Example]:
    """Return all examples in a fixed order. Raises CaseError."""
    labels = _Labels(knowledge)
    jargon = map(
        labels.target_of,
        jargon_phrases(fixtures),
    )
    return [
        *map(labels.of_case, _all_cases(fixtures)),
        *joined(name_phrases(knowledge)),
        *joined(phrase for phrase in jargon if phrase.label in labels.known),
        *phrasing_examples(knowledge),
    ]


class _Labels:
    """What the model is to call the reports of each slug."""

    def __init__(self, knowledge: Knowledge) -> None:
        modes = knowledge.failure_modes.values()
        self._targets = {mode.slug: mode.points_to for mode in modes if mode.points_to}
        self.known = {*knowledge.failure_modes, *knowledge.planned, CHATTER}

    def target(self, slug: str) -> str:
        """Return the entry that a pointer points to, and any other slug as it is."""
        return self._targets.get(
            slug,
            slug,
        )

    def target_of(self, example: Example) -> Example:
        label = self.target(example.label)
        others = dict.fromkeys(map(self.target, example.acceptable))
        acceptable = tuple(other for other in others if other != label)
        return replace(
            example,
            label=label,
            acceptable=acceptable,
        )

    def of_case(self, case: Example) -> Example:
        """Return a case of an unknown failure as a light example of something else."""
        if case.label in self.known:
            return self.target_of(case)
        return replace(
            case,
            label=SOMETHING_ELSE,
            weight=OTHERS_WEIGHT,
            acceptable=(),
        )


def _all_cases(fixtures: Path) -> Iterator[Example]:
    """Yield the cases of all files, in the order of their names. Raises CaseError."""
    for path in sorted((fixtures / CASES).glob(REPORTS)):
        yield from read_cases(path)


def count_cases(fixtures: Path) -> dict[str, int]:
    """Return the number of cases of each slug. Raises CaseError."""
    counts = Counter(case.label for case in _all_cases(fixtures))
    return dict(counts)


def text_model_state(fixtures: Path, knowledge: Knowledge) -> TextModelState:
    """Compare the model with the examples that it would be fitted on now. Raises CaseError."""
    model = knowledge.text_model
    if model is None:
        return "missing"
    wanted = examples(
        fixtures,
        knowledge,
    )
    if is_current(model, wanted):
        return "current"
    return "outdated"


def text_model_version(fixtures: Path) -> str:
    """Return a hash of the files beside a content that its text model's state depends on."""
    paths = [fixtures / TEXT_MODEL]
    for pattern in (REPORTS, JARGON):
        paths.extend((fixtures / CASES).glob(pattern))
    files = {path.name: path.read_bytes() for path in paths if path.is_file()}
    return hash_files(files)


def text_model_state_of_folder(
    content: Content,
    root: Path,
) -> TextModelState:
    """Compare the model beside a content with the examples of that content.

    Raises CaseError, and ValueError for an unreadable model.
    """
    model = read_text_model(root)
    knowledge = knowledge_of(
        content,
        edition="",
        model=model,
    )
    return text_model_state(
        root,
        knowledge,
    )


def read_cases(path: Path) -> Iterator[Example]:
    """Yield a case for each line of a file. Raises CaseError."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        try:
            yield _case(json.loads(line))
        except (json.JSONDecodeError, KeyError, TypeError, AttributeError) as error:
            raise CaseError(f"{path}:{number}: not a case: {error}") from error


def _case(row: Mapping[str, Any]) -> Example:
    """Return the example of one line. The voice stands for the hand where none is named."""
    label = row["failure_mode"]
    is_plain = bool(row.get("hand")) and label != CHATTER
    weight = PLAIN_WEIGHT if is_plain else 1.0
    return Example(
        label=label,
        text=row["text"],
        weight=weight,
        acceptable=tuple(row.get("acceptable", ())),
        hand=row.get("hand") or row.get("voice") or "",
    )


def name_phrases(knowledge: Knowledge) -> Iterator[Example]:
    """Yield each name of an entry, those of a pointer for the entry that it points to."""
    for mode in knowledge.failure_modes.values():
        label = mode.points_to or mode.slug
        for name in mode.names:
            yield Example(label, name)
    for slug, term in knowledge.planned.items():
        yield Example(slug, term)


def jargon_phrases(fixtures: Path) -> Iterator[Example]:
    """Yield the phrases of all files, in the order of their names. Raises CaseError."""
    for path in sorted((fixtures / CASES).glob(JARGON)):
        yield from read_jargon(path)


def read_jargon(path: Path) -> Iterator[Example]:
    """Yield a phrase for each line: slug, tab, phrase, and perhaps tab, hand. Raises CaseError."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, 1):
        slug, _, rest = line.partition("\t")
        phrase, _, hand = rest.partition("\t")
        phrase = phrase.strip()
        if not slug or not phrase:
            place = f"{path}:{number}"
            raise CaseError(f"{place}: not a phrase: slug, tab, phrase")
        yield Example(slug, phrase, hand=hand.strip())


def joined(phrases: Iterable[Example]) -> Iterator[Example]:
    """Join the phrases of one label and hand to texts, sentence by sentence."""
    groups: dict[tuple[str, str], list[str]] = defaultdict(list)
    for phrase in phrases:
        groups[phrase.label, phrase.hand].append(phrase.text)

    for (label, hand), texts in groups.items():
        for start in range(0, len(texts), PHRASES_PER_TEXT):
            text = _sentences(texts[start : start + PHRASES_PER_TEXT])
            yield Example(label, text, PLAIN_WEIGHT, hand=hand, is_case=False)


def _sentences(texts: Sequence[str]) -> str:
    return " . ".join(texts)


def phrasing_examples(knowledge: Knowledge) -> Iterator[Example]:
    """Yield the phrasings of each symptom as one text for every entry that it strongly suggests."""
    for mode in knowledge.ranked.values():
        for indication in mode.indications:
            if indication.evoking < STRONG:
                continue
            phrasings = knowledge.symptoms[indication.symptom].phrasings
            if phrasings:
                yield Example(mode.slug, _sentences(phrasings), PHRASING_WEIGHT)
