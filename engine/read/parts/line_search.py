"""Search many lines at once: a few searches in one long text are far faster than one a line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

_CHUNK = 4096  # lines that are joined: it bounds the memory
_SAMPLE = 10_000  # characters that tell which words are frequent
_ZEROS = bytes.maketrans(b"123456789", b"0" * 9)


def chunks_of(lines: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield the lines in parts that are searched one after another."""
    count = len(lines)
    for start in range(0, count, _CHUNK):
        end = start + _CHUNK
        yield lines[start:end]


def joined(lines: Sequence[str]) -> str:
    """Return the lines as one text in lower case, with line breaks between them alone."""
    text = "\n".join(lines)
    breaks = text.count("\n")
    if breaks >= len(lines):  # a line holds a line break
        plain = map(_without_breaks, lines)
        text = "\n".join(plain)
    return text.lower()


def masked(lines: Sequence[str]) -> Iterator[str]:
    """Yield each line with a zero for every digit, in its place: those of lines that differ in
    numbers alone are one. Digits of other scripts stay.
    """
    for chunk in chunks_of(lines):
        text = "\n".join(chunk)
        zeros = _with_zeros(text).split("\n")
        if len(zeros) != len(chunk):  # a line holds a line break
            zeros = list(map(_with_zeros, chunk))
        yield from zeros


def _with_zeros(text: str) -> str:
    """Of bytes, for a text that is not ASCII would take a hundred times as long."""
    encoded = text.encode("utf-8", "surrogatepass")
    zeros = encoded.translate(_ZEROS)
    return zeros.decode("utf-8", "surrogatepass")


def _without_breaks(line: str) -> str:
    return line.replace("\n", " ")


def lines_with(
    text: str,
    words: Iterable[str],
) -> set[int]:
    """Return the numbers of the lines of a text that hold one of the words, from 0.

    The most frequent words come first: they may be in every line, and the others need no search.
    """
    numbers: set[int] = set()
    held = [word for word in words if word in text]
    if not held:
        return numbers
    sample = text[:_SAMPLE]
    held.sort(
        key=sample.count,
        reverse=True,
    )
    lines = text.split("\n")
    most = held[0]
    count = len(lines)
    may_be_in_all = text.count(most) >= count
    if may_be_in_all and all(most in line for line in lines):
        every = range(count)
        return set(every)
    ends = _ends_of(lines)
    for word in held:
        found = _lines_with_word(text, word, ends)
        numbers.update(found)
        if len(numbers) == len(ends):
            break
    return numbers


def _lines_with_word(
    text: str,
    word: str,
    ends: Sequence[int],
) -> Iterator[int]:
    """Yield the number of each line that holds the word; `ends` are the places behind the lines."""
    place = text.find(word)
    while place >= 0:
        number = bisect_right(ends, place)
        yield number
        end = ends[number]
        place = text.find(word, end)


def _ends_of(lines: Iterable[str]) -> list[int]:
    """Return the place behind each line and its break."""
    ends = []
    end = 0
    for line in lines:
        end += len(line) + 1
        ends.append(end)
    return ends
