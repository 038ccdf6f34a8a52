"""One name, one meaning: within a kind no name or alias is told twice."""

from __future__ import annotations

from collections.abc import Iterator

from content.problems import Problem
from content.tree import Tree
from engine.names import normalized


def names_of_signals_are_unique(tree: Tree) -> Iterator[Problem]:
    canonical: set[tuple[str, str]] = set()
    for record in tree.signals:
        key = (record.value.kind, record.value.name)
        if key in canonical:
            yield record.problem(f"the {key[0]} {key[1]} is named twice", "name")
        canonical.add(key)
    owner = {key: key[1] for key in canonical}
    for record in tree.signals:
        for index, alias in enumerate(record.value.aliases):
            key = (record.value.kind, normalized(alias))
            if key in owner:
                yield record.problem(f"{alias!r} stands for {owner[key]} already", "aliases", index)
            owner.setdefault(key, record.value.name)
