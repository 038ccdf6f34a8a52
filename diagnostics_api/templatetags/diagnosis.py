from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def sentence(text: str) -> str:
    """Begin with a capital, except where a name of a metric comes first."""
    first = text.partition(" ")[0]
    if "_" in first or "." in first:
        return text
    capital = text[:1].upper()
    return capital + text[1:]
