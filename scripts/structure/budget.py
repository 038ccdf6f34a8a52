"""Judge each file by the budget of the code: rules with a limit, one number a file."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from scripts.structure.checkout import Checkout, Source
from scripts.structure.packing import ternaries_in_arguments, walrus_comprehensions
from scripts.structure.syntax import (
    argument_count,
    functions,
    line_count,
    nodes_per_line,
    written_lines,
)

FUNCTION_LINES = 60
ARGUMENTS = 5
# In a file this short a single import or call decides about the mean.
LEAST_LINES = 10


@dataclass(frozen=True)
class Rule:
    name: str
    limit: float
    measure: Callable[[Source], float]
    advice: str


@dataclass(frozen=True)
class Breach:
    """Name a file and the rule that it breaks; `value` is above the limit of the rule."""

    path: str
    rule: str
    value: float


def density(source: Source) -> float:
    """Return the nodes a line to one decimal; 0 for a file of fewer than LEAST_LINES lines."""
    if len(written_lines(source.text)) < LEAST_LINES:
        return 0
    mean = nodes_per_line(source.text, source.tree)
    return round(mean, 1)


def file_lines(source: Source) -> float:
    lines = source.text.splitlines()
    return len(lines)


def ternaries(source: Source) -> float:
    return ternaries_in_arguments(source.tree)


def walruses(source: Source) -> float:
    return walrus_comprehensions(source.tree)


def excess_lines(source: Source) -> float:
    """Add up the lines by which functions are too long, so that a second one is noticed."""
    lengths = map(line_count, functions(source.tree))
    return total_excess(FUNCTION_LINES, lengths)


def excess_arguments(source: Source) -> float:
    """Add up the arguments that functions have too many."""
    counts = map(argument_count, functions(source.tree))
    return total_excess(ARGUMENTS, counts)


def total_excess(limit: int, counts: Iterable[int]) -> int:
    return sum(count - limit for count in counts if count > limit)


SIZE_RULES = (
    Rule(
        "file_lines",
        limit=300,
        measure=file_lines,
        advice="split the file",
    ),
    Rule(
        "function_lines_over_60",
        limit=0,
        measure=excess_lines,
        advice="split the function",
    ),
)
CODE_RULES = (
    Rule(
        "nodes_per_line",
        limit=7.0,
        measure=density,
        advice="put one thought on a line and name it",
    ),
    Rule(
        "ternaries_in_arguments",
        limit=0,
        measure=ternaries,
        advice="name the value before the call",
    ),
    Rule(
        "walrus_comprehensions",
        limit=0,
        measure=walruses,
        advice="write a loop, or two steps",
    ),
    Rule(
        "arguments_over_5",
        limit=0,
        measure=excess_arguments,
        advice="pass a record",
    ),
    *SIZE_RULES,
)


def budget_breaches(checkout: Checkout) -> list[Breach]:
    """Judge the code by every rule, the tests by size only: tables of cases are dense."""
    return [
        *breaches(checkout.code, CODE_RULES),
        *breaches(checkout.tests, SIZE_RULES),
    ]


def breaches(sources: Iterable[Source], rules: Sequence[Rule]) -> list[Breach]:
    broken = []
    for source in sources:
        for rule in rules:
            value = rule.measure(source)
            if value > rule.limit:
                broken.append(Breach(source.path, rule.name, value))
    return broken
