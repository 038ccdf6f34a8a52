"""Write single SVG elements. Text is escaped here; coordinates are pixels.

There are no style attributes, which the content security policy forbids: looks come from classes
in charts.css.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

ELLIPSIS = "…"


def path(css: str, commands: str) -> str:
    """Return a path; `commands` is its attribute d."""
    return f'<path class="{css}" d="{commands}"/>'


def horizontal(css: str, start: float, end: float, y: float) -> str:
    """Return a level line from x = `start` to x = `end`."""
    return path(css, f"M{start:.1f},{y:.1f}H{end:.1f}")


def vertical(css: str, x: float, start: float, end: float) -> str:
    """Return a vertical line from y = `start` to y = `end`."""
    return path(css, f"M{x:.1f},{start:.1f}V{end:.1f}")


def text(
    x: float,
    y: float,
    content: str,
    anchor: str = "",
    css: str = "",
) -> str:
    """Return a line of text.

    anchor: the part of the text that is at x: start (the default), middle or end.
    """
    attributes = ""
    if anchor:
        attributes += f' text-anchor="{anchor}"'
    if css:
        attributes += f' class="{css}"'
    return f'<text x="{x:.1f}" y="{y:.1f}"{attributes}>{escape(content)}</text>'


def cut(content: str, length: int) -> str:
    """Shorten a text to at most `length` characters, the last of them an ellipsis."""
    if len(content) <= length:
        return content
    beginning = content[: length - 1].rstrip()
    return beginning + ELLIPSIS


def document(
    css: str,
    size: tuple[int, int],
    uid: str,
    words: tuple[str, str],
    parts: Iterable[str],
) -> str:
    """Return a whole SVG image with a <title> and a <desc>.

    size: width and height. uid: start of the ids, unique on the page. words: title and
    description; an empty description is left out.
    """
    width, height = size
    title, description = map(escape, words)
    name = escape(uid)
    references = f'aria-labelledby="{name}-title"'
    heads = [f'<title id="{name}-title">{title}</title>']
    if description:
        references += f' aria-describedby="{name}-desc"'
        heads.append(f'<desc id="{name}-desc">{description}</desc>')

    start = f'<svg class="{css}" viewBox="0 0 {width} {height}" role="img" {references}>'
    return "".join([start, *heads, *parts, "</svg>"])
