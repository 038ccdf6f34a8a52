"""An answer as Markdown, to be pasted into an issue."""

from __future__ import annotations

import re

from django.template.loader import render_to_string

from diagnostics_api.page.shown import ShownAnswer
from diagnostics_api.service.library import Library

NO_WIDTH = "\u200b"  # a blank that nobody sees
_MEANS_SOMETHING = re.compile(r"([\\`*<\[])")
_MENTION = re.compile(r"@(?=\w)")
_BLANKS = re.compile(r"\s+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def markdown_of(
    page: ShownAnswer,
    library: Library,
) -> str:
    """Return headline, evidence, causes, next check and fixes, in some 20 lines."""
    context = {
        "answer": page,
        "edition": library.name,
    }
    text = render_to_string("diagnostics/answer.md", context)
    return _EMPTY_LINES.sub("\n\n", text)


def plain(text: str) -> str:
    """Return a text on one line in which nothing is markup and nobody is called by name."""
    line = _BLANKS.sub(" ", text)
    escaped = _MEANS_SOMETHING.sub(
        r"\\\1",
        line.strip(),
    )
    return _MENTION.sub(
        f"@{NO_WIDTH}",
        escaped,
    )
