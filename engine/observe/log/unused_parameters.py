"""Name the parameters that took no part in the loss, from their numbers and a list of names.

PyTorch's data parallel wrapper counts the parameters that require a gradient, in the order of
`named_parameters()`. Source: torch/csrc/distributed/c10d/reducer.cpp, PyTorch 1.9 to 2.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.run import Case

_LITERAL = "did not receive grad for rank"
_INDICES = re.compile(
    r"Parameter indices which did not receive grad for rank (\d{1,6}): ((?:\d{1,9},? ?){1,4000})"
)
_OWN_NAMES = re.compile(
    r"Parameters which did not receive grad for rank (\d{1,6}): "
    r"([A-Za-z_][\w.]{0,200}(?:, ?[A-Za-z_][\w.]{0,200}){0,4000})"
)
_NUMBER = re.compile(r"\d{1,9}")
# A line of a pasted list: a number, a name, and what people print beside it.
_LISTED = re.compile(
    r"^\s{0,8}[\[(]?(?:(\d{1,7})\s{0,2}[:.,)\]]?\s{1,4})?['\"]?"
    r"([A-Za-z_]\w{0,80}(?:\.\w{1,80}){1,12})['\"]?"
    r"(?:[\s,:(\[].{0,200})?$"
)
_FROZEN = re.compile(r"\bFalse\b")
# A call or an assignment, which is a line of a program.
_CODE = re.compile(r"^\s{0,40}[A-Za-z_]\w{0,80}(?:\.\w{1,80}){1,12}(?:\(| ?=)")
LISTED = 12  # names that the sentence holds


@dataclass(frozen=True, slots=True)
class UnusedParameters:
    """indices: as the message gives them. names: those that are known, in the same order."""

    rank: str
    indices: tuple[int, ...]
    names: tuple[str, ...]
    sentence: str


def read_unused_parameters(case: Case) -> UnusedParameters | None:
    """Return the parameters without a gradient that a message names; None without a message.

    The names may stand in the message itself, or in a list pasted with it.
    """
    lines = [*case.log, *case.description.splitlines()]
    told = [line for line in lines if _LITERAL in line]
    numbered = _first(_INDICES, told)
    named = _first(_OWN_NAMES, told)
    if numbered:
        numbers = _NUMBER.findall(numbered[2])
        indices = tuple(map(int, numbers))
        names = _split(named[2]) if named else _names(indices, lines)
        return _found(numbered[1], indices, names)
    if named:
        return _found(named[1], (), _split(named[2]))
    return None


def _first(pattern: re.Pattern[str], lines: Iterable[str]) -> re.Match[str] | None:
    for line in lines:
        match = pattern.search(line)
        if match:
            return match
    return None


def _split(names: str) -> tuple[str, ...]:
    parts = names.split(",")
    return tuple(part.strip() for part in parts)


def _names(indices: Sequence[int], lines: Sequence[str]) -> tuple[str, ...]:
    """Return the names at the indices; none unless a list is there that holds them all."""
    names = _listed(lines)
    if any(index not in names for index in indices):
        return ()
    return tuple(names[index] for index in indices)


def _listed(lines: Sequence[str]) -> dict[int, str]:
    """Return the names of the longest list, by their own numbers or counted from 0.

    Names that are marked as frozen are not counted, as the wrapper does not count them.
    """
    longest: dict[int, str] = {}
    block: dict[int, str] = {}
    for line in (*lines, ""):
        listed = _LISTED.match(line)
        if listed is None or _CODE.match(line):
            longest = max(longest, block, key=len)
            block = {}
        elif listed[1]:
            number = int(listed[1])
            block[number] = listed[2]
        elif not _FROZEN.search(line):
            number = len(block)
            block[number] = listed[2]
    return longest


def _found(
    rank: str,
    indices: tuple[int, ...],
    names: tuple[str, ...],
) -> UnusedParameters:
    numbers = tuple(map(str, indices))
    known = names or numbers
    noun = "parameters"
    if len(known) == 1:
        noun = "parameter"
    shown = _shown(known)
    if names:
        sentence = f"On rank {rank}, {len(known)} {noun} took no part in the loss: {shown}."
    else:
        sentence = (
            f"On rank {rank}, {noun} {shown} took no part in the loss. Paste the names from "
            "named_parameters() to see which they are."
        )
    return UnusedParameters(
        rank,
        indices,
        names,
        sentence,
    )


def _shown(known: Sequence[str]) -> str:
    """Return names or numbers in one line; a long list is cut."""
    shown = ", ".join(known[:LISTED])
    more = len(known) - LISTED
    if more > 0:
        shown += f" and {more} more"
    return shown
