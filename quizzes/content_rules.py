"""Check what the content says about quizzes, beside the rules that the dictionary knows itself."""

from __future__ import annotations

from collections.abc import Iterator

from content.problems import Problem
from content.tree import Tree
from quizzes.kinds import KIND_OF


def kinds_are_known(tree: Tree) -> Iterator[Problem]:
    for record in tree.quizzes:
        for index, kind in enumerate(record.value.kinds):
            if kind not in KIND_OF:
                known = ", ".join(KIND_OF)
                message = f"there is no kind of question {kind!r}; there are {known}"
                yield record.problem(message, "kinds", index)
