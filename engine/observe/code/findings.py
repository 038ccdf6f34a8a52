"""What the program text of a case shows: places that break a rule, each with its entry.

A rule reports what follows from the flow of the values; where something that the text does not show
could make it right, it is silent or says less surely.
"""

from __future__ import annotations

from ast import AST, Assert, FunctionDef
from collections.abc import Iterator
from dataclasses import dataclass

from engine.guard import guarded
from engine.observe.code.rule import Found, Rule
from engine.observe.code.rules import RULES
from engine.read.code.code import Code, code_of
from engine.read.code.program import descendants
from engine.run import Case, Snippet

MAX_CODE = 1_000_000  # characters of all inputs of a case that are looked at
MAX_FINDINGS = 5  # of one rule in one input
_QUOTED = 160


@dataclass(frozen=True, slots=True)
class CodeFinding:
    """One place in the program text.

    rule: name of the rule. failure_mode: slug of its entry. certainty: 0 to 1.
    name, line: the input and the line in it, which `quoted` repeats. sentence: what is wrong there.
    """

    rule: str
    failure_mode: str
    certainty: float
    name: str
    line: int
    quoted: str
    sentence: str


def read_code(case: Case) -> tuple[CodeFinding, ...]:
    """Apply every rule to the program text of a case, input by input. Never raises."""
    found: list[CodeFinding] = []
    for snippets in _by_input(case.code):
        code = code_of(snippets)
        for rule in RULES:
            found.extend(_guarded(rule, code))
    found.sort(key=lambda each: (-each.certainty, each.name, each.line))
    return tuple(found)


def _by_input(snippets: tuple[Snippet, ...]) -> Iterator[list[Snippet]]:
    """Yield the snippets of each input, as long as they are not too long together."""
    groups: dict[str, list[Snippet]] = {}
    room = MAX_CODE
    for snippet in snippets:
        room -= len(snippet.text)
        if room < 0:
            break
        groups.setdefault(snippet.name, []).append(snippet)
    yield from groups.values()


def _guarded(rule: Rule, code: Code) -> list[CodeFinding]:
    """Return the findings of a rule, none where it fails."""
    nothing: list[CodeFinding] = []
    return guarded(
        f"code.{rule.name}",
        lambda looked_at: list(_findings(rule, looked_at)),
        code,
        nothing,
    )


def _findings(rule: Rule, code: Code) -> Iterator[CodeFinding]:
    """Yield the first findings of a rule, one for each line."""
    lines: set[int] = set()
    for found in rule.find(code):
        line = code.line(found.node)
        if line in lines or _is_unit_test(code, found.node):
            continue
        lines.add(line)
        yield _finding(rule, found, code)
        if len(lines) >= MAX_FINDINGS:
            return


def _is_unit_test(code: Code, node: AST) -> bool:
    """Return whether a place is part of a test of a library, which does odd things on purpose."""
    for parent in code.ancestors(node):
        if isinstance(parent, FunctionDef) and parent.name.startswith("test_"):
            return any(isinstance(inner, Assert) for inner in descendants(parent))
    return False


def _finding(rule: Rule, found: Found, code: Code) -> CodeFinding:
    return CodeFinding(
        rule=rule.name,
        failure_mode=rule.failure_mode,
        certainty=found.certainty,
        name=code.name,
        line=code.line(found.node),
        quoted=code.quoted(found.node)[:_QUOTED],
        sentence=found.sentence,
    )
