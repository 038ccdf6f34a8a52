"""Lines of a log without what loggers and terminals put around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from engine.read.log.prefix import numbered_rank, split_prefixes
from engine.read.log.tokens import has_decimal_commas, with_decimal_points
from engine.read.parts.limits import MAX_LINE

_TakeOff = Callable[[Sequence[str]], Iterator[tuple[str, str]]]

_RANKED = 0.8  # of the lines begin with a number and a colon where ranks are printed
_LEAST_RANKED = 4  # lines
_SAMPLE = 200  # lines
_WRAPPED = " " * 20  # rich continues a wrapped bar, which has a block, below its last column
_BLOCK = "━"


def bare_lines(
    lines: Sequence[str],
) -> tuple[list[str], list[str]]:
    """Return the lines without the prefixes of loggers, and the rank of each.

    The wrapped rest of a bar moves to the line of its bar and leaves an empty one, so that every
    line keeps its place.
    """
    take_off = split_prefixes
    if _begin_with_ranks(lines):
        take_off = _without_prefixes
    if any(_BLOCK in line for line in lines):
        bare, ranks = _with_wrapped_bars(lines, take_off)
    else:
        bare, ranks = _in_columns(take_off(lines))
    if has_decimal_commas(bare):
        with_points = map(
            with_decimal_points,
            bare,
        )
        bare = list(with_points)
    return bare, ranks


def _in_columns(
    split: Iterable[tuple[str, str]],
) -> tuple[list[str], list[str]]:
    bare: list[str] = []
    ranks: list[str] = []
    for rest, rank in split:
        bare.append(rest)
        ranks.append(rank)
    return bare, ranks


def _with_wrapped_bars(
    lines: Sequence[str],
    take_off: _TakeOff,
) -> tuple[list[str], list[str]]:
    bare: list[str] = []
    ranks: list[str] = []
    above = 0  # lines up to the last one that was not wrapped
    split = take_off(lines)
    for line, (rest, rank) in zip(
        lines,
        split,
        strict=True,
    ):
        if line.startswith(_WRAPPED) and _is_of_bar(bare, above):
            bare[above - 1] = _joined(bare[above - 1], line)
            bare.append("")
            ranks.append("")
            continue
        bare.append(rest)
        ranks.append(rank)
        above = len(bare)
    return bare, ranks


def _begin_with_ranks(
    lines: Sequence[str],
) -> bool:
    """Say whether the number and colon in front of nearly all lines is a rank."""
    if len(lines) < _LEAST_RANKED:
        return False
    sample = lines[:_SAMPLE]
    ranks = map(
        numbered_rank,
        sample,
    )
    ranked = sum(map(bool, ranks))
    least = _RANKED * len(sample)
    return ranked >= least


def _is_of_bar(
    bare: Sequence[str],
    count: int,
) -> bool:
    """Say whether the last of so many lines is one of a bar, whose rest may have been wrapped."""
    return count > 0 and _BLOCK in bare[count - 1]


def _joined(
    above: str,
    rest: str,
) -> str:
    """Return a line together with its wrapped rest, as long as a line may be."""
    rest = rest.strip()
    joined = f"{above} {rest}"
    return joined[:MAX_LINE]


def _without_prefixes(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each line without its prefix and the number and colon in front of it, which are its
    rank, and the rank; one that the prefix of a logger names stands before it.
    """
    ranks = list(map(numbered_rank, lines))
    behind = list(map(_behind_rank, lines, ranks))
    split = split_prefixes(behind)
    for rank, (rest, named) in zip(
        ranks,
        split,
        strict=True,
    ):
        yield rest, named or rank


def _behind_rank(
    line: str,
    rank: str,
) -> str:
    if not rank:
        return line
    _, _, behind = line.partition(":")
    return behind.removeprefix(" ")
