"""Check the quizzes of the content, beside the rules of the content itself."""

from __future__ import annotations

from collections.abc import Iterator

from content.problems import Problem
from content.tree import Tree
from quizzes.kinds import KIND_OF


def kinds_are_known(tree: Tree) -> Iterator[Problem]:
    """Yield a problem for each kind of question that is no kind in KINDS."""
    for record in tree.quizzes:
        for index, kind in enumerate(record.value.kinds):
            if kind not in KIND_OF:
                choices = ", ".join(KIND_OF)
                message = f"there is no kind of question {kind!r}; there are {choices}"
                yield record.problem(message, "kinds", index)
