"""The record of a rule over program text, and what a rule finds."""

from __future__ import annotations

from ast import AST
from collections.abc import Callable, Iterable
from typing import NamedTuple

from engine.read.code.code import Code

SURE = 0.95  # the flow of the values leaves no other reading
LIKELY = 0.8  # another reading is possible, such as code outside of the fragment
POSSIBLE = 0.6  # harm depends on sizes that the code does not show


class Found(NamedTuple):
    """One place that breaks a rule, with a sentence for people."""

    node: AST
    sentence: str
    certainty: float = SURE


class Rule(NamedTuple):
    """name: unique. failure_mode: slug of the entry whose code this is."""

    name: str
    failure_mode: str
    find: Callable[[Code], Iterable[Found]]
