"""Reliability diagrams: how often an answer was right over how sure it was."""

from __future__ import annotations

from dataclasses import dataclass

from charts.records import Curve, Labels
from charts.svg import figure
from content.accuracy import Accuracy, ItemSet, Reliability

LEAST_ITEMS = 50  # fewer in five bins say little
LABELS = Labels(
    x="probability said",
    y="share that was right",
    y_holds=(0.0, 1.0),
)
IDEAL = Curve("as said", (0.0, 1.0), (0.0, 1.0), "third")


@dataclass(frozen=True, slots=True)
class Diagram:
    """The reliability of a set, with its drawing; empty where the set is too small for one."""

    items: ItemSet
    reliability: Reliability
    svg: str


def diagrams(accuracy: Accuracy) -> list[Diagram]:
    sets = {each.name: each for each in accuracy.sets}
    found = []
    for each in accuracy.reliability:
        items = sets[each.set]
        svg = ""
        if each.items >= LEAST_ITEMS:
            svg = drawn(items, each)
        found.append(Diagram(items, each, svg))
    return found


def drawn(items: ItemSet, reliability: Reliability) -> str:
    said = [each.said for each in reliability.bins]
    right = [each.right for each in reliability.bins]
    curve = Curve("measured", said, right)
    words = (
        f"{items.title}: how often the first answer was right, over its probability",
        description(reliability),
    )
    uid = f"reliability-{items.name}"
    return figure([IDEAL, curve], words, uid, LABELS)


def description(reliability: Reliability) -> str:
    """Say each point of the diagram in words."""
    points = [
        f"said {each.said:.0%}, right {each.right:.0%} of {each.items}" for each in reliability.bins
    ]
    return "; ".join(points) + "."
