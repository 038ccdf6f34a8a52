"""Check that an entry has the parts of its class, and none that its class has no use for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from content.problems import Problems
from content.tree import Tree

Counts = Mapping[str, tuple[int, int]]  # part -> fewest and most
MANY = 99


@dataclass(frozen=True)
class Parts:
    """What an entry of a class has. Parts that are not named may be there or not."""

    counts: Counts
    never: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()


# Numbers of design/writing.md: 3 to 5 causes, 2 or 3 checks, 3 or 4 fixes, 2 to 4 look-alikes.
FAILURE: Counts = {
    "indications": (3, MANY),
    "causes": (3, 5),
    "confirmations": (2, 3),
    "fixes": (3, 4),
    "look_alikes": (2, 4),
    "references": (2, 4),
}
FAULT = Parts(
    FAILURE,
    never=("points_to", "boundaries"),
    needed=("rescue", "mechanism"),
)

PARTS: Mapping[str, Parts] = {
    "fault": FAULT,
    "family": FAULT,
    "loud": FAULT,
    "finding": Parts(
        {
            **FAILURE,
            "causes": (0, 5),
            "fixes": (1, 4),
            "find_the_cause": (3, MANY),
        },
        never=("points_to", "boundaries"),
        needed=("rescue", "mechanism"),
    ),
    "normal": Parts(
        {
            "indications": (1, MANY),
            "confirmations": (1, 3),
            "boundaries": (1, MANY),
        },
        never=("points_to",),
        needed=("mechanism",),
    ),
    "habit": Parts(
        {"references": (1, 4)},
        never=("points_to", "indications", "boundaries"),
    ),
    "pointer": Parts(
        {},
        never=(
            "indications",
            "contra_indications",
            "confirmations",
            "find_the_cause",
            "boundaries",
        ),
        needed=("points_to",),
    ),
}


def entries_have_the_parts_of_their_class(tree: Tree) -> Problems:
    """Name each part of which an entry has too few or too many."""
    for record in tree.failure_modes:
        entry = record.value
        parts = PARTS[entry.entry_class]
        for name, (fewest, most) in parts.counts.items():
            values = getattr(entry, name)
            count = len(values)
            if fewest <= count <= most:
                continue
            wanted = _range(fewest, most)
            message = f"{count} {name}, a {entry.entry_class} has {wanted}"
            yield record.problem(
                message,
                name,
            )


def _range(fewest: int, most: int) -> str:
    if most == MANY:
        return f"{fewest} or more"
    return f"{fewest} to {most}"


def entries_have_no_part_of_another_class(tree: Tree) -> Problems:
    """Name each part that the class of an entry needs and lacks, or never has."""
    for record in tree.failure_modes:
        entry = record.value
        parts = PARTS[entry.entry_class]
        for name in parts.needed:
            if not getattr(entry, name):
                message = f"a {entry.entry_class} needs {name}"
                yield record.problem(
                    message,
                    name,
                )
        for name in parts.never:
            if getattr(entry, name):
                message = f"a {entry.entry_class} has no {name}"
                yield record.problem(
                    message,
                    name,
                )


def only_families_have_children(tree: Tree) -> Problems:
    """Name each relation parent-of of an entry that is no family."""
    for record in tree.failure_modes:
        entry = record.value
        if entry.entry_class == "family":
            continue
        for index, relation in enumerate(entry.relations):
            if relation.type == "parent-of":
                yield record.problem(
                    "only a family is parent-of",
                    "relations",
                    index,
                )
        if entry.ranks_as_itself:
            yield record.problem(
                "only a family may say so",
                "ranks_as_itself",
            )
