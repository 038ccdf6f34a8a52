"""All entries as a map of a training run: chapters under the part of the run where they arise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from dictionary.models import Chapter, FailureMode

STAGES: Mapping[str, tuple[str, ...]] = {
    "Before training": ("data",),
    "In the model": ("model", "loss"),
    "In the loop": ("optimizer", "loop", "numerics", "distributed"),
    "On held-out data": ("evaluation",),
    "After training": ("fine-tuning", "serving"),
}
STAGE_OF_PHASE: dict[str, str] = {}
for title, phases in STAGES.items():
    STAGE_OF_PHASE |= dict.fromkeys(phases, title)


@dataclass(frozen=True, slots=True)
class ShownChapter:
    chapter: Chapter
    entries: Sequence[FailureMode]


@dataclass(frozen=True, slots=True)
class Stage:
    title: str
    chapters: Sequence[ShownChapter]


def map_of(entries: Iterable[FailureMode]) -> list[Stage]:
    """Return the stages that have chapters; the entries come in the order of their chapters."""
    found: dict[str, list[ShownChapter]] = {}
    by_chapter = groupby(entries, chapter_of)
    for chapter, members in by_chapter:
        of_chapter = list(members)
        shown = ShownChapter(
            chapter,
            of_chapter,
        )
        title = stage_of(of_chapter)
        beside = found.setdefault(title, [])
        beside.append(shown)
    stages = []
    for title in STAGES:
        if title not in found:
            continue
        chapters = found[title]
        stage = Stage(title, chapters)
        stages.append(stage)
    return stages


def chapter_of(entry: FailureMode) -> Chapter:
    return entry.chapter


def stage_of(entries: Sequence[FailureMode]) -> str:
    """Return the stage in which most of the entries arise; each names its main phase first."""
    stages = []
    for entry in entries:
        main_phase = entry.phase[0]
        stage = STAGE_OF_PHASE[main_phase]
        stages.append(stage)
    counts = Counter(stages)
    return max(counts, key=counts.__getitem__)
