"""Kept answers of one edition, in bounded memory, shared by the threads of a process."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from threading import Lock

from web.kept.answer import KeptAnswer

Address = tuple[str, ...]
Variants = dict[tuple[str, ...], KeptAnswer]
MOST_VARIANTS = 8  # of one address, by the headers that it depends on


class Shelf:
    """Drops the answer that was not asked for the longest where the memory is used up.

    most_bytes: of all bodies. Answers of another edition drop all that are here.
    """

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.size = 0
        self.edition: Hashable = None
        self._answers: OrderedDict[Address, Variants] = OrderedDict()
        self._lock = Lock()

    def find(
        self,
        edition: Hashable,
        address: Address,
        headers: Mapping[str, str],
    ) -> KeptAnswer | None:
        """Return the answer of this edition to such a request; headers: of the request, as META."""
        with self._lock:
            variants = self._answers.get(address)
            if edition != self.edition or not variants:
                return None
            self._answers.move_to_end(address)
            example = next(iter(variants.values()))
            values = values_of(
                example.vary,
                headers,
            )
            return variants.get(values)

    def put(
        self,
        edition: Hashable,
        address: Address,
        headers: Mapping[str, str],
        answer: KeptAnswer,
    ) -> None:
        """Keep an answer; one that is larger than a tenth of all is not kept."""
        if 10 * answer.size > self.most_bytes:
            return
        with self._lock:
            if edition != self.edition:
                self._answers.clear()
                self.edition = edition
            variants = self._answers.setdefault(address, {})
            if len(variants) >= MOST_VARIANTS:
                variants.clear()
            values = values_of(
                answer.vary,
                headers,
            )
            variants[values] = answer
            self._answers.move_to_end(address)
            self._make_room()

    def _make_room(self) -> None:
        self.size = sum(map(size_of, self._answers.values()))
        while self.size > self.most_bytes:
            _, dropped = self._answers.popitem(last=False)
            self.size -= size_of(dropped)


def size_of(variants: Variants) -> int:
    return sum(answer.size for answer in variants.values())


def values_of(
    names: tuple[str, ...],
    headers: Mapping[str, str],
) -> tuple[str, ...]:
    """Return the values of these request headers, empty where one is missing."""
    values = []
    for name in names:
        key = name.upper().replace("-", "_")
        value = headers.get(
            f"HTTP_{key}",
            "",
        )
        values.append(value)
    return tuple(values)
