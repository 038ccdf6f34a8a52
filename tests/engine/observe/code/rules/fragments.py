"""Fragments of programs and the executed specimens, as the tests of the rules read them."""

from __future__ import annotations

from pathlib import Path

from engine.observe.code.rule import Rule
from engine.read.code.code import code_of
from engine.run import Snippet

SPECIMENS = Path(__file__).parents[5] / "fixtures" / "specimens"


def lines_found(rule: Rule, text: str) -> list[str]:
    """Return the lines of a text on which a rule finds something."""
    code = code_of([Snippet("paste", 1, text)])
    return [code.quoted(found.node) for found in rule.find(code)]


def specimen(slug: str, kind: str) -> str:
    """Return the program of an entry that shows the fault (bad), or the one without it (good)."""
    return (SPECIMENS / slug / f"{kind}.py").read_text(encoding="utf-8")
