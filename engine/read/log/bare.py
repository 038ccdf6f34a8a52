"""Lines of a log without what loggers and terminals put around them."""

from __future__ import annotations

from collections.abc import Sequence

from engine.read.log.prefix import numbered_rank, split_prefix
from engine.read.log.tokens import has_decimal_commas, with_decimal_points
from engine.read.parts.limits import MAX_LINE

_RANKED = 0.8  # of the lines begin with a number and a colon where ranks are printed
_LEAST_RANKED = 4  # lines
_SAMPLE = 200  # lines
_WRAPPED = " " * 20  # rich continues a wrapped bar below its last column
_BLOCK = "━"


def bare_lines(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return the lines without the prefixes of loggers, and the rank of each."""
    is_ranked = _begin_with_ranks(lines)
    bare: list[str] = []
    ranks: list[str] = []
    for line in lines:
        if bare and _is_wrapped(line, bare[-1]):
            bare[-1] = _joined(bare[-1], line)
            continue
        rest, rank = _without_prefix(line, is_ranked)
        bare.append(rest)
        ranks.append(rank)
    if has_decimal_commas(bare):
        with_points = map(with_decimal_points, bare)
        bare = list(with_points)
    return bare, ranks


def _begin_with_ranks(lines: Sequence[str]) -> bool:
    """Say whether the number and colon in front of nearly all lines is a rank."""
    if len(lines) < _LEAST_RANKED:
        return False
    sample = lines[:_SAMPLE]
    ranks = map(numbered_rank, sample)
    ranked = sum(map(bool, ranks))
    least = _RANKED * len(sample)
    return ranked >= least


def _is_wrapped(
    line: str,
    above: str,
) -> bool:
    """Say whether a line is the rest of a bar that rich has wrapped."""
    if not line.startswith(_WRAPPED):
        return False
    return _BLOCK in above


def _joined(above: str, rest: str) -> str:
    """Return a line together with its wrapped rest, as long as a line may be."""
    rest = rest.strip()
    joined = f"{above} {rest}"
    return joined[:MAX_LINE]


def _without_prefix(
    line: str,
    is_ranked: bool,
) -> tuple[str, str]:
    """Return the line without its prefix, and the rank that the prefix names.

    is_ranked: whether a number and a colon in front of it are a rank.
    """
    rank = ""
    if is_ranked:
        rank = numbered_rank(line)
    if rank:
        _, _, behind = line.partition(":")
        line = behind.removeprefix(" ")
    rest, named = split_prefix(line)
    return rest, named or rank
