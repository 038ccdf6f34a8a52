"""Filters that write what was measured as people read it."""

from __future__ import annotations

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dictionary.naming import Named

register = template.Library()

NO_SHARE = "\N{EN DASH}"


@register.filter
def percent(share: float) -> str:
    """Return a share from 0 to 1 in whole percent."""
    return f"{share:.0%}"


@register.filter
def percent_of(right: int, whole: int) -> str:
    """Return a part of a whole in percent; a dash where there is none."""
    if not whole:
        return NO_SHARE
    return percent(right / whole)


@register.filter
def links(names: Iterable[Named]) -> SafeString:
    """Return the names with commas between, as links where they have an address."""
    shown = [(_link(name),) for name in names]
    return format_html_join(", ", "{}", shown)


def _link(name: Named) -> SafeString:
    if not name.url:
        return format_html("{}", name.term)
    return format_html('<a href="{}">{}</a>', name.url, name.term)
