"""Turn Markdown into plain text: what a page shows, without tags and marks.

The search index, the words of an entry for lexical retrieval and the sentences of quiz questions
are all made here.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from content.markup import MarkupError, formula_to_mathml

FENCE = "```"
BLOCK_MARK = re.compile(
    r"^[ \t]*+(?:[#>*+-]++|[0-9]++[.)])[ \t]",
    re.MULTILINE,
)
TABLE_ROW = re.compile(
    r"^[ \t]*+\|.*$",
    re.MULTILINE,
)
RULE = ":- \t"  # characters of the line below a table's heading
LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
FORMULA = re.compile(r"\$\$?+([^$]++)\$\$?+")
TAG = re.compile(r"<[^<>]*>")
EMPHASIS = re.compile(r"\*++")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
NOT_PROSE = tuple("-*#|`$0123456789 ")  # how paragraphs begin that are no running text


def plain_text(markdown: str) -> str:
    """Return all words on one line: link texts, code, table cells, and formulas as drawn."""
    parts = []
    for text, is_code in _blocks(markdown):
        if is_code:
            parts.append(text)
        else:
            parts.append(_plain_prose(text))
    return _on_one_line(parts)


def plain_sentences(markdown: str) -> list[str]:
    """Return the sentences of running text: none of lists, code or tables, none with a formula."""
    paragraphs = filter(None, markdown.split("\n\n"))
    running = [text for text in paragraphs if not text.startswith(NOT_PROSE)]
    text = _without_marks(_on_one_line(running))
    sentences = SENTENCE_END.split(text)
    return [sentence for sentence in sentences if "$" not in sentence]


def _on_one_line(parts: list[str]) -> str:
    words = " ".join(parts).split()
    return " ".join(words)


def _blocks(markdown: str) -> Iterator[tuple[str, bool]]:
    """Yield each stretch of lines with whether it is fenced code; the fences are left out."""
    lines: list[str] = []
    is_code = False
    for line in markdown.split("\n"):
        if not line.lstrip().startswith(FENCE):
            lines.append(line)
            continue
        yield "\n".join(lines), is_code
        lines = []
        is_code = not is_code
    yield "\n".join(lines), is_code


def _plain_prose(text: str) -> str:
    rowless = TABLE_ROW.sub(_cells, text)
    prose = BLOCK_MARK.sub("", rowless)
    return _without_marks(prose, draw_formulas=True)


def _cells(row: re.Match[str]) -> str:
    """Return the cells side by side, and nothing for the line below the heading."""
    cells = row[0].replace("|", " ")
    if not cells.strip(RULE):
        return ""
    return cells


def _without_marks(text: str, draw_formulas: bool = False) -> str:
    """Remove links and emphasis from prose. Code between backticks stays as it is."""
    linkless = LINK.sub(r"\1", text)
    pieces = []
    is_code = False
    for piece in linkless.split("`"):
        plain = piece
        if not is_code and draw_formulas:
            plain = FORMULA.sub(_drawn, plain)
        if not is_code:
            plain = EMPHASIS.sub("", plain)
            plain = html.unescape(plain)
        pieces.append(plain)
        is_code = not is_code
    return "".join(pieces)


def _drawn(match: re.Match[str]) -> str:
    """Return the characters of a formula, or its source where it cannot be drawn."""
    source = match[1]
    try:
        mathml = formula_to_mathml(source, "inline")
    except MarkupError:
        return source
    characters = TAG.sub("", mathml)
    return html.unescape(characters)
