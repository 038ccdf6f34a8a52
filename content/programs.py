"""Program text to HTML: snippets, and pairs of programs with their differing lines marked."""

from __future__ import annotations

import difflib
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

PYTHON = PythonLexer(stripnl=False)
CLASSED: HtmlFormatter[str] = HtmlFormatter(nowrap=True)
TRIPLE_QUOTES = re.compile(r"\"{3}|'{3}")
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


def pair_to_html(bad: str, good: str) -> tuple[str, str]:
    """Both programs highlighted, the lines that only one of them has marked: `line del` and `line
    add`.
    """
    removed, added = _differing_lines(
        bad.split("\n"),
        good.split("\n"),
    )
    bad_html = _program(bad, Marks(removed, "del"))
    good_html = _program(good, Marks(added, "add"))
    return bad_html, good_html


def _differing_lines(
    old: list[str],
    new: list[str],
) -> tuple[Numbers, Numbers]:
    """Return the lines that only the old program has, and those that only the new one has."""
    removed: Numbers = set()
    added: Numbers = set()
    matcher = difflib.SequenceMatcher(
        a=old,
        b=new,
        autojunk=False,
    )
    for kind, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            removed.update(range(old_start, old_end))
            added.update(range(new_start, new_end))
    return removed, added


@dataclass(frozen=True, slots=True)
class Marks:
    """The marked lines of a program, and the class that marks them."""

    numbers: Numbers
    css: str

    def near(self) -> Numbers:
        """Return the marked lines and those around them."""
        near: Numbers = set()
        for number in self.numbers:
            first = number - CONTEXT
            last = number + CONTEXT
            near.update(range(first, last + 1))
        return near


def _program(source: str, marks: Marks) -> str:
    if not source:
        return ""
    near = marks.near()
    spans = []
    for number, line in enumerate(_highlighted_lines(source)):
        css = _line_class(number, marks, near)
        span = f'<span class="{css}">{line}\n</span>'
        spans.append(span)
    code = "".join(spans)
    return _block(code)


def _line_class(
    number: int,
    marks: Marks,
    near: Numbers,
) -> str:
    """Return the classes of a line: `far` from a difference, or the first behind such lines."""
    is_near = number in near
    if number in marks.numbers:
        css = f"line {marks.css}"
    elif near and not is_near:
        css = "line far"
    else:
        css = "line"
    before = number - 1
    if number and is_near and before not in near:
        css += " cut"
    return css


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
    return str(markup).rstrip("\n")
