"""Find the lines that hold one of many literals, in one pass over the text.

A table marks each run of four characters of the text. A literal whose own runs are not all marked
cannot stand in the text, which leaves a few of the hundreds of literals; only these are looked for.

The cost is that of a few passes of NumPy over the text and of one search in C for each literal that
is left. Python's `re` has no search for many texts at once: an alternative for each literal would
be tried at every character.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

RUN = 4  # characters
SHORT = 20_000  # characters, in which one literal is found in a few microseconds
SLOTS = 1 << 18  # a long log marks about a tenth of them
_SPREAD = np.uint32(2_654_435_761)  # 2**32 over the golden ratio, as in Knuth's multiplicative hash
_SHIFT = np.uint32(14)  # leaves 18 bits
_BYTE = np.uint32(8)  # bits
_MOST_LINES = 2_000  # looked at for one literal

Slots = NDArray[np.uint32]


class Lines:
    """Lines as one lower-case text that is searched as a whole."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        # lower() changes the length of a few characters, and the lower-case text is searched.
        lowered = [line.lower() for line in lines]
        self.text = "\n".join(lowered)
        # Where each line starts in the text; the last value is beyond its end.
        start = 0
        self._starts = [start]
        for line in lowered:
            start += len(line) + 1
            self._starts.append(start)

    def holding(self, literals: Iterable[str]) -> list[int]:
        """Return the numbers of the lines with one of the literals, in order.

        Of each literal the first 2,000 lines are looked at.
        """
        numbers: set[int] = set()
        for literal in literals:
            found = self._with(literal)
            numbers.update(found)
        return sorted(numbers)

    def _with(self, literal: str) -> Iterator[int]:
        """Yield the number of each line with the literal, once, in order."""
        position = self.text.find(literal)
        for _ in range(_MOST_LINES):
            if position < 0:
                return
            after = bisect.bisect_right(self._starts, position)
            yield after - 1
            next_start = self._starts[after]
            position = self.text.find(literal, next_start)


class Literals:
    """Lower-case ASCII texts that are looked for together."""

    def __init__(self, literals: Iterable[str]) -> None:
        self._short: list[str] = []  # without a run of their own, so that they are always possible
        self._long: list[str] = []
        # The slots of all long literals one after the other, and where each literal begins.
        slots: list[Slots] = []
        self._starts: list[int] = []
        start = 0
        for literal in sorted(set(literals)):
            if len(literal) < RUN:
                self._short.append(literal)
                continue
            self._long.append(literal)
            self._starts.append(start)
            part = _slots(literal)
            slots.append(part)
            start += len(part)
        self._slots = _joined(slots)
        self._by_run = _by_rarest_run(self._long)
        self._marked = np.zeros(
            SLOTS,
            bool,
        )
        for rarest, alike in self._by_run.items():
            self._marked[rarest] = True
            others = list(alike.values())
            self._marked[others] = True

    def possible(self, text: str) -> set[str]:
        """Return the literals that may stand in the text: all that do, and hardly any other."""
        found = set(self._short)
        if not self._long:
            return found
        if len(text) <= SHORT:
            standing = self._in_short(text)
            found.update(standing)
            return found
        marked = np.zeros(
            SLOTS,
            bool,
        )
        text_slots = _slots(text)
        marked[text_slots] = True
        are_marked = marked[self._slots]
        are_whole = np.logical_and.reduceat(are_marked, self._starts)
        places = np.flatnonzero(are_whole)
        for place in places:
            literal = self._long[place]
            found.add(literal)
        return found

    def _in_short(self, text: str) -> Iterator[str]:
        """Yield the long literals that stand in a short text.

        To look for each whose two rarest runs stand there takes less than to mark all runs of the
        text.
        """
        runs = _slots(text)
        marked = self._marked[runs]
        standing = set(
            runs[marked].tolist(),
        )
        for rarest in standing & self._by_run.keys():
            alike = self._by_run[rarest]
            for literal, other in alike.items():
                if other not in standing:
                    continue
                if literal in text:
                    yield literal


def _by_rarest_run(literals: Iterable[str]) -> dict[int, dict[str, int]]:
    """Return the literals by the slot of the run in them that the fewest of them have, each with
    the slot of the next of its runs in that order.
    """
    runs: dict[str, list[int]] = {}
    counts: Counter[int] = Counter()
    for literal in literals:
        own = _slots(literal).tolist()
        runs[literal] = own
        counts.update(own)
    by_run: dict[int, dict[str, int]] = {}
    for literal, own in runs.items():
        own.sort(
            key=counts.__getitem__,
        )
        rarest = own[0]
        *_, second = own[:2]
        alike = by_run.setdefault(
            rarest,
            {},
        )
        alike[literal] = second
    return by_run


def _joined(parts: list[Slots]) -> Slots:
    """Return the slots of all parts one after the other."""
    if not parts:
        return np.zeros(0, np.uint32)
    return np.concatenate(parts)


def _slots(text: str) -> Slots:
    """Return the slot of each run of four characters, in order; none for a shorter text.

    One byte stands for a character: what Latin-1 lacks becomes a question mark, which can mark a
    run that is not there but never hide one of an ASCII literal.
    """
    encoded = text.encode("latin-1", "replace")
    codes = np.frombuffer(encoded, np.uint8)
    count = max(0, len(codes) - RUN + 1)
    packed = np.zeros(count, np.uint32)
    for place in range(RUN):
        packed <<= _BYTE
        end = place + count
        packed |= codes[place:end]
    packed *= _SPREAD
    packed >>= _SHIFT
    return packed
