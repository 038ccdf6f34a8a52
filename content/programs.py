"""Program text to HTML: snippets, and pairs of programs as one listing of what differs."""

from __future__ import annotations

import difflib
import functools
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

PYTHON = PythonLexer(stripnl=False)
CLASSED: HtmlFormatter[str] = HtmlFormatter(nowrap=True)
TRIPLE_QUOTES = re.compile(r"\"{3}|'{3}")
# Names, operators, brackets and spaces have no color: their spans are most of the markup.
UNCOLORED = re.compile('<span class="(?:n|o|p|w|nb|bp)">([^<]*)</span>')
CONTEXT = 3  # lines around a difference that are shown with it

FRAMEWORK_NAMES = {
    "pytorch": "PyTorch",
    "lightning": "Lightning",
    "transformers": "Transformers",
    "keras": "Keras",
    "scikit-learn": "scikit-learn",
    "python": "Python",
}

Numbers = set[int]  # of lines, from 0


def snippets_to_html(snippets: list[dict[str, str]]) -> str:
    """Return each snippet highlighted, below the name of its framework."""
    blocks = map(_snippet, snippets)
    return "".join(blocks)


def _snippet(snippet: dict[str, str]) -> str:
    framework = snippet["framework"]
    name = FRAMEWORK_NAMES[framework]
    source = snippet["code"].rstrip("\n")
    code = _highlighted(source)
    block = _block(f"{code}\n")
    return f'<div class="snippet"><p class="label">{name}</p>{block}</div>'


def _block(code: str) -> str:
    """Return a block of highlighted code. It scrolls sideways, so the keyboard can reach it."""
    return f'<div class="highlight"><pre tabindex="0"><code>{code}</code></pre></div>'


def diff_to_html(bad: str, good: str) -> str:
    """Return both programs as one listing: a line that both have stands in it once.

    Lines that only the first has are marked `del`, those that only the second has `add`. What is
    far from a difference is wrapped as `far`, unhighlighted, so that a page can fold it cheaply.
    Equal programs are one program without marks. Empty without a program.
    """
    if not bad and not good:
        return ""
    lines = _merged(bad, good)
    near = _near(lines)
    parts = []
    for is_near, stretch in itertools.groupby(range(len(lines)), near.__contains__):
        shown = [lines[number] for number in stretch]
        part = _folded(shown)
        if is_near:
            part = _shown(shown)
        parts.append(part)
    code = "".join(parts)
    return _block(code)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the listing: its text, its markup, the class of its mark, whether it only tells."""

    text: str
    html: str
    mark: str = ""
    is_docstring: bool = False


def _merged(bad: str, good: str) -> list[Line]:
    """Return the lines of both programs in reading order, removed ones before added ones."""
    old = _lines_of(bad, "del")
    new = _lines_of(good, "add")
    matcher = difflib.SequenceMatcher(
        a=[line.text for line in old],
        b=[line.text for line in new],
        autojunk=False,
    )
    merged = []
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        removed = old[old_start:old_end]
        if kind == "equal":
            merged += [replace(line, mark="") for line in removed]
            continue
        merged += removed
        merged += new[new_start:new_end]
    return merged


def _lines_of(source: str, mark: str) -> list[Line]:
    """Return the lines of a program, none for an empty one."""
    if not source:
        return []
    texts = source.rstrip("\n").split("\n")
    markup = _highlighted_lines(source)
    told = _docstring_length(source)
    lines = []
    for number, (text, html) in enumerate(zip(texts, markup, strict=True)):
        line = Line(text, html, mark, number < told)
        lines.append(line)
    return lines


def _docstring_length(source: str) -> int:
    """Return the lines of the text with which a program begins, 0 without one."""
    first = next(_pieces(source))
    if not TRIPLE_QUOTES.match(first):
        return 0
    return first.count("\n") + 1


def _near(lines: list[Line]) -> Numbers:
    """Return the numbers of the marked lines and of those around them; all without a mark.

    What the programs tell about themselves always differs, and is not what they differ by.
    """
    near: Numbers = set()
    for number, line in enumerate(lines):
        if line.mark and not line.is_docstring:
            first = number - CONTEXT
            last = number + CONTEXT
            near.update(range(first, last + 1))
    return near or set(range(len(lines)))


def _shown(lines: list[Line]) -> str:
    spans = map(_span, lines)
    return "".join(spans)


def _span(line: Line) -> str:
    css = f"line {line.mark}".rstrip()
    return f'<span class="{css}">{line.html}\n</span>'


def _folded(lines: list[Line]) -> str:
    """Return the lines without colors; marked ones keep their mark."""
    parts = []
    for line in lines:
        part = f"{escape(line.text, quote=False)}\n"
        if line.mark:
            part = _span(line)
        parts.append(part)
    return f'<span class="far">{"".join(parts)}</span>'


def _highlighted_lines(source: str) -> list[str]:
    """Highlight piece by piece: most lines of a pair occur in both of its programs."""
    lines: list[str] = []
    for piece in _pieces(source.rstrip("\n")):
        lines.extend(_highlighted(piece).split("\n"))
    return lines


def _pieces(source: str) -> Iterator[str]:
    """Yield the lines one by one, and those of a string over several lines together.

    A line inside of a string cannot be highlighted alone. Three quotes in a comment join lines that
    could stand alone, which costs time and changes nothing.
    """
    piece: list[str] = []
    quotes = ""
    for line in source.split("\n"):
        if piece and not quotes:
            yield "\n".join(piece)
            piece = []
        piece.append(line)
        quotes = _open_quotes(line, quotes)
    yield "\n".join(piece)


def _open_quotes(line: str, quotes: str) -> str:
    """Return the three quotes of the string that a line leaves open, empty without one.

    quotes: those of the string in which the line begins.
    """
    for match in TRIPLE_QUOTES.finditer(line):
        if not quotes:
            quotes = match[0]
        elif match[0] == quotes:
            quotes = ""
    return quotes


@functools.lru_cache(maxsize=16384)
def _highlighted(source: str) -> str:
    markup = highlight(source, PYTHON, CLASSED)
    return UNCOLORED.sub(r"\1", markup).rstrip("\n")
