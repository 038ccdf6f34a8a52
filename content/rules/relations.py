"""Relations between entries: look-alikes go both ways, the others one way and never in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from content.problems import Problem
from content.tree import Tree

WITHOUT_CYCLES = ("parent-of", "causes")


def look_alikes_are_mutual(tree: Tree) -> Iterator[Problem]:
    entries = {record.value.slug: record.value for record in tree.failure_modes}
    for record in tree.failure_modes:
        for index, item in enumerate(record.value.look_alikes):
            other = entries.get(item.failure_mode)
            if other and record.value.slug not in {back.failure_mode for back in other.look_alikes}:
                message = f"{other.slug} does not name {record.value.slug} as a look-alike"
                yield record.problem(message, "look_alikes", index, "failure_mode")


def entries_do_not_point_to_themselves(tree: Tree) -> Iterator[Problem]:
    for record in tree.failure_modes:
        for field in ("look_alikes", "relations"):
            for index, item in enumerate(getattr(record.value, field)):
                if item.failure_mode == record.value.slug:
                    yield record.problem(
                        "an entry cannot point to itself", field, index, "failure_mode"
                    )


def inverses_are_not_written(tree: Tree) -> Iterator[Problem]:
    written = {
        (record.value.slug, relation.type, relation.failure_mode)
        for record in tree.failure_modes
        for relation in record.value.relations
    }
    for record in tree.failure_modes:
        for index, relation in enumerate(record.value.relations):
            inverse = (relation.failure_mode, relation.type, record.value.slug)
            if inverse in written and relation.failure_mode < record.value.slug:
                message = (
                    f"{relation.failure_mode} says {relation.type} of this entry "
                    "already; inverses are derived"
                )
                yield record.problem(message, "relations", index)


def relations_have_no_cycle(tree: Tree) -> Iterator[Problem]:
    for kind in WITHOUT_CYCLES:
        targets = {
            record.value.slug: [
                item.failure_mode for item in record.value.relations if item.type == kind
            ]
            for record in tree.failure_modes
        }
        for record in tree.failure_modes:
            for index, item in enumerate(record.value.relations):
                if item.type == kind and reaches(targets, item.failure_mode, record.value.slug):
                    yield record.problem(
                        f"{kind} {item.failure_mode} closes a circle", "relations", index
                    )


def reaches(targets: Mapping[str, list[str]], start: str, goal: str) -> bool:
    seen, waiting = set(), [start]
    while waiting:
        slug = waiting.pop()
        if slug == goal:
            return True
        if slug not in seen:
            seen.add(slug)
            waiting.extend(targets.get(slug, []))
    return False
