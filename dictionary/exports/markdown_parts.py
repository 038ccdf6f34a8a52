"""Links, lists and programs as Markdown."""

from __future__ import annotations

from collections.abc import Iterable

from dictionary.naming import Named
from dictionary.relations import Link

BLANK_LINE = "\n\n"


def link_to(other: Link) -> str:
    """Return the link to a written entry, or the name of a planned one."""
    return link_or_name(other.term, other.url)


def name_of(other: Named) -> str:
    """Return the link to a written entry, or the name of a planned one."""
    return link_or_name(other.term, other.url)


def link_or_name(term: str, url: str) -> str:
    if not url:
        return term
    return link(term, url)


def link(title: str, url: str) -> str:
    return f"[{title}]({url})"


def bullets(lines: Iterable[str]) -> str:
    items = []
    for line in lines:
        item = f"- {line}"
        items.append(item)
    return "\n".join(items)


def program(source: str) -> str:
    """Return the source as a block of Python."""
    lines = (
        "```python",
        source.strip(),
        "```",
    )
    return "\n".join(lines)
