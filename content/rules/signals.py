"""Check that within a kind of signal a name or alias has one meaning."""

from __future__ import annotations

from content.problems import Problems
from content.tree import Tree
from engine.names import normalized

Key = tuple[str, str]  # kind and name


def names_of_signals_are_unique(tree: Tree) -> Problems:
    """Name each repeated signal, and each alias that another signal has."""
    owners: dict[Key, str] = {}
    for record in tree.signals:
        signal = record.value
        key = (signal.kind, signal.name)
        if key in owners:
            message = f"the {signal.kind} {signal.name} is named twice"
            yield record.problem(
                message,
                "name",
            )
        owners[key] = signal.name

    for record in tree.signals:
        signal = record.value
        for index, alias in enumerate(signal.aliases):
            key = (signal.kind, normalized(alias))
            if key in owners:
                message = f"{alias!r} stands for {owners[key]} already"
                yield record.problem(
                    message,
                    "aliases",
                    index,
                )
            owners.setdefault(key, signal.name)
