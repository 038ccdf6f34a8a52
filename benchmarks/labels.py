"""What counts as right where the label of an item is a finding."""

from __future__ import annotations

from dataclasses import replace

from benchmarks.items import Item
from engine.knowledge import FINDING, Knowledge
from engine.rank.causes import all_causes


def with_causes(item: Item, knowledge: Knowledge) -> Item:
    """Accept each cause of a finding where the finding is the label.

    A cause says more than the finding, and the ranking puts it first.
    """
    if not is_finding(item.primary, knowledge):
        return item
    finding = knowledge.failure_modes[item.primary]
    causes = all_causes(finding, knowledge.ranked)
    accepted = item.accepted | set(causes)
    return replace(item, accepted=accepted)


def is_finding(slug: str, knowledge: Knowledge) -> bool:
    """Return whether a slug names a published finding."""
    if slug not in knowledge.failure_modes:
        return False
    mode = knowledge.failure_modes[slug]
    return mode.entry_class == FINDING
