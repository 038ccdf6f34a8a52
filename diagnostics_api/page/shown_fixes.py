"""Fixes of a diagnosis with their how: text and code, ready for the page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from content import schema
from content.markup import markdown_to_html
from content.programs import snippets_to_html

REMEMBERED = 1024  # texts; every fix of the dictionary is some 600


class ShownFix(NamedTuple):
    fix: schema.Fix
    html: str


def fixes_of(entry: schema.FailureMode) -> Iterator[ShownFix]:
    """Yield the fixes of an entry in the order in which to try them."""
    for fix in entry.fixes:
        snippets = [(snippet.framework, snippet.code) for snippet in fix.snippets]
        yield ShownFix(fix, _html(fix.text) + _snippets_html(tuple(snippets)))


@lru_cache(maxsize=REMEMBERED)
def _html(text: str) -> str:
    return markdown_to_html(text)


@lru_cache(maxsize=REMEMBERED)
def _snippets_html(snippets: tuple[tuple[str, str], ...]) -> str:
    return snippets_to_html(
        [{"framework": framework, "code": code} for framework, code in snippets]
    )
