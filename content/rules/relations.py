"""Check relations between entries: look-alikes are mutual, other relations have one direction and
no cycle.
"""

from __future__ import annotations

from collections.abc import Mapping

from content import schema
from content.problems import Problems
from content.tree import Record, Tree

WITHOUT_CYCLES = ("parent-of", "causes")
POINTERS = ("look_alikes", "relations")  # lists of an entry that name other entries


def look_alikes_are_mutual(tree: Tree) -> Problems:
    named = {record.value.slug: _look_alikes(record.value) for record in tree.failure_modes}
    for record in tree.failure_modes:
        slug = record.value.slug
        for index, look_alike in enumerate(record.value.look_alikes):
            other = look_alike.failure_mode
            if other in named and slug not in named[other]:
                message = f"{other} does not name {slug} as a look-alike"
                yield record.problem(
                    message,
                    "look_alikes",
                    index,
                    "failure_mode",
                )


def _look_alikes(entry: schema.FailureMode) -> set[str]:
    return {look_alike.failure_mode for look_alike in entry.look_alikes}


def entries_do_not_point_to_themselves(tree: Tree) -> Problems:
    for record in tree.failure_modes:
        for field in POINTERS:
            yield from _pointers_to_itself(record, field)


def _pointers_to_itself(
    record: Record[schema.FailureMode],
    field: str,
) -> Problems:
    slug = record.value.slug
    pointers = getattr(record.value, field)
    for index, pointer in enumerate(pointers):
        if pointer.failure_mode == slug:
            message = "an entry cannot point to itself"
            yield record.problem(
                message,
                field,
                index,
                "failure_mode",
            )


def inverses_are_not_written(tree: Tree) -> Problems:
    """Name a relation whose inverse the entry with the smaller slug has: inverses are derived."""
    written = set()
    for record in tree.failure_modes:
        for relation in record.value.relations:
            written.add((record.value.slug, relation.type, relation.failure_mode))

    for record in tree.failure_modes:
        slug = record.value.slug
        for index, relation in enumerate(record.value.relations):
            other = relation.failure_mode
            inverse = (other, relation.type, slug)
            if inverse in written and other < slug:
                message = (
                    f"{other} says {relation.type} of this entry already; inverses are derived"
                )
                yield record.problem(
                    message,
                    "relations",
                    index,
                )


def relations_have_no_cycle(tree: Tree) -> Problems:
    for kind in WITHOUT_CYCLES:
        targets = _targets(tree, kind)
        for record in tree.failure_modes:
            yield from _cycles(record, kind, targets)


def _targets(
    tree: Tree,
    kind: str,
) -> dict[str, list[str]]:
    """Map each entry to the entries that it has a relation of this kind to."""
    targets = {}
    for record in tree.failure_modes:
        entry = record.value
        relations = [relation for relation in entry.relations if relation.type == kind]
        targets[entry.slug] = [relation.failure_mode for relation in relations]
    return targets


def _cycles(
    record: Record[schema.FailureMode],
    kind: str,
    targets: Mapping[str, list[str]],
) -> Problems:
    """Name each relation of the entry from whose target the entry can be reached."""
    slug = record.value.slug
    for index, relation in enumerate(record.value.relations):
        target = relation.failure_mode
        if relation.type == kind and reaches(targets, target, slug):
            message = f"{kind} {target} closes a circle"
            yield record.problem(
                message,
                "relations",
                index,
            )


def reaches(
    targets: Mapping[str, list[str]],
    start: str,
    goal: str,
) -> bool:
    """Say whether a path along the targets leads from start to goal."""
    visited = set()
    waiting = [start]
    while waiting:
        slug = waiting.pop()
        if slug == goal:
            return True
        if slug not in visited:
            visited.add(slug)
            waiting.extend(targets.get(slug, []))
    return False
