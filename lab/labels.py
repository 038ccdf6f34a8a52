"""Check labels against the content.

This is the only module of the lab that reads the content.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from content.files import read_files
from content.schema import Signal
from content.tree import Tree, parse
from engine.names import normalized
from lab.faults.fault import Fault

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
FaultsByChapter = Mapping[str, tuple[Fault, ...]]
CASES = "cases"  # texts about every failure that is published or planned


class ContentUnreadableError(ValueError):
    """Refuse content that has problems; the message lists them, one a line."""


@dataclass(frozen=True)
class Labels:
    """Names that the lab takes from the content.

    chapters: published slug -> chapter.
    planned: slugs that the case library knows.
    metric_names, config_names: normalized alias -> name.
    """

    chapters: Mapping[str, str] = field(default_factory=dict)
    planned: frozenset[str] = frozenset()
    metric_names: Mapping[str, str] = field(default_factory=dict)
    config_names: Mapping[str, str] = field(default_factory=dict)


def labels_of_folder(root: Path = FIXTURES) -> Labels:
    """Read the content below `root`.

    Raises ContentUnreadableError where the content has problems.
    """
    tree = parse(read_files(root))
    if tree.problems:
        lines = "\n".join(map(str, tree.problems))
        raise ContentUnreadableError(f"the content under {root.name}/ has problems:\n{lines}")
    signals = [record.value for record in tree.signals]
    slugs_of_cases = _slugs_of_cases(root / CASES)
    return Labels(
        chapters=_chapters(tree),
        planned=frozenset(slugs_of_cases),
        metric_names=_names(signals, "metric"),
        config_names=_names(signals, "config"),
    )


def _chapters(tree: Tree) -> dict[str, str]:
    """Return the chapters of the published entries, by their slugs."""
    chapters = {}
    for record in tree.failure_modes:
        entry = record.value
        if entry.status != "draft":
            chapters[entry.slug] = entry.chapter
    return chapters


def problems(faults: FaultsByChapter, labels: Labels) -> Iterator[str]:
    """Check the faults, by chapter, against the content.

    Yield a line for each slug that does not exist, and for each fault in the wrong chapter.
    """
    for chapter, faults_of_chapter in faults.items():
        for fault in faults_of_chapter:
            for problem in _problems_of(fault, chapter, labels):
                yield f"lab/faults/{chapter}.py: {fault.name}: {problem}"


def _problems_of(
    fault: Fault,
    chapter: str,
    labels: Labels,
) -> Iterator[str]:
    """Yield the problems of one fault. A planned entry has no chapter yet, so any is right."""
    published_in = labels.chapters.get(fault.slug, chapter)
    if published_in != chapter:
        yield f"the entry is in the chapter {published_in}"
    for slug in (fault.slug, *fault.also):
        is_published = slug in labels.chapters
        is_planned = slug in labels.planned
        if not (is_published or is_planned):
            yield f"{slug} is neither a published nor a planned entry"


def _slugs_of_cases(folder: Path) -> Iterator[str]:
    """Yield the failure modes of all cases, one JSON object a line in each file."""
    for path in sorted(folder.glob("*.jsonl")):
        text = path.read_text(encoding="utf-8")
        for line in text.splitlines():
            case = json.loads(line)
            yield case["failure_mode"]


def _names(signals: Iterable[Signal], kind: str) -> dict[str, str]:
    """Return the names of the signals of one kind, by their normalized names and aliases."""
    names: dict[str, str] = {}
    for signal in signals:
        if signal.kind != kind:
            continue
        aliases = [signal.name, *signal.aliases]
        for alias in aliases:
            key = normalized(alias)
            names[key] = signal.name
    return names
