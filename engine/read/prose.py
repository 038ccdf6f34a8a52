"""Words among the lines of a text: whether a file or a paste is a report, a document or a log.

People send what they wrote in three ways: words alone, words around a log, and a document that is
about something else, such as a README. Every door reads them by the same rules.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from engine.read.code.find import find_code
from engine.read.code.marks import is_fence

Kind = Literal["log", "words", "document"]

LONGEST_WORDS = 4000  # characters that are taken as words; a longer text is a document or a log
LONGEST_LINE = 1000  # characters of a line that are looked at
FIRST = 400  # lines of a long text in which words are looked for: people write above a log
LAST = 200  # or below it
LEAST_WORDS = 3  # of a line of prose
LEAST_SIGNS = 6  # of a line of prose in a script that does not part its words
REPEATED = 2  # lines that differ in their numbers alone are output of a program
ALL = 0.8  # share of the lines that are prose in a text that is nothing else
HALF = 0.5  # share of the lines outside of blocks that are prose in a document
PRINTED = 4  # times that a line comes with other numbers in a log, and not in a document
LEAST_PLAIN = 5  # plain words of a line of a document, which are
PLAIN = 0.7  # at least this share of its words
LEAST_TITLES = 2  # of a short document
LONG = 1500  # characters of prose; below that a text may report without naming its writer
_ANY_SIGN = "surrogatepass"
REPORTING = 0.04  # share of the lines of prose in which the writer of a report speaks of himself
_WRITER = re.compile(
    r"\b(?:i|i'm|i've|i'd|im|my|mine|me|we|we're|we've|our|us|(?:any|please|need) help|help me"
    r"|anyone|anybody|somebody|someone|why|thanks)\b|\w\?(?:\s|$)",
    re.IGNORECASE,
)
# Documents say "we" of their makers, hardly ever "I".
_SELF = re.compile(r"\b(?:I|I'm|I've|I'd|i|my|My|me)\b")
_ADVICE = re.compile(
    r"\b(?:if you|you (?:can|should|may|might|must|need|are|have)|please|consider|recommend\w{0,4}"
    r"|make sure|we (?:will|strongly|recommend|suggest)|your|deprecated|instead|see http\w?)\b",
    re.IGNORECASE,
)
_MACHINE = re.compile(
    r"^\s*(?:File \"|at |\d{4}-\d\d-\d\d|\[|>>>|\{|\d+/\d+ "
    r")|\w(?:Error|Exception|Warning)\b\s*:|Traceback|"
    r"[|=].*[|=]|\S\.py:\d|"
    r"^\s*\w[\w ]{0,30}[:=]\s*[-\d.]+\s*(?:[,|]|$)|^\s*[\w.\-]{1,60} ?=",
)
_NUMBER = re.compile(r"[-+]?\d[\d.,]*+(?:e[-+]?\d++)?|(?<=[ =:])-?(?:nan|inf)\b", re.IGNORECASE)
_COLOR = re.compile(r"\x1b\[[\d;]{0,12}m")
_TITLE = re.compile(r" {0,3}#{1,6} \S")
# Forms for reports and people who ask say so once, whoever writes.
_ASKING = re.compile(
    r"\bany (?:ideas?|help|suggestions?|advice|hints?)\b|\bwhat (?:could be|is|am i doing) wrong\b"
    r"|\b(?:expected|actual) behaviou?r\b|\bsteps to reproduce\b|\bdescribe the (?:bug|problem)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['\u2019])++")
_MASKED = bytes.maketrans(b"123456789", b"000000000")  # lines of a log differ in their digits alone
_SIGNS = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))  # kana, han, hangul


_RAISED = re.compile(r"\s{0,8}(?:[\w.]{0,80}(?:Error|Exception)\b\s{0,2}:|Traceback \()")
_PUNCTUATION = "()[]*_`'\".,;:!?"


class Prose(NamedTuple):
    """kind: of the text as a whole. words: what a person says in it, empty in a document."""

    kind: Kind
    words: str = ""


DOCUMENT = Prose("document")


def prose_in(
    text: str,
) -> Prose:
    """Part a text into what a person says and what a program printed.

    A document is long, is mostly prose, and nobody speaks of himself in it. What is short enough to
    be a report is one, unless it has titles.
    """
    plain = _COLOR.sub("", text) if "\x1b" in text else text
    lines = _looked_at(plain.splitlines())
    prose = prose_of(lines)
    if not prose and len(lines) > 1:
        return Prose("log")
    if is_all_prose(text, prose):
        is_about_something = _has_titles(lines) and is_document(lines)
        return DOCUMENT if is_about_something else Prose("words", text.strip())
    if is_document(lines):
        return DOCUMENT
    words = "\n".join(filter(_is_by_a_person, prose))
    return Prose(
        "log",
        words[:LONGEST_WORDS],
    )


def _looked_at(
    lines: Sequence[str],
) -> list[str]:
    if len(lines) <= FIRST + LAST:
        return list(lines)
    return [*lines[:FIRST], *lines[-LAST:]]


def is_all_prose(
    text: str,
    prose: Sequence[str],
) -> bool:
    """Say whether a short text is nothing but words; `prose` are those of its lines that are."""
    if len(text) >= LONGEST_WORDS:
        return False
    lines = list(filter(str.strip, text.splitlines()))
    return bool(lines) and len(prose) >= ALL * len(lines)


def is_document(
    lines: Sequence[str],
) -> bool:
    """Say whether lines are mostly long prose in which nobody reports anything of his own.

    The prints of a program that end in an exception are none, however long its sentences are.
    """
    outside = list(_outside_of_blocks(lines))
    if any(map(_RAISED.match, outside)):
        return False
    prose = list(filter(_is_plain, outside))
    if len(prose) < HALF * len(outside) or sum(map(len, prose)) < LONG:
        return False
    if _prints_again_and_again(outside):
        return False
    speaking = sum(1 for line in prose if _SELF.search(line[:LONGEST_LINE]))
    is_told = speaking >= REPORTING * len(prose) or any(map(_ASKING.search, outside))
    return not is_told and not _is_code(outside)


def _has_titles(
    lines: Sequence[str],
) -> bool:
    return sum(1 for line in lines if _TITLE.match(line)) >= LEAST_TITLES


def _prints_again_and_again(
    lines: Sequence[str],
) -> bool:
    """Say whether lines come several times with other numbers, as those of a log do."""
    shapes = Counter(map(_shape, filter(_NUMBER.search, lines)))
    return max(shapes.values(), default=0) >= PRINTED


def _outside_of_blocks(
    lines: Sequence[str],
) -> Iterator[str]:
    """Yield the written lines that stand in no block of code and in no table of Markdown."""
    is_inside = False
    for line in lines:
        if is_fence(line):
            is_inside = not is_inside
        elif not is_inside and line.strip() and not line.lstrip().startswith("|"):
            yield line


def _is_plain(
    line: str,
) -> bool:
    """Say whether a line is made of plain words, as the lines of a document are."""
    tokens = line[:LONGEST_LINE].split()
    plain = sum(1 for token in tokens if token.strip(_PUNCTUATION).isalpha())
    return plain >= LEAST_PLAIN and plain >= PLAIN * len(tokens)


def _is_code(
    lines: Sequence[str],
) -> bool:
    """Say whether half of the lines are a program: statements are made of words as well."""
    found = find_code(
        lines,
        "",
    )
    return len(found.lines) >= HALF * len(lines)


def _is_by_a_person(
    line: str,
) -> bool:
    """Say whether somebody speaks in a line of prose; programs give advice in whole sentences."""
    start = line[:LONGEST_LINE]
    if not _WRITER.search(start):
        return False
    return _ADVICE.search(start) is None or _SELF.search(start) is not None


def prose_of(
    lines: Sequence[str],
) -> list[str]:
    """Return the lines that are words. A program repeats a line with other numbers; people do
    not.
    """
    masked = list(map(_mask, lines))
    prose = {}
    for mask, count in Counter(masked).items():
        text = mask.decode(errors=_ANY_SIGN)
        if is_prose(text):
            prose[mask] = text, count
    shapes: Counter[str] = Counter()
    for text, count in prose.values():
        if _NUMBER.search(text):
            shapes[_shape(text)] += count
    once = {mask for mask, (text, _) in prose.items() if shapes[_shape(text)] < REPEATED}
    return [line for line, mask in zip(lines, masked, strict=True) if mask in once]


def _mask(line: str) -> bytes:
    """Return a line with its digits made equal; bytes are translated ten times as fast as text."""
    return line.encode(errors=_ANY_SIGN).translate(_MASKED)


def _shape(
    line: str,
) -> str:
    """Return a line with its numbers made equal."""
    return _NUMBER.sub("0", line[:LONGEST_LINE].strip())


def is_prose(
    line: str,
) -> bool:
    """Return whether a line is words: at least half of it letters, and no output of a program."""
    start = line[:LONGEST_LINE]
    if not _has_signs(start):
        words = _WORD.findall(start)
        letters = sum(map(len, words))
        length = min(len(line.strip()), LONGEST_LINE)
        is_apart = len(start.split()) >= LEAST_WORDS
        if not is_apart or len(words) < LEAST_WORDS or letters < length / 2:
            return False
    return not _MACHINE.search(start)


def _has_signs(
    line: str,
) -> bool:
    """Say whether a line is written in signs that stand for words, without blanks between."""
    if line.isascii():
        return False
    return sum(1 for sign in line if _is_sign(sign)) >= LEAST_SIGNS


def _is_sign(
    sign: str,
) -> bool:
    return any(first <= sign <= last for first, last in _SIGNS)
