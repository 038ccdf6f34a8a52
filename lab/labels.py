"""What the content says about labels. The only module of the lab that reads the content."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from content.files import read_files
from content.schema import Signal
from content.tree import parse
from engine.names import normalized
from lab.faults.fault import Fault

FIXTURES = Path(__file__).parent.parent / "fixtures"
CASES = "cases"  # texts about every failure that is published or planned


class ContentUnreadableError(ValueError):
    """The content has problems; the message lists them."""


@dataclass(frozen=True)
class Labels:
    """chapters: published slug -> chapter. planned: slugs that the case library knows."""

    chapters: Mapping[str, str] = field(default_factory=dict)
    planned: frozenset[str] = frozenset()
    metric_names: Mapping[str, str] = field(default_factory=dict)  # normalized alias -> name
    config_names: Mapping[str, str] = field(default_factory=dict)


def labels_of_folder(root: Path = FIXTURES) -> Labels:
    """Read the content. Raises ContentUnreadableError."""
    tree = parse(read_files(root))
    if tree.problems:
        lines = "\n".join(str(problem) for problem in tree.problems)
        raise ContentUnreadableError(f"the content under {root.name}/ has problems:\n{lines}")
    entries = [record.value for record in tree.failure_modes if record.value.status != "draft"]
    signals = [record.value for record in tree.signals]
    return Labels(
        chapters={entry.slug: entry.chapter for entry in entries},
        planned=frozenset(_slugs_of_cases(root / CASES)),
        metric_names=_names(signals, "metric"),
        config_names=_names(signals, "config"),
    )


def problems(faults: Mapping[str, tuple[Fault, ...]], labels: Labels) -> Iterator[str]:
    """Check the faults, by chapter, against the content: slugs exist and chapters agree."""
    for chapter, faults_of_chapter in faults.items():
        for fault in faults_of_chapter:
            where = f"lab/faults/{chapter}.py: {fault.name}"
            published_in = labels.chapters.get(fault.slug, chapter)
            if published_in != chapter:
                yield f"{where}: the entry is in the chapter {published_in}"
            for slug in (fault.slug, *fault.also):
                if slug not in labels.chapters and slug not in labels.planned:
                    yield f"{where}: {slug} is neither a published nor a planned entry"


def _slugs_of_cases(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["failure_mode"]


def _names(signals: Iterable[Signal], kind: str) -> dict[str, str]:
    names: dict[str, str] = {}
    for signal in signals:
        if signal.kind == kind:
            for name in (signal.name, *signal.aliases):
                names[normalized(name)] = signal.name
    return names
