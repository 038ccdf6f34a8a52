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
TABLE_ROW = re.compile(r"^[ \t]*+\|.*$", re.MULTILINE)
LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
FORMULA = re.compile(r"\$\$?+([^$]++)\$\$?+")
TAG = re.compile(r"<[^<>]*>")
EMPHASIS = re.compile(r"\*++")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
NOT_PROSE = "-*#|`$0123456789 "  # first characters of paragraphs that are no running text


def plain_text(markdown: str) -> str:
    """Return all words on one line: link texts, code, table cells, and formulas as drawn."""
    parts = []
    for text, is_code in _blocks(markdown):
        if is_code:
            parts.append(text)
        else:
            prose = BLOCK_MARK.sub("", TABLE_ROW.sub(_cells, text))
            parts.append(_without_marks(prose, draw_formulas=True))
    return " ".join(" ".join(parts).split())


def plain_sentences(markdown: str) -> list[str]:
    """Return the sentences of running text: none of lists, code or tables, none with a formula."""
    paragraphs = [part for part in markdown.split("\n\n") if part and part[0] not in NOT_PROSE]
    joined = " ".join(" ".join(paragraphs).split())
    sentences = SENTENCE_END.split(_without_marks(joined))
    return [sentence for sentence in sentences if "$" not in sentence]


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


def _cells(row: re.Match[str]) -> str:
    """Return the cells side by side, and nothing for the line below the heading."""
    cells = row[0].replace("|", " ")
    if not cells.strip(":- \t"):
        return ""
    return cells


def _without_marks(text: str, draw_formulas: bool = False) -> str:
    """Remove links and emphasis from prose. Code between backticks stays as it is."""
    linkless = LINK.sub(r"\1", text)
    pieces = linkless.split("`")
    for number in range(0, len(pieces), 2):
        piece = pieces[number]
        if draw_formulas:
            piece = FORMULA.sub(_drawn, piece)
        pieces[number] = html.unescape(EMPHASIS.sub("", piece))
    return "".join(pieces)


def _drawn(match: re.Match[str]) -> str:
    """Return the characters of a formula, or its source where it cannot be drawn."""
    try:
        mathml = formula_to_mathml(match[1], "inline")
    except MarkupError:
        return match[1]
    return html.unescape(TAG.sub("", mathml))
